// Words for people: names on one line, numbers with their nouns, money, sizes and ages.
import { quoted } from '../../../tools/answer/quoted.ts';
import { beginningOf, shortened } from '../../../tools/cut-text.ts';
import { veil } from '../../../tools/secrets/veil.ts';
import { cleanLine } from '../../terminal/clean.ts';

/** The longest name that a person is asked to type. */
export const longestName = 100;

/** The longest name or value in a sentence or list. */
const longestShown = 60;

/** How many names are told of several things. */
export const mostNames = 5;

/**
 * Whatever an account calls something, or a call, on one line and without credentials; cut where it is longer than fits
 * a sentence.
 */
export const shown = (value: unknown): string =>
  shortened(
    // What lies beyond is cut anyway: cleaning a megabyte for it would be work that grows with what others wrote.
    cleanLine(veil(beginningOf(String(value), 20 * longestShown))),
    longestShown,
  );

/** A name within words of ours: in quotation marks where it could go on with them. */
export const inSentence = (name: string): string =>
  /^[\p{L}\p{M}\p{N}_.:/@+*-]*…?$/u.test(name) ? name : quoted(name);

/** A name as a person types it; undefined where nothing of it can be typed. */
export const typed = (value: unknown): string | undefined => {
  const name = beginningOf(cleanLine(beginningOf(String(value), 20 * longestName)), longestName);
  return name.trim() || undefined;
};

/** A noun in the plural: "repository", "database cluster", "SSH key". */
export const plural = (noun: string): string => {
  const [head = noun, ...rest] = noun.split(
    / (?=(?:of|in|on|to|by|for|from|that|made|with|without) )/,
  );
  const many = /[^aeiou]y$/.test(head)
    ? head.replace(/y$/, 'ies')
    : /(?:s|x|ch|sh)$/.test(head)
      ? `${head}es`
      : `${head}s`;
  return [many, ...rest].join(' ');
};

/** "1 snapshot", "2 snapshots". */
export const counted = (count: number, noun: string): string =>
  `${count} ${count === 1 ? noun : plural(noun)}`;

/** "a", "a and b", "a, b and c". */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/** How old something is: "2 years old"; undefined where the moment cannot be read. */
export const age = (made: unknown, now: number): string | undefined => {
  const at = typeof made === 'string' ? Date.parse(made) : Number.NaN;
  if (Number.isNaN(at)) return undefined;
  const seconds = (now - at) / 1_000;
  const [unit, length] = units.find(([, size]) => seconds >= size) ?? [];
  if (unit === undefined || length === undefined) return 'just made';
  return `${counted(Math.floor(seconds / length), unit)} old`;
};

/** A size in GiB, or a smaller unit where it is less than one: "100 GiB", "512 MiB". */
export const size = (bytes: number): string => {
  const [name, length] =
    bytes >= 2 ** 40
      ? (['TiB', 2 ** 40] as const)
      : bytes >= 2 ** 30
        ? (['GiB', 2 ** 30] as const)
        : bytes >= 2 ** 20
          ? (['MiB', 2 ** 20] as const)
          : (['KiB', 2 ** 10] as const);
  const amount = bytes / length;
  return `${Number.isInteger(amount) ? amount : amount.toFixed(1)} ${name}`;
};
