// What is configured on a machine is found in the files of all clients, whatever state they are in.
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clientNames } from '../../src/clients/client.ts';
import { clients } from '../../src/clients/clients.ts';
import { configuredServers } from '../../src/clients/configured-servers.ts';
import { windowsHomeIn } from '../../src/clients/home.ts';
import { launchOf } from '../../src/clients/launch.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { giveFile, homeIn, placeOf, platforms } from './homes.ts';

const json = (key: string, servers: object): string => JSON.stringify({ [key]: servers });

describe('the reader of configurations', () => {
  it('finds nothing in an empty home', async () => {
    for (const platform of platforms)
      expect(await configuredServers(homeIn(temporaryFolder(), platform))).toEqual([]);
  });

  it('tells ours from other servers for DigitalOcean and from the rest', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    giveFile(
      clients['claude-code'],
      home,
      json('mcpServers', {
        npx: { command: 'npx', args: ['-y', 'digitalocean-scoped-mcp@0.1.0', '--read-only'] },
        wrapped: { command: 'cmd', args: ['/c', 'npx', '-y', 'digitalocean-scoped-mcp'] },
        clone: { command: '/usr/bin/node', args: ['/src/do/dist/do-mcp.cjs'] },
        windows: { command: 'C:\\npm\\do-mcp.cmd' },
        served: { type: 'http', url: 'http://127.0.0.1:8080/mcp' },
        digitalocean: { type: 'http', url: 'http://127.0.0.1:8080/mcp', disabled: true },
        theirs: { command: 'npx', args: ['@digitalocean/mcp', '--services', 'apps'] },
        remote: { type: 'http', url: 'https://droplets.mcp.digitalocean.com/mcp' },
        token: { command: 'x', env: { DIGITALOCEAN_API_TOKEN: 'y' } },
        files: { command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem'] },
        half: {},
        nothing: null,
      }),
    );
    const [found, ...more] = await configuredServers(home);
    expect(more).toEqual([]);
    expect(found?.servers.map(({ name, whose, kind }) => [name, whose, kind])).toEqual([
      ['npx', 'ours', 'stdio'],
      ['wrapped', 'ours', 'stdio'],
      ['clone', 'ours', 'stdio'],
      ['windows', 'ours', 'stdio'],
      ['served', 'other', 'http'],
      ['digitalocean', 'ours', 'http'],
      ['theirs', 'digitalocean', 'stdio'],
      ['remote', 'digitalocean', 'http'],
      ['token', 'digitalocean', 'stdio'],
      ['files', 'other', 'stdio'],
      ['half', 'other', 'neither'],
    ]);
    expect(found?.servers.find(({ name }) => name === 'digitalocean')?.isOn).toBe(false);
  });

  it('finds servers of single projects, too', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    giveFile(
      clients['claude-code'],
      home,
      JSON.stringify({
        mcpServers: { all: { command: 'do-mcp' } },
        projects: {
          '/home/sam/shop': {
            mcpServers: { one: { command: 'npx', args: ['@digitalocean/mcp'] } },
          },
          '/home/sam/empty': {},
        },
      }),
    );
    const [found] = await configuredServers(home);
    expect(found?.servers.map(({ name, whose, project }) => [name, whose, project])).toEqual([
      ['all', 'ours', null],
      ['one', 'digitalocean', '/home/sam/shop'],
    ]);
  });

  it('reads each client in its own words', async () => {
    const home = homeIn(temporaryFolder(), 'macos');
    giveFile(
      clients.codex,
      home,
      '[mcp_servers.do]\ncommand = "do-mcp"\nargs = ["--read-only"]\nenv_vars = ["DIGITALOCEAN_TOKEN"]\n[mcp_servers.far]\nurl = "https://x.example/mcp"\nbearer_token_env_var = "KEY"\nenabled = false\n',
    );
    giveFile(
      clients.goose,
      home,
      'extensions:\n  do:\n    type: stdio\n    cmd: do-mcp\n    args: [--read-only]\n    env_keys: [DIGITALOCEAN_TOKEN]\n    enabled: true\n',
    );
    giveFile(
      clients.continue,
      home,
      `mcpServers:\n  - name: do\n    command: do-mcp\n    args: [--read-only]\n    env:\n      DIGITALOCEAN_TOKEN: \${{ secrets.DIGITALOCEAN_TOKEN }}\n`,
    );
    giveFile(
      clients.zed,
      home,
      '{\n  // mine\n  "context_servers": {"do": {"command": {"path": "do-mcp", "args": ["--read-only"]}},},\n}',
    );
    giveFile(
      clients.vscode,
      home,
      `{"servers": {"do": {"command": "do-mcp", "args": ["--read-only"], "env": {"DIGITALOCEAN_TOKEN": "\${input:x}"}}}}`,
    );
    giveFile(
      clients.cursor,
      home,
      `{"mcpServers": {"do": {"command": "do-mcp", "args": ["--read-only"], "env": {"DIGITALOCEAN_TOKEN": "\${env:DIGITALOCEAN_TOKEN}"}}}}`,
    );
    const found = await configuredServers(home);
    expect(found.map(({ client }) => client)).toEqual([
      'cursor',
      'vscode',
      'codex',
      'zed',
      'goose',
      'continue',
    ]);
    const token = { DIGITALOCEAN_TOKEN: 'sandbox' };
    for (const { client, servers } of found) {
      const [first] = servers;
      if (!first) throw new Error(`${client} has none`);
      expect(first).toMatchObject({ whose: 'ours', command: 'do-mcp', args: ['--read-only'] });
      const launch = launchOf(client, first, token);
      expect(launch.missing).toEqual([]);
      expect(launch.asked).toEqual(client === 'vscode' ? ['x'] : []);
      if (client !== 'zed' && client !== 'vscode') expect(launch.env).toEqual(token);
      if (client !== 'zed' && client !== 'vscode')
        expect(launchOf(client, first, {}).missing).toEqual(['DIGITALOCEAN_TOKEN']);
    }
    const far = found.find(({ client }) => client === 'codex')?.servers[1];
    if (!far) throw new Error('codex has two');
    expect(far.isOn).toBe(false);
    expect(launchOf('codex', far, { KEY: 'k' }).headers).toEqual({ Authorization: 'Bearer k' });
  });

  it('says of each file that cannot be read why, and goes on with the others', async () => {
    const home = homeIn(temporaryFolder(), 'windows');
    giveFile(clients['claude-code'], home, '{"mcpServers": {"do": {"command": "do-mcp"}}}');
    giveFile(clients.cursor, home, '{"mcpServers": ');
    giveFile(clients.windsurf, home, Buffer.from('\uFEFF{}', 'utf16le'));
    giveFile(clients.gemini, home, Buffer.from([0x7b, 0xff, 0x7d]));
    mkdirSync(placeOf(clients.vscode, home), { recursive: true });
    const circle = placeOf(clients.zed, home);
    mkdirSync(dirname(circle), { recursive: true });
    symlinkSync(circle, circle);
    giveFile(clients.codex, home, '\u0000');
    const found = await configuredServers(home);
    expect(
      found.map(({ client, trouble }) => [client, trouble?.split(', ').slice(2).join(', ')]),
    ).toEqual([
      ['claude-code', undefined],
      ['cursor', expect.stringMatching(/^lacks|^has a comma|^is not valid/)],
      ['vscode', 'is a folder.'],
      ['codex', 'is no text.'],
      ['windsurf', 'is written in UTF-16, which its client does not read. Save it as UTF-8.'],
      ['zed', 'cannot be read: its links lead in a circle.'],
      ['gemini', 'is not written in UTF-8.'],
    ]);
    expect(found[0]?.servers).toHaveLength(1);
  });

  it('tells files that others may read', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    const path = giveFile(clients.cursor, home, '{}');
    chmodSync(path, 0o644);
    expect((await configuredServers(home))[0]?.isReadableByOthers).toBe(true);
    chmodSync(path, 0o600);
    expect((await configuredServers(home))[0]?.isReadableByOthers).toBe(false);
  });

  it('looks on WSL for programs with windows in the home of Windows', async () => {
    const home = homeIn(temporaryFolder(), 'wsl');
    for (const name of clientNames) {
      const path = placeOf(clients[name], home);
      expect(path.startsWith(home.windows ?? '?'), name).toBe(clients[name].isDesktop);
    }
    expect(
      windowsHomeIn({ PATH: '/usr/bin:/mnt/c/Windows:/mnt/c/Users/sam/AppData/Local/x:/y' }),
    ).toBe('/mnt/c/Users/sam');
    expect(windowsHomeIn({ PATH: '/usr/bin' })).toBeNull();
    expect(windowsHomeIn({})).toBeNull();
  });

  it('takes the folder of the store for Claude Desktop where it is installed from there', () => {
    const home = homeIn(temporaryFolder(), 'windows');
    const client = clients['claude-desktop'];
    expect(placeOf(client, home)).toBe(
      join(home.folder, 'AppData', 'Roaming', 'Claude', 'claude_desktop_config.json'),
    );
    const inStore = join(
      home.folder,
      'AppData/Local/Packages/Claude_pzs8sxrjxfjjc/LocalCache/Roaming/Claude',
    );
    mkdirSync(inStore, { recursive: true });
    expect(placeOf(client, home)).toBe(join(inStore, 'claude_desktop_config.json'));
  });
});
