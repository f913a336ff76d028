// What `do-mcp help` prints, for the whole program and for one command, from the tables that the program works by.
import { namedOptions } from '../../configuration/options/options.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Dress } from '../../terminal/terminal.ts';
import { shown } from '../../terminal/veil.ts';
import type { CommandEntry, CommandGroup } from '../command.ts';
import { entriesUnder, findCommand, takenBy, usageOf } from '../find-command.ts';
import { labelled, linesOf, pageWidth } from '../paragraph.ts';
import { byFlag, byVariable, margin, optionLines, tokenNote } from './option-lines.ts';
import { ownExits, topics } from './topics.ts';

/** The groups of commands, in their order. */
export const commandGroups: readonly (readonly [CommandGroup, string])[] = [
  ['serve', 'Serving'],
  ['setup', 'Setting up'],
  ['try', 'Looking and trying'],
  ['people', 'Answering, stopping, undoing'],
  ['record', 'The record'],
  ['agents', 'Agents and policies'],
];

const commandLines = (entries: readonly CommandEntry[]): readonly string[] =>
  entries.map((entry) => labelled(`  ${usageOf(entry)}`, entry.says, margin));

/** The help for the whole program. */
export const helpText = (version: string, table: readonly CommandEntry[]): string =>
  [
    ...linesOf(
      `digitalocean-scoped-mcp ${version}: DigitalOcean tools for an AI agent, as many as the token may use.`,
      pageWidth,
    ),
    '',
    'Usage: do-mcp [command] [options]; without a command: stdio',
    ...commandGroups.flatMap(([group, title]) => {
      const own = table.filter((entry) => entry.group === group);
      return own.length === 0 ? [] : ['', title, ...commandLines(own)];
    }),
    '',
    'Help',
    labelled('  do-mcp help <command>', 'all about one command, with options and examples', margin),
    ...Object.entries(topics).map(([word, { says }]) =>
      labelled(`  do-mcp help ${word}`, says, margin),
    ),
    labelled(
      '  do-mcp version',
      'the version of the program; --check: is there a newer one',
      margin,
    ),
  ].join('\n');

const helpForOne = (entry: CommandEntry): string => {
  const wanted = namedOptions.flatMap(([name, option]) =>
    takenBy(entry).includes(name) ? [option] : [],
  );
  return [
    ...linesOf(`Usage: ${usageOf(entry)}${wanted.length > 0 ? ' [options]' : ''}`, pageWidth),
    ...linesOf(`${entry.says[0]?.toUpperCase()}${entry.says.slice(1)}.`, pageWidth),
    ...(entry.examples.length > 0 ? ['', 'Examples'] : []),
    ...entry.examples.map(([line, purpose]) => `  ${line}\n      ${purpose}`),
    ...(entry.isForLater ? optionLines(wanted, byFlag) : optionLines(wanted, byFlag, byVariable)),
    ...ownExits(entry),
    ...(entry.options.includes('tokenFile') && !entry.isForLater ? tokenNote() : []),
  ].join('\n');
};

/**
 * The help for the command that these words name; for the first word of several commands, those; for a topic its page.
 * @throws {UsageError} when there is no such command, naming the nearest.
 */
export const helpFor = (table: readonly CommandEntry[], words: readonly string[]): string => {
  const [first = ''] = words;
  if (words.length === 1 && Object.hasOwn(topics, first))
    return topics[first]?.page(table).join('\n') ?? '';
  const under = entriesUnder(table, words);
  if (under.length > 1) return ['Commands', ...commandLines(under)].join('\n');
  const [only] = under;
  if (only) return helpForOne(only);
  const { entry, words: rest } = findCommand(table, words);
  if (rest.length > entry.words.length)
    throw new UsageError(`There is no command "${shown(words.join(' '))}". See do-mcp --help.`);
  return helpForOne(entry);
};

/** Headings stand out, and so do commands and options. */
export const dressHelp: Dress = (line, paint) => {
  if (/^\S.{0,40}$/.test(line) && !/[.:]$/.test(line)) return paint.bold(line);
  return line.replace(
    /^( {2})(--[\w-]+|[A-Z]+_[A-Z_]+|do-mcp(?: [a-z][\w-]*)*)/,
    (_, gap: string, name: string) => {
      return `${gap}${paint.cyan(name)}`;
    },
  );
};
