// Hosts start the oldest Node.js that is installed: it is told what is missing, and nothing else is loaded before.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeLauncher } from '../../scripts/build/launcher.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'do-mcp-old-node-'));
const guarded = ['scripts/start.mjs', 'scripts/test.mjs'];
// All that is read before the version is known to do.
const readFirst = [...guarded, 'scripts/set-up/old-node.mjs', 'scripts/set-up/node-version.mjs'];

beforeAll(() => {
  for (const pack of ['main.cjs', 'later.cjs']) writeFileSync(join(folder, pack), '');
  writeLauncher(folder, 'entry');
  // Nothing but what is read first is there: whatever else was asked for would be missed.
  for (const pack of ['main.cjs', 'later.cjs']) rmSync(join(folder, pack));
  for (const file of [...readFirst, 'package.json']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(root, file), join(folder, file));
  }
  writeFileSync(
    join(folder, 'pretend.cjs'),
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: process.env.PRETENDED } });`,
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const start = (file: string, version: string) =>
  spawnSync(process.execPath, ['-r', join(folder, 'pretend.cjs'), join(folder, file)], {
    encoding: 'utf8',
    env: { PRETENDED: version },
  });

describe.each(['do-mcp.cjs', ...guarded])('%s on an old Node.js', (file) => {
  it.each(['12.22.12', '14.21.3', '16.20.2', '18.20.8', '20.18.3'])(
    'of version %s says which is needed, with exit code 2',
    (version) => {
      const { status, stdout, stderr } = start(file, version);
      expect(stderr).toMatch(
        new RegExp(`Node\\.js 20\\.19 or newer is needed, this is ${version} `),
      );
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stdout).toBe('');
      expect(status).toBe(2);
    },
  );

  it('goes on with one that will do', () => {
    const { stderr } = start(file, '20.19.0');
    expect(stderr).not.toMatch(/is needed, this is/);
    expect(stderr).toMatch(/main\.cjs|Cannot find module/);
  });
});

describe('what an old Node.js reads', () => {
  it.each(['do-mcp.cjs', ...readFirst])('has no syntax in it that is newer: %s', async (file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    const written = async (target: string) => (await transform(text, { target })).code;
    // What a target does not know is written in another way.
    expect(await written('node12.22')).toBe(await written('esnext'));
  });
});
