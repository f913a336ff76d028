// What every file of code keeps: a name in kebab case, a first line that says what it is for, and one idea's length.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Folders that hold what others wrote or what was made from our files. */
const notOurs = /^(node_modules|dist|coverage|reports|\..*)$/;

const codeBelow = (folder: string): string[] =>
  readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    if (entry.isDirectory()) return notOurs.test(entry.name) ? [] : codeBelow(path);
    return /\.(tsx?|mjs)$/.test(entry.name) ? [path] : [];
  });

const files = codeBelow('').map((path) => ({
  path,
  lines: readFileSync(join(root, path), 'utf8').trimEnd().split('\n'),
}));

/** More than this is more than one idea. */
const longest = 300;

describe('a file of code', () => {
  it('is found in every room, the tests and scripts too', () => {
    const rooms = new Set(files.map(({ path }) => path.split('/')[0]));
    expect([...rooms]).toEqual(
      expect.arrayContaining(['scope-map', 'tools', 'src', 'console', 'test', 'scripts', 'bench']),
    );
  });

  it('says in its first line what it is for', () => {
    const silent = files.filter(({ lines: [first] }) => !/^\/\/ \S/.test(first ?? ''));
    expect(silent.map(({ path }) => path)).toEqual([]);
  });

  it('has a name in kebab case', () => {
    const odd = files.filter(
      ({ path }) => !/^[a-z0-9]+([-.][a-z0-9]+)*\.(tsx?|mjs)$/.test(basename(path)),
    );
    expect(odd.map(({ path }) => path)).toEqual([]);
  });

  it(`is no longer than ${longest} lines`, () => {
    const long = files.filter(({ lines }) => lines.length > longest);
    expect(long.map(({ path, lines }) => `${path} has ${lines.length}`)).toEqual([]);
  });
});
