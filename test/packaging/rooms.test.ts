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
