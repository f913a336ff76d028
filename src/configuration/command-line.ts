// Splits the command line into words and option values; a command then takes what belongs to it.
import { parseArgs } from 'node:util';
import { nearest } from '../../tools/nearest.ts';
import { shown } from '../terminal/veil.ts';
import type { Option } from './options/option.ts';
import { namedOptions, type OptionName, type OptionValues, options } from './options/options.ts';
import { isSwitch, switchOf } from './switch.ts';
import { UsageError } from './usage-error.ts';

export type { Environment } from './environment.ts';

/** A command line taken apart. */
export interface CommandLine {
  /** The command and its words, for example `['agent', 'add', 'ci']`; empty means stdio. */
  readonly words: readonly string[];
  /** What was given as flags. */
  readonly given: OptionValues;
  readonly help: boolean;
  readonly version: boolean;
}

const flags = new Map(
  namedOptions.flatMap(([name, option]) => (option.flag ? [[option.flag, name] as const] : [])),
);

const declared = Object.fromEntries([
  ...namedOptions.flatMap(([, option]) =>
    option.flag
      ? [[option.flag, { type: option.kind === 'flag' ? 'boolean' : 'string' } as const]]
      : [],
  ),
  ['help', { type: 'boolean', short: 'h' } as const],
  ['version', { type: 'boolean', short: 'v' } as const],
]);

/**
 * Takes a command line apart; `argv` starts after the program's name.
 * @throws {UsageError} for an unknown option (naming the nearest), a missing value, one too many, or an option
 * with one value that is given twice.
 */
export const parseCommandLine = (argv: readonly string[]): CommandLine => {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: declared,
  });
  const words: string[] = [];
  const given = new Map<OptionName, string | boolean>();
  let help = false;
  let version = false;
  for (const [place, token] of tokens.entries()) {
    if (token.kind === 'positional' && !isValueOf(tokens[place - 1], token))
      words.push(token.value);
    if (token.kind !== 'option') continue;
    if (token.value === undefined && (token.name === 'help' || token.name === 'h')) help = true;
    else if (token.value === undefined && (token.name === 'version' || token.name === 'v'))
      version = true;
    else {
      const name = flags.get(token.name);
      if (!name) throw unknownOption(token.name, argv[token.index] ?? '');
      const next = tokens[place + 1];
      const own =
        next?.kind === 'positional' && isValueOf(token, next)
          ? { ...token, value: next.value }
          : token;
      given.set(name, join(options[name], given.get(name), readValue(options[name], own)));
    }
  }
  return { words, given: Object.fromEntries(given), help, version };
};

/** A part of the command line, as far as it matters here. */
type Part = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number];

/** Whether a word is the value of the flag before it: `--read-only false` means what it says. */
const isValueOf = (before: Part | undefined, word: Part): boolean => {
  if (before?.kind !== 'option' || before.value !== undefined || word.kind !== 'positional')
    return false;
  const name = flags.get(before.name);
  return (
    name !== undefined &&
    options[name].kind === 'flag' &&
    word.index === before.index + 1 &&
    /^(true|false|yes|no|on|off)$/i.test(word.value)
  );
};

/** An option as it stands on the command line. */
interface Given {
  readonly name: string;
  readonly value?: string | undefined;
  readonly inlineValue?: boolean | undefined;
}

const readValue = (option: Option, { name, value, inlineValue }: Given): string | boolean => {
  if (option.kind === 'flag') {
    if (value === undefined) return true;
    if (isSwitch(value)) return switchOf(value) === true;
    throw new UsageError(`--${name} is true or false, not "${shown(value)}".`);
  }
  if (value === undefined || value === '')
    throw new UsageError(`--${name} needs a value: ${option.value ?? '<value>'}.`);
  // Otherwise `--policy --read-only` would be a file of that name, and nothing would be read-only.
  if (inlineValue !== true && value.startsWith('--'))
    throw new UsageError(
      `--${name} needs a value: ${option.value ?? '<value>'}. ${shown(value)} is taken for the next option; as a value it is written --${name}=${shown(value)}.`,
    );
  return value;
};

const join = (
  option: Option,
  before: string | boolean | undefined,
  value: string | boolean,
): string | boolean => {
  if (before === undefined) return value;
  if (option.kind === 'list') return `${before},${value}`;
  if (option.kind === 'flag' && before === value) return value;
  throw new UsageError(`--${option.flag} is given twice. Leave one of them out.`);
};

const unknownOption = (name: string, argument: string): UsageError => {
  if (/^(access-|api-|do-)?token$/.test(name))
    return new UsageError(
      'The token is never given on the command line, where other users could read it. Set DIGITALOCEAN_TOKEN, or use --token-file.',
    );
  const written = argument.split('=')[0] ?? '';
  const meant = nearest(written.replace(/^-+/, ''), [...flags.keys(), 'help', 'version']);
  return new UsageError(
    `There is no option ${shown(written)}.${meant ? ` Did you mean --${meant}?` : ''} See do-mcp --help.`,
  );
};
