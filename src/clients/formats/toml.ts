// TOML: a table of ours stands at the end in the usual way; what is there already is patched in its place.
import { parse, patch, stringify } from '@decimalturn/toml-patch';
import { isObject, type JsonObject } from '../../../tools/json-object.ts';
import { type Format, FormatRefused, type Step, type Value } from './format.ts';
import { isSame } from './same.ts';
import { lineEndOf } from './text.ts';

const read = (text: string): JsonObject => {
  let value: unknown;
  try {
    value = parse(text);
  } catch (error) {
    throw new FormatRefused(`is not valid TOML${placeOf(error)}`);
  }
  return isObject(value) ? value : {};
};

/** Where the parser stopped; its own message would repeat what stands there. */
const placeOf = (error: unknown): string => {
  const { line, column }: { line?: unknown; column?: unknown } =
    typeof error === 'object' && error !== null ? error : {};
  return typeof line === 'number' && typeof column === 'number'
    ? ` (line ${line}, column ${column + 1})`
    : '';
};

const keys = (path: readonly Step[]): readonly string[] =>
  path.map((step) => {
    if (typeof step === 'string') return step;
    throw new Error('no client keeps its servers in a list of TOML tables');
  });

const bare = (key: string): string => (/^[A-Za-z0-9_-]+$/.test(key) ? key : JSON.stringify(key));

/**
 * The document with another value in one place, or without one.
 * @throws {FormatRefused} where something else than a table leads there.
 */
const changed = (
  table: JsonObject,
  [key, ...rest]: readonly string[],
  value: Value | undefined,
): JsonObject => {
  if (key === undefined) return table;
  if (rest.length === 0) {
    const { [key]: _, ...others } = table;
    return value === undefined ? others : { ...table, [key]: value };
  }
  const inner = table[key] ?? {};
  if (!isObject(inner)) throw new FormatRefused(`has a value where the table ${bare(key)} belongs`);
  return { ...table, [key]: changed(inner, rest, value) };
};

/** The document without tables on the way that are empty now, and that no line of their own has made. */
const pruned = (table: JsonObject, text: string, path: readonly string[]): JsonObject => {
  const way = path.slice(0, -1);
  const last = way.at(-1);
  const isDeclared = new RegExp(
    `^[ \\t]*\\[[ \\t]*${way.map(bare).join('\\.')}[ \\t]*\\]`,
    'm',
  ).test(text);
  const inner = way.reduce<unknown>((one, key) => (isObject(one) ? one[key] : undefined), table);
  const isEmpty = isObject(inner) && Object.keys(inner).length === 0;
  return last === undefined || isDeclared || !isEmpty ? table : changed(table, way, undefined);
};

const holds = (table: unknown, [key, ...rest]: readonly string[]): boolean =>
  key === undefined || (isObject(table) && key in table && holds(table[key], rest));

/** A table of its own behind everything else; undefined where the text does not allow one. */
const appended = (text: string, path: readonly string[], value: Value): string | undefined => {
  const end = lineEndOf(text);
  const body = stringify(value, {
    inlineTableStart: 0,
    trailingComma: false,
    bracketSpacing: false,
  });
  const table = `[${path.map(bare).join('.')}]\n${body.trimEnd()}\n`.replaceAll('\n', end);
  const gap = text === '' ? '' : /\n$/.test(text) ? end : end + end;
  const whole = text + gap + table;
  try {
    return isSame(parse(whole), changed(read(text), path, value)) ? whole : undefined;
  } catch {
    return undefined;
  }
};

const patched = (text: string, next: JsonObject): string => {
  try {
    return patch(text, next, { inlineTableStart: 2, trailingComma: false });
  } catch {
    throw new FormatRefused('is written in a way that cannot be changed safely');
  }
};

/** TOML as its version 1 has it. */
export const tomlFormat: Format = {
  read,
  put: (text, steps, value) => {
    const path = keys(steps);
    const before = read(text);
    const next = changed(before, path, value);
    if (holds(before, path)) return patched(text, next);
    return appended(text, path, value) ?? patched(text, next);
  },
  drop: (text, steps) => {
    const path = keys(steps);
    const before = read(text);
    if (!holds(before, path)) return text;
    const next = pruned(changed(before, path, undefined), text, path);
    return Object.keys(next).length === 0 && !text.includes('#') ? '' : patched(text, next);
  },
};
