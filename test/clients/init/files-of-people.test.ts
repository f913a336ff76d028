// Files that people have stay theirs: one entry more, nothing else touched, and all as before when it goes.
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { clients } from '../../../src/clients/clients.ts';
import { entriesIn } from '../../../src/clients/configured-servers.ts';
import { difference } from '../../../src/clients/difference.ts';
import { formatNamed } from '../../../src/clients/formats/formats.ts';
import { temporaryFolder } from '../../http/temporary-folder.ts';
import { giveFile, homeIn } from '../homes.ts';
import { filesOfPeople } from './files-of-people.ts';
import { filesIn, runInit, typing } from './run-init.ts';

const withoutMark = (text: string): string => text.replace(/^\uFEFF/, '');

describe.each(filesOfPeople)('$client: $what', ({ client: name, text }) => {
  const client = clients[name];
  const way = client.reference.stdio ? ['--areas', 'droplets'] : ['--sandbox'];

  const open = () => {
    const root = temporaryFolder();
    const home = homeIn(root, 'linux');
    const path = giveFile(client, home, text);
    const init = (...words: readonly string[]) => runInit(home, [name, ...words]);
    return { root, path, init, read: () => readFileSync(path, 'utf8') };
  };

  it('gets one server more, and is otherwise as it was', async () => {
    const { path, init, read } = open();
    chmodSync(path, 0o640);
    const format = await formatNamed(client.format);
    const before = entriesIn(client, format.read(withoutMark(text)));
    expect((await init('--write', ...way)).code).toBe(0);
    const after = entriesIn(client, format.read(withoutMark(read())));
    expect(after.filter((one) => one.name !== 'digitalocean')).toEqual(before);
    expect(after.at(-1)).toMatchObject({ name: 'digitalocean', whose: 'ours', kind: 'stdio' });
    expect(read().startsWith('\uFEFF')).toBe(text.startsWith('\uFEFF'));
    if (text.includes('\r\n')) expect(read()).not.toMatch(/[^\r]\n/);
    expect(lstatSync(path).mode & 0o777).toBe(0o640);
    // Whatever goes comes back with a comma, or is the one line that was changed within.
    const gone = difference(text, read()).filter(({ sign }) => sign === '-');
    expect(gone.length).toBeLessThanOrEqual(text.trim() === '' ? 3 : 2);
  });

  it('keeps a copy of what it was, with its rights', async () => {
    const { path, init } = open();
    chmodSync(path, 0o640);
    const { said } = await init('--write', ...way);
    const copy = `${path}.before-do-mcp`;
    expect(said).toContain(copy);
    expect(readFileSync(copy, 'utf8')).toBe(text);
    expect(lstatSync(copy).mode & 0o777).toBe(0o640);
  });

  it('is back byte by byte after --remove', async () => {
    const { root, init } = open();
    const before = filesIn(root);
    await init('--write', ...way);
    await init('--write', ...way, '--confirm', 'never');
    const removed = await init('--remove', '--write');
    expect(removed.code, removed.said).toBe(0);
    const left = new Map([...filesIn(root)].filter(([path]) => before.has(path)));
    expect(left).toEqual(before);
    expect((await init('--remove', '--write')).said).toContain('no server of ours');
  });

  it('loses ours alone where something else was changed since', async () => {
    const { path, init, read } = open();
    await init('--write', ...way);
    const format = await formatNamed(client.format);
    const changed = format.put(withoutMark(read()), ['added_since'], 'yes');
    writeFileSync(path, changed);
    const removed = await init('--remove', '--write');
    expect(removed.code, removed.said).toBe(0);
    const left = format.read(read());
    expect(left).toMatchObject({ added_since: 'yes' });
    expect(entriesIn(client, left).map((one) => one.name)).not.toContain('digitalocean');
    expect(readFileSync(`${path}.before-do-mcp`, 'utf8')).toBe(text);
  });

  it('is not touched while nobody has agreed', async () => {
    const { root, init } = open();
    const before = filesIn(root);
    const { printed, said } = await init(...way);
    expect(printed).toContain('digitalocean');
    expect(said).toContain('Nothing was written');
    expect(filesIn(root)).toEqual(before);
  });
});

describe('a file behind a link', () => {
  it('is changed where it is, and the link stays', async () => {
    const root = temporaryFolder();
    const home = homeIn(root, 'linux');
    const path = giveFile(clients.cursor, home, '{}\n');
    const target = join(root, 'dotfiles', 'mcp.json');
    mkdirSync(dirname(target));
    renameSync(path, target);
    symlinkSync(target, path);
    expect((await runInit(home, ['cursor', '--write', '--sandbox'])).code).toBe(0);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toContain('digitalocean');
    await runInit(home, ['cursor', '--write', '--remove']);
    expect(lstatSync(path).isSymbolicLink()).toBe(true);
    expect(readFileSync(target, 'utf8')).toBe('{}\n');
  });
});

describe('a file that its client changes meanwhile', () => {
  const start = '{\n  "numStartups": 1\n}\n';
  const open = (change: (path: string) => void) => {
    const home = homeIn(temporaryFolder(), 'linux');
    const path = giveFile(clients['claude-code'], home, start);
    const { keyboard } = typing();
    const agreeing = {
      ...keyboard,
      ask: async () => {
        change(path);
        return 'yes';
      },
    };
    const run = () => runInit(home, ['claude-code', '--sandbox'], { keyboard: agreeing });
    return { path, run };
  };

  it('keeps what the client wrote, and gets what was agreed to', async () => {
    const newer = start.replace('1', '2').replace('\n}', ',\n  "more": {}\n}');
    const { path, run } = open((file) => writeFileSync(file, newer));
    expect((await run()).code).toBe(0);
    expect(JSON.parse(readFileSync(path, 'utf8'))).toMatchObject({
      numStartups: 2,
      more: {},
      mcpServers: { digitalocean: { type: 'stdio' } },
    });
    expect(readFileSync(`${path}.before-do-mcp`, 'utf8')).toBe(newer);
  });

  it('is left alone where that would be another change than was agreed to', async () => {
    const theirs =
      '{"mcpServers": {"digitalocean": {"command": "npx", "args": ["@digitalocean/mcp"]}}}';
    const { path, run } = open((file) => writeFileSync(file, theirs));
    const { code, said } = await run();
    expect(code).toBe(1);
    expect(said).toContain('Nothing was changed');
    expect(readFileSync(path, 'utf8')).toBe(theirs);
  });
});
