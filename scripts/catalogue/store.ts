// Reads and writes the JSON files of the scope map; the same content always gives the same bytes.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { scopeNames } from '../../scope-map/corrections/scope-names.ts';
import { folderOf } from '../../scope-map/shelves.ts';
import type { Derived } from './derive.ts';
import { isObject, listAt, objectAt } from './document.ts';
import { indexText } from './index-lines.ts';

/** Path from scope-map to content, as it is on disk or as it should be. */
export type Files = ReadonlyMap<string, unknown>;

/** The files that a derivation wants to be there. */
export const filesOf = (derived: Derived, scopeList?: unknown): Files => {
  const files = new Map<string, unknown>();
  for (const [shelf, facts] of derived.byShelf) files.set(`${folderOf(shelf)}/facts.json`, facts);
  for (const [name, { shelf, schema }] of derived.fullSchemas)
    files.set(`${folderOf(shelf)}/${name}.json`, schema);
  files.set('index.json', derived.index);
  files.set('reply-fields.json', derived.replyFields);
  files.set('document.json', derived.operations);
  if (scopeList !== undefined) files.set('scopes.json', scopesOf(scopeList));
  return files;
};

const realNames = (scope: unknown, key: string): readonly string[] =>
  listAt(scope, key).map((name) => scopeNames[String(name)] ?? String(name));

/** DigitalOcean's list of scopes with the real names, in alphabetical order. */
const scopesOf = (list: unknown): unknown => {
  if (!isObject(list)) throw new Error('the list of scopes must be an object of scopes by name');
  const entries = Object.entries(list).map(
    ([name, scope]) =>
      [scopeNames[name] ?? name, { requires: realNames(scope, 'requires') }] as const,
  );
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)));
};

/** The fields of replies: an operation or a resource a line. */
const replyFieldsText = (content: unknown): string => {
  const operations = Object.entries(objectAt(content, 'operations')).map(
    ([id, number]) => `  ${JSON.stringify(id)}: ${number}`,
  );
  const resources = listAt(content, 'resources').map((tree) => `  ${JSON.stringify(tree)}`);
  return `{\n "operations": {\n${operations.join(',\n')}\n },\n "resources": [\n${resources.join(',\n')}\n ]\n}\n`;
};

/** The text of one file: in the index a tool a line, elsewhere a value a line. */
export const textOf = (name: string, content: unknown): string =>
  name === 'index.json' && isObject(content)
    ? indexText(content)
    : name === 'reply-fields.json'
      ? replyFieldsText(content)
      : `${JSON.stringify(content, null, 1)}\n`;

/** What is on disk under these names; files that do not exist are left out. */
export const readFiles = async (folder: string, names: Iterable<string>): Promise<Files> => {
  const files = new Map<string, unknown>();
  for (const name of names) {
    const text = await readFile(join(folder, name), 'utf8').catch(() => undefined);
    if (text !== undefined) files.set(name, JSON.parse(text));
  }
  return files;
};

/** Writes every file. */
export const writeFiles = async (folder: string, files: Files): Promise<void> => {
  for (const [name, content] of files) {
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, textOf(name, content));
  }
};
