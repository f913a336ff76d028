// An entry of ours over one that is there: what we write is ours, what somebody added to it stays.
import { isObject, type JsonObject, put } from '../../tools/json-object.ts';
import { tokenVariables } from '../configuration/options/options.ts';
import { entryOf } from './entry.ts';
import { FormatRefused, type Value } from './formats/format.ts';

// Every key by which some client says how a server is started, reached, or told who calls.
const managed = new Set([
  'type',
  'source',
  'command',
  'cmd',
  'args',
  'env_vars',
  'env_keys',
  'url',
  'httpUrl',
  'serverUrl',
  'uri',
  'headers',
  'http_headers',
  'bearer_token_env_var',
  'requestOptions',
]);

const variableMaps = new Set(['env', 'envs']);

const isSecret = (name: string): boolean => tokenVariables.some((one) => one === name);

/** What somebody added to the variables; those that hold the token are ours. */
const addedTo = (value: unknown): JsonObject =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !isSecret(name)))
    : {};

/**
 * What is to stand there.
 * @param name of the server.
 * @param existing what stands there; undefined: nothing.
 * @throws {FormatRefused} where another server has the name.
 */
export const mergedOver = (name: string, existing: unknown, wanted: Value): unknown => {
  if (!isObject(existing) || !isObject(wanted)) return wanted;
  refuseForeign(name, existing);
  const result: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(existing)) {
    if (variableMaps.has(key)) {
      const both = { ...addedTo(value), ...addedTo(wanted[key]), ...secretsOf(wanted[key]) };
      if (Object.keys(both).length > 0 || wanted[key] !== undefined) put(result, key, both);
    } else if (wanted[key] !== undefined) put(result, key, wanted[key]);
    else if (!managed.has(key)) put(result, key, value);
  }
  for (const [key, value] of Object.entries(wanted))
    if (!Object.hasOwn(result, key)) put(result, key, value);
  return result;
};

const secretsOf = (value: unknown): JsonObject =>
  isObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([name]) => isSecret(name)))
    : {};

/** @throws {FormatRefused} where the entry of this name starts something else. */
export const refuseForeign = (name: string, existing: unknown): void => {
  const entry = entryOf(name, existing);
  if (!entry || entry.kind === 'neither' || entry.whose === 'ours') return;
  throw new FormatRefused(
    `has another server under the name ${name}. Choose a name with --name, or take that one out first`,
  );
};
