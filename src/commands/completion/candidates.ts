// What a half-typed command line may go on with: commands, options, values of options, words, arguments of tools.
import type { Option } from '../../configuration/options/option.ts';
import { namedOptions, type OptionName } from '../../configuration/options/options.ts';
import type { CommandEntry } from '../command.ts';
import { takenBy } from '../find-command.ts';
import { type Candidate, helpWords, type Sources, valuesOfOption, valuesOfWord } from './values.ts';

const byFlag = new Map<string, readonly [OptionName, Option]>(
  namedOptions.flatMap(([name, option]) =>
    option.flag === undefined ? [] : [[`--${option.flag}`, [name, option] as const]],
  ),
);

/** The words before the one that is typed, without options and their values. */
const wordsIn = (typed: readonly string[]): readonly string[] =>
  typed.filter((word, at) => {
    if (word.startsWith('-')) return false;
    const before = byFlag.get(typed[at - 1] ?? '');
    return before === undefined || before[1].kind === 'flag';
  });

const entryIn = (
  table: readonly CommandEntry[],
  words: readonly string[],
): CommandEntry | undefined =>
  table.find(({ name }) => name.split(' ').every((part, at) => words[at] === part)) ??
  (words.length === 0 ? table[0] : undefined);

/** The words that a name may go on with, such as `list` behind `agent`. */
const nextWords = (
  table: readonly CommandEntry[],
  words: readonly string[],
): readonly Candidate[] => {
  const found = new Map<string, string>();
  for (const { name, says } of table) {
    const parts = name.split(' ');
    const part = parts[words.length];
    if (part === undefined || !words.every((word, at) => parts[at] === word)) continue;
    const isWhole = parts.length === words.length + 1;
    found.set(part, isWhole ? says : (found.get(part) ?? `${part} …`));
  }
  return [...found].map(([value, says]) => ({ value, says }));
};

/** In a list only what follows the last comma is typed anew. */
const inList = (values: readonly Candidate[], typed: string): readonly Candidate[] => {
  const at = typed.lastIndexOf(',') + 1;
  const before = typed.slice(0, at);
  const taken = new Set(before.split(','));
  return values
    .filter(({ value }) => !taken.has(value))
    .map(({ value, says }) => ({ value: `${before}${value}`, says }));
};

const optionValues = (flag: string, typed: string, sources: Sources): readonly Candidate[] => {
  const found = byFlag.get(flag);
  if (!found || found[1].kind === 'flag') return [];
  const values = valuesOfOption(found[0], sources);
  return found[1].kind === 'list' ? inList(values, typed) : values;
};

const argumentsOf = async (
  tool: string,
  typed: string,
  given: readonly string[],
  { box }: Sources,
): Promise<readonly Candidate[]> => {
  const schema = (await box.named(tool))?.inputSchema.properties ?? {};
  const [name = ''] = typed.split('=', 1);
  if (typed.includes('=')) {
    const { [name]: one } = schema;
    const values = one?.enum ?? (one?.type === 'boolean' ? [true, false] : []);
    return values.map((value) => ({ value: `${name}=${String(value)}`, says: '' }));
  }
  return Object.entries(schema)
    .filter(([key]) => !given.some((word) => word.startsWith(`${key}=`)))
    .map(([key, { description = '' }]) => ({ value: `${key}=`, says: description }));
};

const optionNames = (
  entry: CommandEntry | undefined,
  typed: readonly string[],
): readonly Candidate[] => [
  ...[...byFlag].flatMap(([flag, [name, option]]) => {
    const isTaken = entry !== undefined && takenBy(entry).includes(name);
    const isThere = typed.includes(flag) && option.kind !== 'list';
    return isTaken && !isThere ? [{ value: flag, says: option.says }] : [];
  }),
  { value: '--help', says: 'All about this command.' },
];

const unfiltered = async (
  before: readonly string[],
  typed: string,
  sources: Sources,
): Promise<readonly Candidate[]> => {
  const { table } = sources;
  const last = before.at(-1) ?? '';
  if (byFlag.has(last) && byFlag.get(last)?.[1].kind !== 'flag')
    return optionValues(last, typed, sources);
  const words = wordsIn(before);
  const entry = entryIn(table, words);
  const inline = /^(--[\w-]+)=(.*)$/s.exec(typed);
  if (inline) {
    const [, flag = '', value = ''] = inline;
    return optionValues(flag, value, sources).map((one) => ({
      ...one,
      value: `${flag}=${one.value}`,
    }));
  }
  if (typed.startsWith('-')) return optionNames(entry, before);
  if (words[0] === 'help') return helpWords(sources);
  const next = nextWords(table, words);
  if (words.length === 0) return [...next, { value: 'help', says: 'all about a command' }];
  if (!entry) return next;
  const rest = words.slice(entry.name.split(' ').length);
  if (entry.name === 'call' && rest.length > 0)
    return argumentsOf(rest[0] ?? '', typed, rest, sources);
  return valuesOfWord(entry.words[rest.length] ?? '', sources);
};

/**
 * What the word that is being typed may become; nothing where any word or file may stand there.
 * @param before the words before it, without the program's name.
 */
export const candidatesFor = async (
  before: readonly string[],
  typed: string,
  sources: Sources,
): Promise<readonly Candidate[]> =>
  (await unfiltered(before, typed, sources)).filter(({ value }) => value.startsWith(typed));
