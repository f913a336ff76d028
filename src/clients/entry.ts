// Reads an entry of a client's file, whatever the client calls its parts.
import { isObject, type JsonObject } from '../../tools/json-object.ts';
import { type Whose, whoseIs } from './whose.ts';

/** A server as a client's file has it; references to variables stand as they are written. */
export interface Entry {
  readonly name: string;
  /** A program that is started, an address that is called, or neither: half an entry. */
  readonly kind: 'stdio' | 'http' | 'neither';
  readonly command: string | null;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** Names of variables that are handed on from the client's environment or its keychain. */
  readonly handedOn: readonly string[];
  readonly url: string | null;
  readonly headers: Readonly<Record<string, string>>;
  /** The variable with the bearer token of an address, where the client names one. */
  readonly bearerVariable: string | null;
  /** The folder of the one project in which the client has it; null: in all. */
  readonly project: string | null;
  /** Whether the client has it switched on. */
  readonly isOn: boolean;
  readonly whose: Whose;
}

const textIn = (object: JsonObject, ...keys: readonly string[]): string | null =>
  keys.map((key) => object[key]).find((value): value is string => typeof value === 'string') ??
  null;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

const mapIn = (value: unknown): Readonly<Record<string, string>> =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).flatMap(([key, one]) =>
          ['string', 'number', 'boolean'].includes(typeof one) ? [[key, String(one)]] : [],
        ),
      )
    : {};

/**
 * Reads an entry; null where it is no object.
 * @param project the folder of the one project that it is for.
 */
export const entryOf = (
  name: string,
  value: unknown,
  project: string | null = null,
): Entry | null => {
  if (!isObject(value)) return null;
  // Zed's older files hold the command as an object of its own.
  const inner = isObject(value['command']) ? value['command'] : value;
  const command = textIn(inner, 'command', 'cmd', 'path');
  const url = textIn(value, 'httpUrl', 'serverUrl', 'url', 'uri');
  const args = textsIn(inner['args']);
  const env = { ...mapIn(inner['envs']), ...mapIn(inner['env']) };
  const options = isObject(value['requestOptions']) ? value['requestOptions'] : {};
  const handedOn = [...textsIn(value['env_vars']), ...textsIn(value['env_keys'])];
  return {
    name,
    kind: command !== null ? 'stdio' : url !== null ? 'http' : 'neither',
    command,
    args,
    env,
    handedOn,
    url: command === null ? url : null,
    headers: {
      ...mapIn(value['headers']),
      ...mapIn(value['http_headers']),
      ...mapIn(options['headers']),
    },
    bearerVariable: textIn(value, 'bearer_token_env_var'),
    project,
    isOn: value['enabled'] !== false && value['disabled'] !== true,
    whose: whoseIs({
      name,
      command,
      args,
      variables: [...Object.keys(env), ...handedOn],
      url: command === null ? url : null,
    }),
  };
};
