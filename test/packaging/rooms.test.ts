// The rooms stand in one direction: scope-map <- tools <- src. Nothing points back, nothing else reaches in.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

const mayImport: Readonly<Record<string, readonly string[]>> = {
  'scope-map': ['scope-map'],
  tools: ['scope-map', 'tools'],
  // The version is read from the package itself.
  src: ['scope-map', 'tools', 'src', 'package.json'],
};

/** Every form an import of another file takes: `from '…'`, `import '…'`, `import('…')`. */
const importedNames = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g;

const sourceFiles = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(root, folder, name));

const roomOf = (path: string): string => relative(root, path).split(/[\\/]/)[0] ?? '';

const imports = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(importedNames)].map(([, name = '']) =>
    resolve(dirname(file), name),
  );

/** Groups of files that import one another in a circle, types included (Tarjan's strongly connected components). */
const circles = (files: readonly string[]): string[][] => {
  const graph = new Map(files.map((file) => [file, imports(file)]));
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];

  const visit = (file: string): number => {
    const mine = order.size;
    order.set(file, mine);
    lowest.set(file, mine);
    open.push(file);
    for (const target of graph.get(file) ?? []) {
      if (!graph.has(target)) continue;
      const reached = order.has(target)
        ? open.includes(target)
          ? (order.get(target) ?? mine)
          : mine
        : visit(target);
      lowest.set(file, Math.min(lowest.get(file) ?? mine, reached));
    }
    if (lowest.get(file) === mine) {
      const circle = open.splice(open.indexOf(file)).map((name) => relative(root, name));
      if (circle.length > 1) found.push(circle.sort());
    }
    return lowest.get(file) ?? mine;
  };

  for (const file of files) if (!order.has(file)) visit(file);
  return found;
};

describe('the rooms', () => {
  for (const [room, allowed] of Object.entries(mayImport)) {
    it(`${room} imports only from ${allowed.join(', ')}`, () => {
      const files = sourceFiles(room);
      const wrong = files.flatMap((file) =>
        imports(file)
          .filter((target) => !allowed.includes(roomOf(target)))
          .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
      );
      expect(files.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });
  }

  it('have no import circle between their files', () => {
    expect(circles(Object.keys(mayImport).flatMap(sourceFiles))).toEqual([]);
  });

  it('keep the areas of the simulation apart: none imports another', () => {
    const areaOf = (file: string): string | undefined =>
      /^src\/simulation\/areas\/([^/]+)\//.exec(relative(root, file).replaceAll('\\', '/'))?.[1];
    const files = sourceFiles('src/simulation/areas');
    const wrong = files.flatMap((file) =>
      imports(file)
        .filter((target) => areaOf(file) && areaOf(target) && areaOf(file) !== areaOf(target))
        .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
    );
    expect(new Set(files.map(areaOf)).size).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });

  it('let the simulated account know no area', () => {
    const below = ['world', 'things', 'exchange', 'behaviours', 'faults', 'reference', 'token'];
    const wrong = below
      .flatMap((room) => sourceFiles(`src/simulation/${room}`))
      .flatMap((file) =>
        imports(file)
          .filter((target) => relative(root, target).startsWith(join('src', 'simulation', 'areas')))
          .map((target) => `${relative(root, file)} imports ${relative(root, target)}`),
      );
    expect(wrong).toEqual([]);
  });

  it('have no drawer for odds and ends', () => {
    const names = Object.keys(mayImport).flatMap((room) =>
      readdirSync(join(root, room), { recursive: true, encoding: 'utf8' }),
    );
    const odds = names.filter((name) =>
      /(^|[\\/])(utils?|helpers?|common|misc)([\\/.]|$)/.test(name),
    );
    expect(odds).toEqual([]);
  });

  it('say in the first line of every file what it is for', () => {
    const silent = Object.keys(mayImport)
      .flatMap(sourceFiles)
      .filter((file) => !/^\/\/ \S/.test(readFileSync(file, 'utf8')))
      .map((file) => relative(root, file));
    expect(silent).toEqual([]);
  });
});
