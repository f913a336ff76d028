// What is to become of a client's file: worked out on its text alone, and held against what was there before.
import type { Client } from './client.ts';
import { entryOf } from './entry.ts';
import type { ReadClientFile } from './file/client-file.ts';
import { type Format, FormatRefused, type Step, type Value } from './formats/format.ts';
import { isSame } from './formats/same.ts';
import { mergedOver, refuseForeign } from './merged.ts';
import type { Server } from './server.ts';
import { valueAt, without } from './value-at.ts';

/** A change of a file, not made yet. */
export interface Change {
  readonly kind: 'new file' | 'added' | 'changed' | 'removed' | 'none';
  readonly before: string | null;
  /** Null: the file goes, as it came by us. */
  readonly after: string | null;
  /** What stood in our place before, and what will: whoever agrees, agrees to this. */
  readonly entry: { readonly before: unknown; readonly after: unknown };
  /** The copy that this change puts back; null where it takes out what is ours and no more. */
  readonly copy: string | null;
}

/** Something that stands in a file. */
interface Part {
  readonly path: readonly Step[];
  readonly value: Value;
}

/** Whatever came out of a reader of ours can be written again. */
const asValue = (value: unknown): Value => {
  if (value === null || ['string', 'number', 'boolean'].includes(typeof value))
    return value as string | number | boolean | null;
  if (Array.isArray(value)) return value.map(asValue);
  if (typeof value === 'object')
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, asValue(one)]));
  return String(value);
};

/**
 * Puts parts into a text, and looks whether everything else is as it was.
 * @throws {FormatRefused} where it would not be.
 */
const placed = (format: Format, text: string, parts: readonly Part[]): string => {
  const after = parts.reduce((sofar, { path, value }) => format.put(sofar, path, value), text);
  const read = format.read(after);
  const isThere = parts.every(({ path, value }) => isSame(valueAt(read, path), value));
  if (!isThere || !isSame(rest(read, parts), rest(format.read(text), parts)))
    throw new FormatRefused('is written in a way that cannot be changed safely');
  return after;
};

const rest = (value: unknown, parts: readonly { readonly path: readonly Step[] }[]): unknown =>
  parts.reduce<unknown>((sofar, { path }) => without(sofar, path), value);

/** What a new file begins with. */
const freshText = (client: Client, format: Format): string =>
  Object.entries(client.fresh ?? {}).reduce(
    (text, [key, value]) => format.put(text, [key], value),
    '',
  );

/**
 * The change that puts a server into a file.
 * @throws {FormatRefused} where the file cannot be changed, or has another server of this name.
 */
export const changeToPut = (
  client: Client,
  format: Format,
  file: ReadClientFile,
  server: Server,
): Change => {
  const { text } = file;
  const isNew = text === null || text.trim() === '';
  const before = isNew ? freshText(client, format) : text;
  const read = format.read(before);
  const path = client.path(server.name);
  const existing = valueAt(read, path);
  const wanted = server.kind === 'stdio' ? client.stdio(server) : (client.http?.(server) ?? null);
  const value = asValue(mergedOver(server.name, existing, wanted));
  const beside = server.secret.from === 'reference' ? (client.beside?.(server.name) ?? []) : [];
  const parts = [
    ...(isSame(existing, value) ? [] : [{ path, value }]),
    ...beside.filter((one) => valueAt(read, one.path) === undefined),
  ];
  const entry = { before: existing, after: value };
  if (parts.length === 0) return { kind: 'none', before: text, after: text, entry, copy: null };
  const after = placed(format, before, parts);
  const kind = text === null ? 'new file' : existing === undefined ? 'added' : 'changed';
  return { kind, before: text, after, entry, copy: null };
};

/** A copy of a file from before a change of ours. */
export interface Copy {
  readonly path: string;
  readonly text: string;
}

/**
 * The change that takes a server out of a file: back to a copy where nothing else was changed since, else by taking
 * out what is ours.
 * @throws {FormatRefused} where the file cannot be changed, or the server of this name is not ours.
 */
export const changeToDrop = (
  client: Client,
  format: Format,
  file: ReadClientFile,
  name: string,
  copies: readonly Copy[],
): Change => {
  const { text } = file;
  const read = format.read(text ?? '');
  const path = client.path(name);
  const existing = valueAt(read, path);
  const entry = { before: existing, after: undefined };
  if (text === null || existing === undefined)
    return { kind: 'none', before: text, after: text, entry, copy: null };
  refuseForeign(name, existing);
  const found = [path, ...(client.beside?.(name) ?? []).map((one) => one.path)].flatMap((one) => {
    const value = valueAt(read, one);
    return value === undefined ? [] : [{ path: one, value: asValue(value) }];
  });
  const makes = (start: string): boolean => {
    try {
      // A copy from between two changes of ours has ours in it.
      const isBefore = valueAt(format.read(start), path) === undefined;
      const base = start.trim() === '' ? freshText(client, format) : start;
      return isBefore && placed(format, base, found) === text;
    } catch {
      return false;
    }
  };
  const copy = copies.find((one) => makes(one.text));
  if (copy) return { kind: 'removed', before: text, after: copy.text, entry, copy: copy.path };
  if (makes(freshText(client, format)))
    return { kind: 'removed', before: text, after: null, entry, copy: null };
  const after = found.reduce((sofar, part) => format.drop(sofar, part.path), text);
  if (!isSame(rest(format.read(after), found), rest(read, found)))
    throw new FormatRefused('is written in a way that cannot be changed safely');
  return { kind: 'removed', before: text, after, entry, copy: null };
};

/** What belongs into a file that has nothing yet, for a person who puts it there by hand. */
export const snippetOf = (client: Client, format: Format, server: Server): string => {
  const value = server.kind === 'stdio' ? client.stdio(server) : (client.http?.(server) ?? null);
  const beside = server.secret.from === 'reference' ? (client.beside?.(server.name) ?? []) : [];
  return placed(format, '', [{ path: client.path(server.name), value }, ...beside]).trimEnd();
};

/** Whether a server of this name stands there and is ours, or half of one. */
export const isThere = (client: Client, format: Format, text: string, name: string): boolean =>
  entryOf(name, valueAt(format.read(text), client.path(name))) !== null;
