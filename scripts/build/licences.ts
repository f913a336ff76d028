// Collects the licences of the packages that travel inside the bundle, as those licences ask for.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @param inputs Paths of the files that went into a bundle, as esbuild's metafile names them.
 * @returns The names of the packages they belong to, sorted.
 */
export const packagesOf = (inputs: readonly string[]): string[] => {
  const names = inputs.flatMap((input) => {
    const inside = input.split('node_modules/').at(-1);
    if (inside === undefined || inside === input) return [];
    const [first = '', second = ''] = inside.split('/');
    return [first.startsWith('@') ? `${first}/${second}` : first];
  });
  return [...new Set(names)].sort();
};

const licenceText = (folder: string): string => {
  const file = readdirSync(folder).find((name) => /^licen[cs]e/i.test(name));
  return file === undefined ? '' : readFileSync(join(folder, file), 'utf8').trim();
};

/**
 * @param root Folder that holds `node_modules`.
 * @param packages Names of packages.
 * @returns One text with each package's name, version, licence name and licence text.
 */
export const licencesOf = (root: string, packages: readonly string[]): string =>
  packages
    .map((name) => join(root, 'node_modules', name))
    .filter((folder) => existsSync(join(folder, 'package.json')))
    .map((folder) => {
      const facts: { name: string; version: string; license?: string } = JSON.parse(
        readFileSync(join(folder, 'package.json'), 'utf8'),
      );
      const heading = `${facts.name} ${facts.version} (${facts.license ?? 'see below'})`;
      return `${heading}\n${'-'.repeat(heading.length)}\n${licenceText(folder)}\n`;
    })
    .join('\n');
