// Reads from the sources which file imports which, as text: every form an import of another file takes.
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

const importedNames = /(?:\bfrom|\bimport)\s*\(?\s*['"](\.[^'"]+)['"]/g;

/** One file and the files that it imports, as paths from the project's root with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly imports: readonly string[];
}

const slashed = (path: string): string => path.replaceAll('\\', '/');

/** Every TypeScript file below these folders of the project, in alphabetical order, with what it imports. */
export const readSources = (root: string, folders: readonly string[]): readonly SourceFile[] =>
  folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.tsx?$/.test(name))
        .map((name) => join(root, folder, name)),
    )
    .map((file) => ({
      path: slashed(relative(root, file)),
      imports: [...readFileSync(file, 'utf8').matchAll(importedNames)].map(([, name = '']) =>
        slashed(relative(root, resolve(dirname(file), name))),
      ),
    }))
    .toSorted((a, b) => (a.path < b.path ? -1 : 1));
