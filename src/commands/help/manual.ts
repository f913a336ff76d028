// The manual page, for man: made when the program is built, from the tables that the help is made from.
import { namedOptions, tokenVariables } from '../../configuration/options/options.ts';
import type { CommandEntry } from '../command.ts';
import { usageOf } from '../find-command.ts';
import { commandGroups } from './help.ts';
import { byFlag } from './option-lines.ts';
import { sharedExits } from './topics.ts';

/** A text in which troff finds no orders of its own (groff_char(7), groff(7)). */
const plain = (text: string): string =>
  text
    .replaceAll('\\', String.raw`\e`)
    .replaceAll('-', String.raw`\-`)
    .replaceAll('…', '...')
    .replaceAll(/^(?=[.'])/gm, String.raw`\&`);

const bold = (text: string): string => String.raw`\fB${plain(text)}\fR`;

/** What is told of a thing, below its name. */
const item = (name: string, says: string): string => `.TP\n${bold(name)}\n${plain(says)}`;

const section = (title: string, lines: readonly string[]): readonly string[] => [
  `.SH ${title}`,
  ...lines,
];

const commandSections = (table: readonly CommandEntry[]): readonly string[] =>
  commandGroups.flatMap(([group, title]) => [
    `.SS ${plain(title)}`,
    ...table
      .filter((entry) => entry.group === group)
      .map((entry) => item(usageOf(entry), `${entry.says}.`)),
  ]);

const optionItems = namedOptions.map(([, option]) => {
  const { variable, flag, says } = option;
  const beside = flag !== undefined && variable !== undefined ? ` Variable: ${variable}.` : '';
  return item(byFlag(option) ?? '', `${says}${beside}`);
});

const exampleItems = (table: readonly CommandEntry[]): readonly string[] =>
  table.flatMap(({ examples: [first] }) => (first ? [item(first[0], `${first[1]}.`)] : []));

/** The page in troff's man macros. */
export const manualPage = (version: string, table: readonly CommandEntry[]): string =>
  `${[
    `.TH DO\\-MCP 1 "" "digitalocean\\-scoped\\-mcp ${version}"`,
    ...section('NAME', [
      plain('do-mcp - DigitalOcean tools for an AI agent, as many as the token may use'),
    ]),
    ...section('SYNOPSIS', [`${bold('do-mcp')} [command] [options]`]),
    ...section('DESCRIPTION', [
      plain(
        'An MCP server that gives an AI agent DigitalOcean tools: exactly as many as its token may use. Without a command it serves the program that starts it over stdin and stdout. Here stand all commands and options; do-mcp help <command> tells which options a command takes, with examples.',
      ),
    ]),
    ...section('COMMANDS', commandSections(table)),
    ...section('OPTIONS', optionItems),
    ...section('ENVIRONMENT', [
      ...tokenVariables.map((name) => item(name, 'The DigitalOcean token; it is never an option.')),
      item('NO_COLOR', 'Set to anything: no colours on a terminal.'),
      plain('Variables of options stand with them.').replace(/^/, '.PP\n'),
    ]),
    ...section('EXIT STATUS', [
      ...sharedExits.map(([code, meaning]) => item(String(code), `${meaning}.`)),
      `.PP\n${plain('Commands with codes of their own tell them in do-mcp help exit-codes.')}`,
    ]),
    ...section('EXAMPLES', exampleItems(table)),
  ].join('\n')}\n`;
