// `do-mcp --help`: the commands and options, from the same table that the parser reads.
import { type Option, options, tokenVariables } from '../configuration/options.ts';
import { table } from './table.ts';

/** The commands with what they do. */
export const commands: readonly (readonly [string, string])[] = [
  ['do-mcp, do-mcp stdio', 'serve over stdio'],
  ['do-mcp http', 'serve over Streamable HTTP at /mcp'],
  [
    'do-mcp tools [--all] [--json]',
    'which tools this token unlocks; --all: also the hidden ones and why',
  ],
  ['do-mcp scopes [--tools a,b] [--areas x,y]', 'the least scopes to tick for these tools'],
  ['do-mcp simulate', 'the simulated DigitalOcean as an HTTP server of its own'],
  ['do-mcp agent add <name>', "make an agent's key for --auth agents, shown once"],
];

const flagOf = (option: Option): string =>
  option.flag === undefined ? '' : `--${option.flag}${option.value ? ` ${option.value}` : ''}`;

/** The help text. */
export const helpText = (version: string): string => {
  const rows = (Object.values(options) as readonly Option[]).map((option) => [
    `  ${flagOf(option)}`,
    option.variable ?? '',
    option.says,
  ]);
  return [
    `digitalocean-scoped-mcp ${version}: DigitalOcean tools for an AI agent, as many as the token may use.`,
    '',
    'Commands',
    table(commands.map(([command, says]) => [`  ${command}`, says])),
    '',
    'Options (flag, environment variable; a flag wins)',
    table(rows),
    '',
    `The token is read from ${tokenVariables.join(', ')}, or --token-file; it is never a flag.`,
  ].join('\n');
};
