// Leading to a token: what to tick, read without being shown, checked with DigitalOcean, kept for one person alone, never in a client's file.
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { ClientName } from '../../../src/clients/client.ts';
import { clients } from '../../../src/clients/clients.ts';
import { startSimulation } from '../../../src/testing/index.ts';
import { temporaryFolder } from '../../http/temporary-folder.ts';
import { homeIn, placeOf } from '../homes.ts';
import { filesIn, type InitOptions, runInit, typing } from './run-init.ts';

const open = async () => {
  const simulation = await startSimulation();
  onTestFinished(() => simulation.close());
  const root = temporaryFolder();
  const home = homeIn(root, 'linux');
  const kept = join(home.folder, '.config', 'digitalocean-scoped-mcp', 'token');
  const run = (words: readonly string[], options: InitOptions) =>
    runInit(home, [...words, '--api-url', simulation.url], options);
  const written = (name: ClientName): string => readFileSync(placeOf(clients[name], home), 'utf8');
  return { root, home, kept, run, written };
};

describe('a person who has no token yet', () => {
  it('is told what to tick, types it unseen, and has it kept for themselves alone', async () => {
    const { kept, run, written } = await open();
    const { keyboard, asked } = typing('sandbox:domain:read,account:read', '', 'y');
    const { code, said, printed } = await run(['claude-desktop', '--areas', 'domains'], {
      keyboard,
    });
    expect(code, said).toBe(0);
    expect(said).toContain('https://cloud.digitalocean.com/account/api/tokens/new');
    expect(said).toMatch(/^ {2}domain:read$/m);
    expect(asked[0]).toMatch(/^\(hidden\) Paste the token/);
    expect(said).toMatch(/DigitalOcean knows the token: it has 2 scopes/);
    expect(readFileSync(kept, 'utf8')).toBe('sandbox:domain:read,account:read\n');
    expect(statSync(kept).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(kept)).mode & 0o777).toBe(0o700);
    expect(written('claude-desktop')).toContain(JSON.stringify(kept));
    expect(written('claude-desktop') + printed).not.toContain('sandbox:');
  });

  it('is told which of the tools stay hidden for want of a scope', async () => {
    const { run } = await open();
    const { keyboard } = typing('sandbox:domain:read', 'y', 'y');
    const { said } = await run(['cursor', '--areas', 'domains,droplets'], { keyboard });
    expect(said).toMatch(/\d+ of these \d+ tools stay hidden for want of a scope/);
    expect(said).toMatch(/droplet:read/);
    expect(said).not.toMatch(/droplet:(?:create|delete)/);
    const more = typing('sandbox:domain:read', 'y', 'y');
    const changing = await run(['cursor', '--areas', 'droplets', '--allow-changes'], more);
    expect(changing.said).toContain('is used; --token-file names another');
  });

  it('is asked again for one that DigitalOcean refuses, or that is none', async () => {
    const { kept, run } = await open();
    const { keyboard, asked } = typing('dop_v1_wrong', '<your token>', 'sandbox', 'yes', 'yes');
    const { code, said } = await run(['zed'], { keyboard });
    expect(code, said).toBe(0);
    expect(said).toContain('DigitalOcean does not accept the token');
    expect(said).toContain('stands in the place of a token in instructions');
    expect(said).not.toContain('dop_v1_wrong');
    expect(asked.filter((prompt) => prompt.startsWith('(hidden)'))).toHaveLength(3);
    expect(readFileSync(kept, 'utf8')).toBe('sandbox\n');
  });

  it('may go on without: the file then refers to a variable, where its client can', async () => {
    const { root, kept, run, written } = await open();
    const { keyboard } = typing('', 'y');
    const { code, said } = await run(['claude-code'], { keyboard });
    expect(code, said).toBe(0);
    expect(written('claude-code')).toContain('$' + '{DIGITALOCEAN_TOKEN}');
    expect(said).toContain('The token is not in the file: it is in DIGITALOCEAN_TOKEN.');
    expect(existsSync(kept)).toBe(false);
    const before = filesIn(root);
    const none = await run(['zed'], { keyboard: typing('').keyboard });
    expect(none.code).toBe(2);
    expect(none.said).toContain('--token-file');
    expect(filesIn(root)).toEqual(before);
  });

  it('may keep nothing', async () => {
    const { kept, run } = await open();
    const { keyboard } = typing('sandbox', 'n', 'y');
    expect((await run(['codex'], { keyboard })).code).toBe(0);
    expect(existsSync(kept)).toBe(false);
  });

  it('sees the page in a browser only if that was said', async () => {
    const { run } = await open();
    const browsed: string[] = [];
    await run(['codex'], { keyboard: typing('', 'n').keyboard, browsed });
    expect(browsed).toEqual([]);
    await run(['codex', '--open'], { keyboard: typing('', 'n').keyboard, browsed });
    expect(browsed).toEqual(['https://cloud.digitalocean.com/account/api/tokens/new']);
  });

  it('is not led anywhere on a line that says all, or where nobody sits', async () => {
    const { run } = await open();
    const { keyboard, asked } = typing('sandbox');
    expect((await run(['cursor', '--write'], { keyboard })).code).toBe(0);
    expect(asked).toEqual([]);
    const { code, said } = await run(['zed', '--write'], {});
    expect(code).toBe(2);
    expect(said).toContain('cannot refer to a token that is kept elsewhere');
  });
});

describe('a token that is set where init runs', () => {
  const environment = { DIGITALOCEAN_TOKEN: 'sandbox' };

  it('is referred to without a question by a client that a shell starts', async () => {
    const { kept, run, written } = await open();
    const { keyboard, asked } = typing('y');
    expect((await run(['codex'], { keyboard, environment })).code).toBe(0);
    expect(asked).toEqual(['Make this change? [y/N] ']);
    expect(written('codex')).toContain('env_vars = ["DIGITALOCEAN_TOKEN"]');
    expect(existsSync(kept)).toBe(false);
  });

  it('is kept in a file for a client that a desktop starts, if the person agrees', async () => {
    const { kept, run, written } = await open();
    const { keyboard, asked } = typing('', 'y');
    const { code, said } = await run(['zed'], { keyboard, environment });
    expect(code, said).toBe(0);
    expect(asked[0]).toMatch(/DIGITALOCEAN_TOKEN is set here.*Keep its token in/);
    expect(said).toContain('DigitalOcean knows the token');
    expect(readFileSync(kept, 'utf8')).toBe('sandbox\n');
    expect(written('zed')).toContain(JSON.stringify(kept));
  });

  it('is no use where DigitalOcean refuses it', async () => {
    const { kept, run } = await open();
    const { keyboard } = typing('', 'y');
    const { code, said } = await run(['zed'], {
      keyboard,
      environment: { DIGITALOCEAN_TOKEN: 'dop_v1_wrong' },
    });
    expect(code).toBe(2);
    expect(said).toContain('does not accept the token');
    expect(said).not.toContain('dop_v1_wrong');
    expect(existsSync(kept)).toBe(false);
  });
});

describe('a token that is there already', () => {
  it('is used from the file that an earlier init has kept', async () => {
    const { kept, run, written } = await open();
    mkdirSync(dirname(kept), { recursive: true });
    writeFileSync(kept, 'sandbox\n', { mode: 0o600 });
    expect((await run(['cursor', '--write'], {})).code).toBe(0);
    expect(written('cursor')).toContain(JSON.stringify(kept));
    expect(written('cursor')).not.toContain('DIGITALOCEAN_TOKEN');
  });

  it('in a file that was named has to be one', async () => {
    const { root, home, run, written } = await open();
    const file = join(home.folder, 'token');
    writeFileSync(file, '<your token>', { mode: 0o600 });
    const before = filesIn(root);
    for (const name of [file, join(home.folder, 'gone')]) {
      const { code, said } = await run(['cursor', '--write', '--token-file', name], {});
      expect(code).toBe(2);
      expect(said).toContain('token');
    }
    expect(filesIn(root)).toEqual(before);
    writeFileSync(file, 'sandbox', { mode: 0o600 });
    expect((await run(['cursor', '--write', '--token-file', file], {})).code).toBe(0);
    expect(written('cursor')).toContain(JSON.stringify(file));
  });
});

describe('the key of a server that runs already', () => {
  const words = ['--http', 'https://mcp.example.com/mcp'];
  const key = 'domcp_0123456789abcdefghijklmnopqrstuvwxyzABCDEFG';

  it('is put into a file only by a person who was told so, and then nobody else may read it', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    const refused = await runInit(home, ['zed', '--write', ...words]);
    expect(refused.code).toBe(2);
    expect(refused.said).toContain('cannot refer to a key');
    const path = placeOf(clients.zed, home);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '{}\n', { mode: 0o644 });
    const { keyboard, asked } = typing(key, 'y');
    const { code, said, printed } = await runInit(home, ['zed', ...words], { keyboard });
    expect(code, said).toBe(0);
    expect(said).toContain('The key would stand in it');
    expect(asked[0]).toContain('(hidden)');
    expect(said + printed).not.toContain(key);
    expect(readFileSync(path, 'utf8')).toContain(`Bearer ${key}`);
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(statSync(`${path}.before-do-mcp`).mode & 0o777).toBe(0o644);
  });

  it('is not asked for where the server asks for none', async () => {
    const home = homeIn(temporaryFolder(), 'linux');
    const { code } = await runInit(home, ['zed', '--write', ...words, '--sandbox']);
    expect(code).toBe(0);
    expect(readFileSync(placeOf(clients.zed, home), 'utf8')).not.toContain('Authorization');
  });

  it.each([
    [['--http', 'http://mcp.example.com/mcp'], 'must use https'],
    [['--http', 'mcp.example.com'], 'must be a URL'],
    [['--http', 'https://sam:pw@mcp.example.com/mcp'], 'user name or password'],
    [[...words, '--areas', 'droplets'], '--areas is said where it is started'],
    [[...words, '--allow-changes'], '--allow-changes is said where it is started'],
    [['--allow-changes', '--read-only'], 'opposite things'],
    [['--print', '--write'], 'do not go together'],
    [['--name', 'digital ocean'], '--name takes'],
    [['--name', 'dop_v1_0123456789abc'], '--name takes'],
    [['--areas', 'dropplets'], 'Did you mean droplets'],
  ])('%j is refused before anything is looked at', async (more, says) => {
    const home = homeIn(temporaryFolder(), 'linux');
    const ended = await runInit(home, ['cursor', '--write', ...more]).catch((error: unknown) => ({
      code: 2,
      said: String(error),
    }));
    expect(ended.code).toBe(2);
    expect(ended.said).toContain(says);
    expect(existsSync(placeOf(clients.cursor, home))).toBe(false);
  });
});
