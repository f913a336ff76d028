// Building happens when the sources have changed, and only then. The build itself is played by a script.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../scripts/set-up/build.mjs';

const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
let root: string;
let said: string[];

const setUp = new URL('../../scripts/set-up/build.mjs', import.meta.url).href;

const playedBuild = `// Plays the build.
import { markBuilt, sourceStamp } from '${setUp}';
import { appendFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
appendFileSync('builds.txt', 'built ');
if (existsSync('breaks')) process.exit(3);
mkdirSync('dist', { recursive: true });
for (const name of ['do-mcp.cjs', 'main.cjs', 'later.cjs', 'console.json', 'testing.js', 'testing.d.ts']) writeFileSync('dist/' + name, '');
markBuilt('.', sourceStamp('.'));
`;

const builds = (): number =>
  existsSync(join(root, 'builds.txt'))
    ? readFileSync(join(root, 'builds.txt'), 'utf8').trim().split(' ').length
    : 0;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'do-mcp-build-'));
  for (const folder of ['src', 'scripts']) mkdirSync(join(root, folder));
  symlinkSync(packages, join(root, 'node_modules'), 'junction');
  writeFileSync(join(root, 'package.json'), '{"type":"module"}');
  writeFileSync(join(root, 'src', 'main.ts'), 'export const one = 1;\n');
  writeFileSync(join(root, 'scripts', 'build.ts'), playedBuild);
  said = [];
  vi.spyOn(console, 'error').mockImplementation((line: string) => said.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true, force: true });
});

describe('building', () => {
  it('happens once, and is silent while nothing changes', async () => {
    expect(await build(root)).toBe(0);
    expect(said).toEqual(['Building …']);
    said = [];
    expect(await build(root)).toBe(0);
    expect(builds()).toBe(1);
    expect(said).toEqual([]);
  });

  it('happens again after a source was edited, renamed or a result removed', async () => {
    await build(root);
    writeFileSync(join(root, 'src', 'main.ts'), 'export const two = 2;\n');
    await build(root);
    expect(builds()).toBe(2);
    renameSync(join(root, 'src', 'main.ts'), join(root, 'src', 'other.ts'));
    await build(root);
    expect(builds()).toBe(3);
    rmSync(join(root, 'dist', 'main.cjs'));
    await build(root);
    expect(builds()).toBe(4);
  });

  it('passes the exit code of a failed build on, and builds again the next time', async () => {
    writeFileSync(join(root, 'breaks'), '');
    expect(await build(root)).toBe(3);
    expect(said.at(-1)).toContain('exit code 3');
    rmSync(join(root, 'breaks'));
    expect(await build(root)).toBe(0);
    expect(builds()).toBe(2);
  });
});
