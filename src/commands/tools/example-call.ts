// An example of a call of a tool, as it is typed into a shell.
import type { Arguments } from '../../../tools/tool/tool.ts';

/** A word that no shell takes apart. */
const isPlain = (word: string): boolean => /^[\w@%+=:,./-]+$/.test(word);

const quoted = (word: string): string =>
  isPlain(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;

const isSimpleList = (value: unknown): value is readonly (string | number | boolean)[] =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one) => typeof one !== 'object' && /^[\w@%+:./-]+$/.test(String(one)));

const written = (value: unknown): string => {
  if (typeof value === 'string') return value;
  return isSimpleList(value) ? value.join(',') : JSON.stringify(value);
};

/** The command line of a call. */
export const exampleCall = (name: string, given: Arguments): string =>
  [
    'do-mcp call',
    name,
    ...Object.entries(given).map(([key, value]) => quoted(`${key}=${written(value)}`)),
  ].join(' ');
