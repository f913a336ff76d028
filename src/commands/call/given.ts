// The arguments of a call from its command line: words like key=value, --args, and files that either may name.
import { readFileSync } from 'node:fs';
import type { Schema } from '../../../scope-map/facts.ts';
import { isObject, type JsonObject } from '../../../tools/json-object.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { JsonRefused, parseJson } from '../../files/json-text.ts';
import { fileTrouble, readText, textFrom } from '../../files/text-file.ts';
import { shown } from '../../terminal/veil.ts';

/** As much as a call may take, in bytes. */
const largest = 4 * 1024 * 1024;

const fromFile = (path: string, of: string): string => {
  try {
    return readText(path);
  } catch (error) {
    throw new UsageError(`${of}: ${fileTrouble(shown(path), error)}`);
  }
};

const fromStdin = (): string => {
  if (process.stdin.isTTY === true)
    throw new UsageError(
      '--args - reads the arguments from stdin, and there is a keyboard. Pipe JSON into it, or write --args @file.',
    );
  try {
    const bytes = readFileSync(0);
    if (bytes.length > largest) throw new UsageError('--args: what stdin gives is too large.');
    return textFrom(bytes);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`--args: stdin cannot be read. ${fileTrouble('stdin', error)}`);
  }
};

const textOf = (text: string): string => {
  if (text === '-') return fromStdin();
  return text.startsWith('@') ? fromFile(text.slice(1), '--args') : text;
};

/**
 * What --args gives: JSON, `@` and a file that holds it, or `-` for stdin.
 * @throws {UsageError} when it is no JSON object.
 */
const argsGiven = (text: string | null): JsonObject => {
  if (text === null) return {};
  let value: unknown;
  try {
    value = parseJson(textOf(text));
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw new UsageError(
      `--args ${error.message}. It is an object such as '{"droplet_id": 1}', @file, or - for stdin.`,
    );
  }
  if (isObject(value)) return value;
  throw new UsageError(`--args must be an object, such as '{"droplet_id": 1}'.`);
};

const typesOf = ({ type }: Schema): readonly string[] =>
  typeof type === 'string' ? [type] : (type ?? []);

/** A value by its schema: a list may be written with commas; the rest is read from text by the road of every call. */
const meantBy = (text: string, schema: Schema | undefined): unknown => {
  const types = schema ? typesOf(schema) : [];
  const isList = types.includes('array') && !types.includes('string');
  if (!isList || text.trimStart().startsWith('[')) return text;
  return text === '' ? [] : text.split(',').map((one) => one.trim());
};

/** `@file` is what the file holds, `@@…` a text that begins with `@`. */
const valueText = (name: string, written: string): string => {
  if (written.startsWith('@@')) return written.slice(1);
  if (!written.startsWith('@')) return written;
  // The line end that every editor puts at the end of a file is not meant.
  return fromFile(written.slice(1), shown(name)).replace(/\r?\n$/, '');
};

const namePattern = /^[A-Za-z_][A-Za-z0-9_]*$/;

/**
 * The arguments of a call; a word wins over what --args says of the same name.
 * @param properties the arguments that the tool takes.
 * @throws {UsageError} for a word that is no key=value, a key that stands twice, or a file that cannot be read.
 */
export const argumentsGiven = (
  words: readonly string[],
  args: string | null,
  properties: Readonly<Record<string, Schema>>,
): JsonObject => {
  const given = new Map<string, unknown>();
  for (const word of words) {
    const at = word.indexOf('=');
    const name = at < 0 ? word : word.slice(0, at);
    if (at < 0 || !namePattern.test(name))
      throw new UsageError(
        `"${shown(word)}" is no argument. Arguments are written key=value, for example name=web-1; do-mcp tools <name> tells which there are.`,
      );
    if (given.has(name))
      throw new UsageError(`${shown(name)} is given twice. A list is joined by commas.`);
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    given.set(name, meantBy(valueText(name, word.slice(at + 1)), own));
  }
  return { ...argsGiven(args), ...Object.fromEntries(given) };
};
