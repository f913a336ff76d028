// What `do-mcp help` prints, for the whole program and for one command, from the tables that the program works by.
import type { Option, OptionGroup } from '../configuration/options/option.ts';
import { namedOptions, tokenVariables } from '../configuration/options/options.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { shown } from '../terminal/veil.ts';
import type { CommandEntry } from './command.ts';
import { entriesUnder, findCommand, takenBy, usageOf } from './find-command.ts';
import { labelled, linesOf, pageWidth } from './paragraph.ts';

const groups: readonly (readonly [OptionGroup, string])[] = [
  ['setup', 'Setting up a client'],
  ['account', 'The account'],
  ['tools', 'What is served'],
  ['choosing', 'Which tools are shown'],
  ['asking', 'Asking a person'],
  ['record', 'The record'],
  ['http', 'The HTTP server'],
  ['simulation', 'The simulation'],
  ['output', 'Output'],
];

const margin = 26;

const labelOf = ({ flag, value, variable }: Option): string =>
  `  ${flag === undefined ? (variable ?? '') : `--${flag}${value ? ` ${value}` : ''}`}`;

const grouped = (wanted: readonly Option[], withVariables: boolean): readonly string[] =>
  groups.flatMap(([group, title]) => {
    const own = wanted.filter((option) => option.group === group);
    return own.length === 0
      ? []
      : [
          '',
          title,
          ...own.map((option) =>
            labelled(
              labelOf(option),
              withVariables && option.flag !== undefined && option.variable !== undefined
                ? `${option.says} (${option.variable})`
                : option.says,
              margin,
            ),
          ),
        ];
  });

const tokenNote = (): readonly string[] => [
  '',
  ...linesOf(
    `The token is read from ${tokenVariables.join(', ')}, or --token-file; it is never a flag.`,
    pageWidth,
  ),
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
    'Commands (without one: stdio)',
    ...commandLines(table),
    labelled('  do-mcp help <command>', 'all about one command, with examples', margin),
    labelled('  do-mcp version', 'the version of the program', margin),
    '',
    ...linesOf(
      'Options. Each has a variable too, which do-mcp help <command> names; a flag wins. Options that can be on or off take true or false; lists are joined by commas.',
      pageWidth,
    ),
    ...grouped(
      namedOptions.map(([, option]) => option),
      false,
    ),
    ...tokenNote(),
  ].join('\n');

const helpForOne = (entry: CommandEntry): string =>
  [
    `Usage: ${usageOf(entry)}${entry.options.length > 0 ? ' [options]' : ''}`,
    ...linesOf(`${entry.says[0]?.toUpperCase()}${entry.says.slice(1)}.`, pageWidth),
    ...(entry.examples.length > 0 ? ['', 'Examples'] : []),
    ...entry.examples.map(([line, purpose]) => `  ${line}\n      ${purpose}`),
    ...grouped(
      namedOptions.flatMap(([name, option]) => (takenBy(entry).includes(name) ? [option] : [])),
      !entry.isForLater,
    ),
    ...(entry.options.includes('tokenFile') && !entry.isForLater ? tokenNote() : []),
  ].join('\n');

/**
 * The help for the command that these words name; for the first word of several commands, those.
 * @throws {UsageError} when there is no such command, naming the nearest.
 */
export const helpFor = (table: readonly CommandEntry[], words: readonly string[]): string => {
  const under = entriesUnder(table, words);
  if (under.length > 1) return ['Commands', ...commandLines(under)].join('\n');
  const [only] = under;
  if (only) return helpForOne(only);
  const { entry, words: rest } = findCommand(table, words);
  if (rest.length > entry.words.length)
    throw new UsageError(`There is no command "${shown(words.join(' '))}". See do-mcp --help.`);
  return helpForOne(entry);
};
