// The options that were given for the server, as the words that its client starts it with.
import { resolve } from 'node:path';
import type { Option } from '../../configuration/options/option.ts';
import {
  type OptionName,
  type OptionValues,
  options,
} from '../../configuration/options/options.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { servingOptions } from '../option-sets.ts';

/** Options that `init` writes by itself, or not at all: a URL of Redis may hold a password, a key has no flag. */
const notCopied: readonly OptionName[] = [
  'tokenFile',
  'sandbox',
  'readOnly',
  'redisUrl',
  'stateKey',
];

/** Options of the server that may be given to `init`. */
export const copiedOptions: readonly OptionName[] = servingOptions.filter(
  (name) => !notCopied.includes(name),
);

/** What is written down of what was given: those, and which file of settings the server reads. */
const writtenDown: readonly OptionName[] = ['config', 'profile', ...copiedOptions];

/** Files and folders: a client starts the server elsewhere, where a path from here leads nowhere. */
const paths: readonly OptionName[] = [
  'config',
  'secretsDir',
  'stateDir',
  'audit',
  'policy',
  'seedData',
];

const wordsOf = (name: OptionName, value: string | boolean): readonly string[] => {
  const { flag }: Option = options[name];
  if (flag === undefined) return [];
  if (typeof value === 'boolean') return value ? [`--${flag}`] : [];
  const isPath = paths.includes(name) && value !== 'off';
  const text = isPath ? resolve(value) : value;
  return text.startsWith('-') ? [`--${flag}=${text}`] : [`--${flag}`, text];
};

/**
 * Whether the server reads only: always, unless something else was said; on the simulation there is nothing to harm.
 * @throws {UsageError} where both were said.
 */
export const readsOnly = (given: OptionValues): boolean => {
  if (given.allowChanges === true && given.readOnly === true)
    throw new UsageError(
      '--allow-changes and --read-only say opposite things. Leave out one of them.',
    );
  if (given.readOnly !== undefined) return given.readOnly === true;
  return given.allowChanges !== true && given.sandbox !== true;
};

/** The words behind those that start the program. */
export const serverArguments = (
  given: OptionValues,
  tokenFile: string | undefined,
): readonly string[] => [
  ...(given.sandbox === true ? ['--sandbox'] : []),
  ...(readsOnly(given) ? ['--read-only'] : []),
  ...(tokenFile === undefined ? [] : ['--token-file', tokenFile]),
  ...writtenDown.flatMap((name) => {
    const value = given[name];
    return value === undefined ? [] : wordsOf(name, value);
  }),
];

/**
 * Refuses options of the server where it is started by somebody else.
 * @throws {UsageError} naming the first.
 */
export const refuseServerOptions = (given: OptionValues): void => {
  const first = [
    ...writtenDown,
    'readOnly' as const,
    'allowChanges' as const,
    'tokenFile' as const,
  ].find((name) => given[name] !== undefined);
  if (first === undefined) return;
  const { flag }: Option = options[first];
  throw new UsageError(
    `With --http the server runs already, and --${flag ?? first} is said where it is started. Leave it out here.`,
  );
};
