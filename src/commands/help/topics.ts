// Pages of the help that are about no single command: options, variables, exit codes.
import { namedOptions, tokenVariables } from '../../configuration/options/options.ts';
import type { CommandEntry } from '../command.ts';
import { labelled, linesOf, pageWidth } from '../paragraph.ts';
import { byFlag, byVariable, margin, optionLines, tokenNote } from './option-lines.ts';

const all = namedOptions.map(([, option]) => option);

const optionsPage = (): readonly string[] => [
  ...linesOf(
    'Every option. do-mcp help <command> tells which of them a command takes. A flag wins over its variable. Options that can be on or off take true or false; lists are joined by commas.',
    pageWidth,
  ),
  ...optionLines(all, byFlag),
  ...tokenNote(),
];

const variablesPage = (): readonly string[] => [
  ...linesOf(
    'Every variable. A flag wins over its variable; an unknown variable that begins with DO_MCP_ stops the start, with the nearest name. Options that are on or off are 1 or 0.',
    pageWidth,
  ),
  '',
  'The token',
  ...tokenVariables.map((name, at) =>
    labelled(
      `  ${name}`,
      at === 0
        ? 'The DigitalOcean token; never a flag, since other users can read those.'
        : 'The same, as other programs call it.',
      margin,
    ),
  ),
  labelled(
    '  DO_MCP_TOKEN_<AGENT>',
    'The token of an agent, for do-mcp http --auth agents.',
    margin,
  ),
  ...optionLines(all, byVariable, ({ flag, value }) =>
    flag === undefined ? value : `--${flag}${value ? ` ${value}` : ''}`,
  ),
  '',
  'Of others',
  labelled('  NO_COLOR', 'Set to anything: no colours on a terminal.', margin),
  labelled('  HTTPS_PROXY, NO_PROXY', 'The proxy to DigitalOcean, and hosts without it.', margin),
];

/** What every exit code means for all commands that do not say otherwise. */
export const sharedExits: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'done'],
  [1, 'it failed, or something was found that is not as it should be; stderr tells what'],
  [2, 'it was called wrongly: an option, word, variable or file; nothing was done'],
  [130, 'it was ended by Ctrl+C'],
];

const exitLines = (exits: CommandEntry['exits'] = []): readonly string[] =>
  exits.map(([code, meaning]) => labelled(`  ${code}`, meaning, 8));

const exitsPage = (table: readonly CommandEntry[]): readonly string[] => [
  ...linesOf('With which code a command ends, for scripts.', pageWidth),
  '',
  'All commands',
  ...exitLines(sharedExits),
  ...table.flatMap(({ name, exits }) =>
    exits === undefined ? [] : ['', `do-mcp ${name}`, ...exitLines(exits)],
  ),
];

/** The exit codes of one command, below a heading; nothing where they are those of all. */
export const ownExits = ({ exits }: CommandEntry): readonly string[] =>
  exits === undefined ? [] : ['', 'Exit codes', ...exitLines(exits)];

/** Each page by the word that it is asked for with, and what it tells. */
export const topics: Readonly<
  Record<
    string,
    { readonly says: string; readonly page: (table: readonly CommandEntry[]) => readonly string[] }
  >
> = {
  options: { says: 'every option', page: optionsPage },
  variables: { says: 'every environment variable', page: variablesPage },
  'exit-codes': { says: 'with which code commands end, for scripts', page: exitsPage },
};
