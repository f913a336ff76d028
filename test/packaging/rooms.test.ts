// The rooms stand in one direction: scope-map <- tools <- src. Nothing points back, nothing else reaches in.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readSources } from '../../scripts/architecture/imports.ts';
import { arrowsBetween, roomsInCircles } from '../../scripts/architecture/rooms.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

const mayImport: Readonly<Record<string, readonly string[]>> = {
  'scope-map': ['scope-map'],
  tools: ['scope-map', 'tools'],
  // The version is read from the package itself.
  src: ['scope-map', 'tools', 'src', 'package.json'],
  // What a browser runs; of the server it knows types alone.
  console: ['scope-map', 'src', 'console'],
};

const sources = readSources(root, Object.keys(mayImport));

/** The files below a folder, as paths from the root. */
const sourceFiles = (folder: string): string[] =>
  sources.filter(({ path }) => path.startsWith(`${folder}/`)).map(({ path }) => path);

const topOf = (path: string): string => path.split('/')[0] ?? '';

const importsOf = new Map(sources.map(({ path, imports }) => [path, imports]));
const imports = (file: string): readonly string[] => importsOf.get(file) ?? [];

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
      const circle = open.splice(open.indexOf(file));
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
          .filter((target) => !allowed.includes(topOf(target)))
          .map((target) => `${file} imports ${target}`),
      );
      expect(files.length).toBeGreaterThan(0);
      expect(wrong).toEqual([]);
    });
  }

  it('console takes nothing from the server but types', () => {
    const wrong = sourceFiles('console').flatMap((file) =>
      readFileSync(join(root, file), 'utf8')
        .split(/;\n/)
        .filter((statement) => /from '(\.\.\/)+(src|scope-map)\//.test(statement))
        .filter((statement) => !/^\s*import type\b/m.test(statement))
        .map((statement) => `${file}: ${statement.trim()}`),
    );
    expect(wrong).toEqual([]);
  });

  it('have no import circle between their files', () => {
    expect(circles(Object.keys(mayImport).flatMap(sourceFiles))).toEqual([]);
  });

  it('import each other in no circle, seen as rooms', () => {
    expect(roomsInCircles(arrowsBetween(readSources(root, ['scope-map', 'tools', 'src'])))).toEqual(
      [],
    );
  });

  it('keep the areas of the simulation apart: none imports another', () => {
    const areaOf = (file: string): string | undefined =>
      /^src\/simulation\/areas\/([^/]+)\//.exec(file)?.[1];
    const files = sourceFiles('src/simulation/areas');
    const wrong = files.flatMap((file) =>
      imports(file)
        .filter((target) => areaOf(file) && areaOf(target) && areaOf(file) !== areaOf(target))
        .map((target) => `${file} imports ${target}`),
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
          .filter((target) => target.startsWith('src/simulation/areas/'))
          .map((target) => `${file} imports ${target}`),
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
});
