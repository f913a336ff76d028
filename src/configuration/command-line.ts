// Splits the command line into a command, its words and its option values; environment variables fill the rest.
import { parseArgs } from 'node:util';
import { nearest } from '../../tools/nearest.ts';
import { type Option, type OptionName, options } from './options.ts';
import { UsageError } from './usage-error.ts';

/** The environment, as Node hands it over. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Option values before they are given meaning; absent ones are not there. */
export type OptionValues = { readonly [Name in OptionName]?: string | true };

/** A command line taken apart. */
export interface CommandLine {
  /** The command and its words, for example `['agent', 'add', 'ci']`; empty means stdio. */
  readonly words: readonly string[];
  readonly values: OptionValues;
  readonly help: boolean;
  readonly version: boolean;
}

const byName = Object.entries(options) as readonly (readonly [OptionName, Option])[];

const flags = new Map(
  byName.flatMap(([name, option]) => (option.flag ? [[option.flag, name] as const] : [])),
);

const yes = new Set(['1', 'true', 'yes', 'on']);
const no = new Set(['', '0', 'false', 'no', 'off']);

const fromVariable = (option: Option, environment: Environment): string | true | undefined => {
  const text = option.variable === undefined ? undefined : environment[option.variable];
  if (text === undefined || text === '') return undefined;
  if (option.kind !== 'flag') return text;
  if (yes.has(text.toLowerCase())) return true;
  if (no.has(text.toLowerCase())) return undefined;
  throw new UsageError(`${option.variable} must be 1 or 0, not "${text}".`);
};

/**
 * Takes a command line apart; `argv` starts after the program's name.
 * @throws {UsageError} for an unknown option (naming the nearest), a missing value or one too many.
 */
export const parseCommandLine = (
  argv: readonly string[],
  environment: Environment,
): CommandLine => {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: declared,
  });
  const words: string[] = [];
  const given = new Map<OptionName, string | true>();
  let help = false;
  let version = false;
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.name === 'help' || token.name === 'h') help = true;
    else if (token.name === 'version' || token.name === 'v') version = true;
    else {
      const name = flags.get(token.name);
      if (!name) throw unknownOption(token.name);
      given.set(name, readValue(options[name], token.name, token.value));
    }
  }
  const values = Object.fromEntries(
    byName.flatMap(([name, option]) => {
      const value = given.get(name) ?? fromVariable(option, environment);
      return value === undefined ? [] : [[name, value]];
    }),
  );
  return { words, values, help, version };
};

const declared = Object.fromEntries([
  ...byName.flatMap(([, option]) =>
    option.flag
      ? [[option.flag, { type: option.kind === 'flag' ? 'boolean' : 'string' } as const]]
      : [],
  ),
  ['help', { type: 'boolean', short: 'h' } as const],
  ['version', { type: 'boolean', short: 'v' } as const],
]);

const readValue = (option: Option, flag: string, value: string | undefined): string | true => {
  if (option.kind === 'flag') {
    if (value === undefined || yes.has(value.toLowerCase())) return true;
    throw new UsageError(`--${flag} takes no value.`);
  }
  if (value === undefined || value === '')
    throw new UsageError(`--${flag} needs a value: ${option.value ?? '<value>'}.`);
  return value;
};

const unknownOption = (flag: string): UsageError => {
  if (/^(access-|api-|do-)?token$/.test(flag))
    return new UsageError(
      'The token is never given on the command line, where other users could read it. Set DIGITALOCEAN_TOKEN, or use --token-file.',
    );
  const meant = nearest(flag, flags.keys());
  return new UsageError(
    `There is no option --${flag}.${meant ? ` Did you mean --${meant}?` : ''} See do-mcp --help.`,
  );
};
