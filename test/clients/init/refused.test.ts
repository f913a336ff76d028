// Files that are broken, foreign, half, or not to be touched: nothing is lost, nothing is left behind, and the words are clear.
import { chmodSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ClientName } from '../../../src/clients/client.ts';
import { clients } from '../../../src/clients/clients.ts';
import { temporaryFolder } from '../../http/temporary-folder.ts';
import { giveFile, homeIn, placeOf } from '../homes.ts';
import { filesIn, runInit, typing } from './run-init.ts';

const secret = 'sk-live-0123456789abcdef';

const refused: readonly (readonly [what: string, ClientName, string | Buffer, says: string])[] = [
  [
    'cut off in the middle',
    'claude-desktop',
    `{"mcpServers": {"x": {"env": {"KEY": "${secret}"`,
    'lacks',
  ],
  ['with a comma too many', 'claude-desktop', '{\n  "mcpServers": {},\n}\n', '(line 3, column 1)'],
  ['with a comment where none may be', 'claude-desktop', '{\n  // hello\n  "a": 1\n}', 'comment'],
  [
    'with a comma too many for Gemini',
    'gemini',
    '{\n  // fine\n  "ui": {},\n}\n',
    'comma too many',
  ],
  ['two texts in one', 'claude-code', '{}\n{}', 'after its end'],
  ['with names without quotes', 'cursor', '{mcpServers: {}}', '(line 1, column 2)'],
  ['with single quotes', 'cursor', "{'mcpServers': {}}", 'outside of double quotes'],
  [
    'a merge that was not finished',
    'windsurf',
    '<<<<<<< HEAD\n{}\n=======\n{"a": 1}\n>>>>>>> x\n',
    '(line 1',
  ],
  ['a page of a website', 'windsurf', '<!doctype html><html></html>', 'outside of double quotes'],
  ['YAML where JSON belongs', 'zed', 'theme: dark\n', 'outside of double quotes'],
  ['JSON where TOML belongs', 'codex', '{"mcp_servers": {}}', 'is not valid TOML'],
  ['a key twice in TOML', 'codex', 'model = "a"\nmodel = "b"\n', 'is not valid TOML'],
  [
    'a value where the table belongs',
    'codex',
    'mcp_servers = "none"\n',
    'where the table mcp_servers belongs',
  ],
  ['a tab in YAML', 'goose', 'extensions:\n\tdeveloper: {}\n', 'has a tab'],
  ['a key twice in YAML', 'goose', 'extensions: {}\nextensions: {}\n', 'has a key twice'],
  ['several documents', 'continue', 'name: a\n---\nname: b\n', 'several documents'],
  [
    'servers by reference',
    'continue',
    'x: &s\n  - name: a\nmcpServers: *s\n',
    'refers to another place',
  ],
  ['a map where the list belongs', 'continue', 'mcpServers:\n  a: {}\n', 'where a list belongs'],
  [
    'a list where the object belongs',
    'cursor',
    '{"mcpServers": []}',
    'a list where an object belongs',
  ],
  ['a text where the object belongs', 'vscode', '{"servers": "none"}', 'where an object belongs'],
  ['a list and nothing else', 'gemini', '[]', 'a list where an object belongs'],
  [
    'servers twice',
    'claude-code',
    '{"mcpServers": {}, "mcpServers": {"x": {}}}',
    'has the key "mcpServers" twice',
  ],
  ['our name twice', 'cursor', '{"mcpServers": {"digitalocean": {}, "digitalocean": {}}}', 'twice'],
  [
    'DigitalOcean\u2019s own server under our name',
    'cursor',
    '{"mcpServers": {"digitalocean": {"command": "npx", "args": ["@digitalocean/mcp"]}}}',
    'another server under the name digitalocean',
  ],
  [
    'DigitalOcean\u2019s own address under our name',
    'claude-code',
    '{"mcpServers": {"digitalocean": {"type": "http", "url": "https://apps.mcp.digitalocean.com/mcp"}}}',
    'another server',
  ],
  [
    'somebody\u2019s server under our name',
    'codex',
    '[mcp_servers.digitalocean]\ncommand = "/opt/mine"\n',
    'another server',
  ],
  [
    'an extension under our name',
    'goose',
    'extensions:\n  digitalocean:\n    type: stdio\n    cmd: /opt/mine\n',
    'another server',
  ],
  ['written in UTF-16', 'claude-desktop', Buffer.from('\uFEFF{}', 'utf16le'), 'UTF-16'],
  [
    'written in Latin-1',
    'cursor',
    Buffer.from('{"a": "\u00e9"}', 'latin1'),
    'not written in UTF-8',
  ],
  ['no text at all', 'zed', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 1, 2]), 'is no text'],
  ['nested without end', 'vscode', '['.repeat(100_000), 'nested deeper'],
  [
    'larger than any such file',
    'claude-code',
    Buffer.alloc(33 * 1024 * 1024, ' '),
    'larger than 32 MiB',
  ],
  [
    'an alias that grows',
    'goose',
    `a: &a [${'x,'.repeat(9)}x]\nb: &b [${'*a,'.repeat(9)}*a]\nc: &c [${'*b,'.repeat(9)}*b]\nd: [${'*c,'.repeat(9)}*c]\n`,
    'refers to itself',
  ],
];

describe.each(refused)('a file %s', (_what, name, content, says) => {
  const client = clients[name];

  it('is left as it is, and the reason is told', async () => {
    const root = temporaryFolder();
    const home = homeIn(root, 'linux');
    giveFile(client, home, content);
    const before = filesIn(root);
    const { keyboard, asked } = typing('y', 'y', 'y');
    for (const run of [
      runInit(home, [name, '--write', '--sandbox']),
      runInit(home, [name, '--sandbox'], { keyboard }),
    ]) {
      const { code, said, printed } = await run;
      expect(code).toBe(1);
      expect(said).toContain(says);
      expect(said).toContain('Nothing was changed');
      expect(said).toContain(placeOf(client, home));
      expect(said + printed).not.toContain(secret);
    }
    expect(asked).toEqual([]);
    expect(filesIn(root)).toEqual(before);
  });
});

describe('a file that may not be written', () => {
  const open = (name: ClientName, text = '{}') => {
    const root = temporaryFolder();
    const home = homeIn(root, 'linux');
    const path = giveFile(clients[name], home, text);
    const init = (...words: readonly string[]) => runInit(home, [name, '--write', ...words]);
    return { root, home, path, init };
  };

  it('is refused where its rights say so, whoever runs this', async () => {
    const { root, path, init } = open('cursor');
    chmodSync(path, 0o444);
    const before = filesIn(root);
    const { code, said } = await init('--sandbox');
    expect(code).toBe(1);
    expect(said).toContain('is read-only');
    expect(filesIn(root)).toEqual(before);
  });

  it('is refused where it is a folder', async () => {
    const { path, init } = open('cursor');
    rmSync(path);
    mkdirSync(path);
    expect((await init('--sandbox')).said).toContain('is a folder');
    expect(readdirSync(path)).toEqual([]);
  });

  it('is refused where its folder is a file', async () => {
    const { path, init } = open('cursor');
    rmSync(dirname(path), { recursive: true });
    writeFileSync(dirname(path), 'mine');
    const { code, said } = await init('--sandbox');
    expect(code).toBe(1);
    expect(said).toContain('Nothing was changed');
  });

  it('is refused where it is a link that leads nowhere, or in a circle', async () => {
    const { root, path, init } = open('cursor');
    rmSync(path);
    symlinkSync(join(root, 'gone'), path);
    expect((await init('--sandbox')).said).toContain('leads nowhere');
    rmSync(path);
    symlinkSync(path, path);
    expect((await init('--sandbox')).said).toContain('in a circle');
  });
});

describe('half an entry', () => {
  it.each([
    ['{}', 'an empty one'],
    ['null', 'none'],
    ['"do-mcp"', 'a text'],
    ['{"env": {"HTTPS_PROXY": "http://proxy:3128"}, "disabled": true}', 'one without a command'],
    ['{"command": "do-mcp"}', 'one without arguments'],
    ['{"command": "do-mcp", "args": "--read-only"}', 'one with a text for arguments'],
  ])('%s is completed: %s', async (entry) => {
    const home = homeIn(temporaryFolder(), 'linux');
    giveFile(clients.cursor, home, `{"mcpServers": {"digitalocean": ${entry}}}`);
    const { code, said } = await runInit(home, ['cursor', '--write', '--sandbox']);
    expect(code, said).toBe(0);
    const again = await runInit(home, ['cursor', '--write', '--sandbox']);
    expect(again.said).toContain('has it already');
  });

  it('keeps what somebody added to ours, and only that', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    const path = giveFile(
      clients.cursor,
      home,
      JSON.stringify({
        mcpServers: {
          digitalocean: {
            command: 'do-mcp',
            args: ['--areas', 'domains'],
            env: { DIGITALOCEAN_TOKEN: secret, HTTPS_PROXY: 'http://proxy:3128' },
            url: 'https://old.example/mcp',
            disabled: true,
            autoApprove: ['droplets_list'],
          },
        },
      }),
    );
    expect((await runInit(home, ['cursor', '--write', '--sandbox'])).code).toBe(0);
    const { default: written } = await import(path, { with: { type: 'json' } });
    expect(written.mcpServers.digitalocean).toEqual({
      type: 'stdio',
      command: '/usr/local/bin/node',
      args: ['/home/sam/do-mcp/dist/do-mcp.cjs', '--sandbox'],
      env: { HTTPS_PROXY: 'http://proxy:3128' },
      disabled: true,
      autoApprove: ['droplets_list'],
    });
  });

  it('of another kind is named beside ours', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    giveFile(
      clients.cursor,
      home,
      '{"mcpServers": {"do": {"command": "npx", "args": ["@digitalocean/mcp"]}}}',
    );
    const { code, said } = await runInit(home, ['cursor', '--write', '--sandbox']);
    expect(code).toBe(0);
    expect(said).toContain('Cursor has another server for DigitalOcean: do.');
  });
});
