// From the words of a command line to the command they name, and whether what stands beside it belongs to it.
import { nearest } from '../../tools/nearest.ts';
import type { Option } from '../configuration/options/option.ts';
import type { OptionValues } from '../configuration/options/options.ts';
import { type OptionName, options } from '../configuration/options/options.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { shown } from '../terminal/veil.ts';
import type { CommandEntry } from './command.ts';
import { commonOptions } from './option-sets.ts';

/** The command that a line names. */
export interface FoundCommand {
  readonly entry: CommandEntry;
  /** What stands behind its name. */
  readonly words: readonly string[];
}

const beginsWith = (words: readonly string[], name: string): boolean =>
  name.split(' ').every((word, place) => words[place] === word);

/** The entries that the first of these words may mean, when all of them belong to names. */
export const entriesUnder = (
  table: readonly CommandEntry[],
  words: readonly string[],
): readonly CommandEntry[] =>
  table.filter(({ name }) => beginsWith(name.split(' '), words.join(' ')));

/**
 * Finds the command of a line; without words the first of the table.
 * @throws {UsageError} when there is none (naming the nearest), or its second word is missing.
 */
export const findCommand = (
  table: readonly CommandEntry[],
  words: readonly string[],
): FoundCommand => {
  const [first] = table;
  if (words.length === 0 && first) return { entry: first, words: [] };
  const entry = table.find(({ name }) => beginsWith(words, name));
  if (entry) return { entry, words: words.slice(entry.name.split(' ').length) };
  const alone = table.find(
    ({ name, isMeantAlone }) => isMeantAlone && name.startsWith(`${words[0]} `),
  );
  if (alone && words.length === 1) return { entry: alone, words: [] };
  throw unknownCommand(table, words);
};

const unknownCommand = (table: readonly CommandEntry[], words: readonly string[]): UsageError => {
  const [first = '', second] = words;
  const siblings = entriesUnder(table, [first]).map(({ name }) => name);
  if (siblings.length > 0 && second === undefined)
    return new UsageError(
      `do-mcp ${first} needs one word more: ${siblings.map((name) => `do-mcp ${name}`).join(', ')}. See do-mcp help ${first}.`,
    );
  const names = siblings.length > 0 ? siblings : [...table.map(({ name }) => name), 'help'];
  const given = siblings.length > 0 ? `${first} ${second}` : first;
  const meant = nearest(given, [...names, ...names.map((name) => name.split(' ', 1).join(''))]);
  return new UsageError(
    `There is no command "${shown(given)}".${meant ? ` Did you mean do-mcp ${meant}?` : ''} Commands: ${names.join(', ')}. See do-mcp --help.`,
  );
};

/** A command as it is called, for sentences. */
export const usageOf = ({ name, usage }: CommandEntry): string =>
  ['do-mcp', name, usage].filter((part) => part !== '').join(' ');

const flagOf = (name: OptionName): string => {
  const option: Option = options[name];
  return option.flag === undefined ? (option.variable ?? name) : `--${option.flag}`;
};

/** The options that a command takes: its own, and those of every command. */
export const takenBy = ({ options: own }: CommandEntry): readonly OptionName[] => [
  ...own,
  ...commonOptions,
];

/**
 * Refuses what stands on the command line and belongs to nothing there.
 * @throws {UsageError} for a word too many or too few, or an option of other commands.
 */
export const refuseStrays = (
  table: readonly CommandEntry[],
  { entry, words }: FoundCommand,
  given: OptionValues,
): void => {
  const stray = words[entry.words.length];
  const takesMore = entry.words.at(-1)?.endsWith('…') ?? false;
  if (stray !== undefined && !takesMore)
    throw new UsageError(
      `do-mcp ${entry.name} takes ${entry.words.length === 0 ? 'no word' : entry.words.join(' ')} behind it, so "${shown(stray)}" belongs to nothing. Values of a list are joined by commas, without blanks. See do-mcp help ${entry.name}.`,
    );
  const absent = entry.words[words.length];
  if (absent !== undefined && !absent.startsWith('['))
    throw new UsageError(`do-mcp ${entry.name} needs ${absent}. Usage: ${usageOf(entry)}`);
  for (const name of Object.keys(given) as OptionName[]) {
    if (takenBy(entry).includes(name)) continue;
    const others = table.filter(({ options: own }) => own.includes(name));
    throw new UsageError(
      `do-mcp ${entry.name} does not take ${flagOf(name)}, which belongs to ${others.map((one) => `do-mcp ${one.name}`).join(', ')}. See do-mcp help ${entry.name}.`,
    );
  }
};
