// Setting up installs what is missing, once, and notices what was left half done. npm is played by a script.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { install } from '../../scripts/set-up/install.mjs';
import { nodeComplaint } from '../../scripts/set-up/node-version.mjs';

let root: string;
let said: string[];

/** Does what npm ci does to the eye: empties the folder, unpacks, notes what it unpacked; or fails half way. */
const playedNpm = `
const { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } = require('node:fs');
appendFileSync('calls.txt', process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
mkdirSync('node_modules/one', { recursive: true });
writeFileSync('node_modules/one/package.json', '{}');
if (existsSync('breaks')) process.exit(7);
mkdirSync('node_modules/two', { recursive: true });
writeFileSync('node_modules/two/package.json', '{}');
writeFileSync('node_modules/.package-lock.json', JSON.stringify({ packages: {
  'node_modules/one': { version: '1.0.0' }, 'node_modules/two': { version: '2.0.0' } } }));
`;

const lock = (two = '2.0.0') =>
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({
      packages: {
        '': { name: 'project' },
        'node_modules/one': { version: '1.0.0' },
        'node_modules/two': { version: two },
        'node_modules/other-platform': { version: '1.0.0', optional: true },
      },
    }),
  );

const calls = (): string[] =>
  existsSync(join(root, 'calls.txt'))
    ? readFileSync(join(root, 'calls.txt'), 'utf8').trim().split('\n')
    : [];

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'do-mcp-install-'));
  writeFileSync(join(root, 'npm-cli.cjs'), playedNpm);
  lock();
  vi.stubEnv('npm_execpath', join(root, 'npm-cli.cjs'));
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line));
});

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe('setting up', () => {
  it('installs from the lock file, development tools included, even where production is set', async () => {
    vi.stubEnv('NODE_ENV', 'production');
    expect(await install(root)).toBe(0);
    expect(calls()).toHaveLength(1);
    expect(calls()[0]).toMatch(/^ci --include=dev /);
  });

  it('does nothing and says nothing the second time', async () => {
    await install(root);
    said = [];
    expect(await install(root)).toBe(0);
    expect(calls()).toHaveLength(1);
    expect(said).toEqual([]);
  });

  it('installs again when the lock file has changed', async () => {
    await install(root);
    lock('2.0.1');
    await install(root);
    expect(calls()).toHaveLength(2);
  });

  it('installs again when an install was interrupted and packages are gone', async () => {
    await install(root);
    rmSync(join(root, 'node_modules', 'two'), { recursive: true });
    await install(root);
    expect(calls()).toHaveLength(2);
    expect(existsSync(join(root, 'node_modules', 'two'))).toBe(true);
  });

  it('tells when npm fails, passes its exit code on, and tries again the next time', async () => {
    writeFileSync(join(root, 'breaks'), '');
    expect(await install(root)).toBe(7);
    expect(said.at(-1)).toContain('npm ended with 7');
    rmSync(join(root, 'breaks'));
    expect(await install(root)).toBe(0);
    expect(calls()).toHaveLength(2);
  });

  it('accepts what somebody installed by hand', async () => {
    for (const name of ['one', 'two']) {
      mkdirSync(join(root, 'node_modules', name), { recursive: true });
      writeFileSync(join(root, 'node_modules', name, 'package.json'), '{}');
    }
    writeFileSync(
      join(root, 'node_modules', '.package-lock.json'),
      readFileSync(join(root, 'package-lock.json')),
    );
    expect(await install(root)).toBe(0);
    expect(calls()).toEqual([]);
  });

  it('asks for a newer Node.js in a sentence', () => {
    expect(nodeComplaint('20.19.0', '>=20.19')).toBeUndefined();
    expect(nodeComplaint('24.1.0', '>=20.19')).toBeUndefined();
    expect(nodeComplaint('20.18.3', '>=20.19')).toContain('20.19 or newer');
    expect(nodeComplaint('18.20.0', '>=20.19')).toContain('this is 18.20.0');
  });
});
