// Reads a configuration file: every setting is known, no secret stands in it, and nobody else may write it.
import { isObject, type JsonObject } from '../../../tools/json-object.ts';
import { nearest } from '../../../tools/nearest.ts';
import type { ReadData } from '../../files/data-text.ts';
import { inWords } from '../../files/data-text.ts';
import { othersWhoWrite } from '../../files/file-rights.ts';
import { JsonRefused, placeOf } from '../../files/json-text.ts';
import { readerFor } from '../../files/reader-for.ts';
import { fileTrouble, readText } from '../../files/text-file.ts';
import { shown } from '../../terminal/veil.ts';
import type { Environment } from '../environment.ts';
import type { OptionName } from '../options/options.ts';
import { UsageError } from '../usage-error.ts';
import { fileSettings } from './file-settings.ts';
import { ValueRefused, valueWritten } from './value.ts';
import type { Written } from './written.ts';

/** More than this is no file of settings, in characters. */
const largest = 1024 * 1024;

const byKey = new Map(fileSettings.map((setting) => [setting.key, setting]));

/** Names of secrets, however they are spelled. */
const secretKey =
  /^(?:do[-_]?mcp[-_]?)?(?:digital-?_?ocean[-_]?)?(?:access[-_]?|api[-_]?)?token$|^(?:do[-_]?mcp[-_]?)?(?:state|operator)[-_]?key$/i;

/** The setting that was meant by a key that is none. */
const meantBy = (key: string): string | undefined => {
  const exact = fileSettings.find(
    ({ name, option }) => name === key || option.variable === key.toUpperCase(),
  );
  return exact?.key ?? nearest(key, [...byKey.keys(), 'profiles']);
};

interface File {
  readonly path: string;
  readonly data: ReadData;
  readonly home: string | undefined;
}

const refuse = ({ path, data }: File, at: readonly string[], what: string): UsageError =>
  new UsageError(`${shown(path)}: ${what}${inWords(data.at(at))}.`);

const unknown = (file: File, at: readonly string[], key: string): UsageError => {
  if (secretKey.test(key))
    return refuse(
      file,
      at,
      'a token or key has no place in this file. Set DIGITALOCEAN_TOKEN (or DO_MCP_STATE_KEY, DO_MCP_OPERATOR_KEY), or name a file with token-file',
    );
  const meant = meantBy(key);
  return refuse(
    file,
    at,
    `there is no setting "${shown(key)}"${meant ? `; did you mean ${meant}?` : '.'} do-mcp config show --all lists them`,
  );
};

type Found = Map<OptionName, { readonly value: string | boolean; readonly place: string }>;

/** The settings of an object, put over those that were found before. */
const take = (
  file: File,
  given: JsonObject,
  under: readonly string[],
  others: readonly string[],
  found: Found,
): void => {
  for (const [key, value] of Object.entries(given)) {
    if (others.includes(key)) continue;
    const at = [...under, key];
    const setting = byKey.get(key);
    if (!setting) throw unknown(file, at, key);
    const { name, option } = setting;
    try {
      const line = file.data.at(at)?.line;
      found.set(name, {
        value: valueWritten(option, value, file.path, file.home),
        place: `${line === undefined ? 'a line' : `line ${line}`}${under.length === 0 ? '' : `, profile ${under[1]}`}`,
      });
    } catch (error) {
      if (error instanceof ValueRefused) throw refuse(file, at, `${key} ${error.message}`);
      throw error;
    }
  }
};

const profilesIn = (file: File, root: JsonObject): JsonObject => {
  const { profiles = {} } = root;
  if (isObject(profiles) && Object.values(profiles).every(isObject)) return profiles;
  throw refuse(file, ['profiles'], 'profiles must be an object of named objects of settings');
};

/** Every profile is read, so that a slip in one is told before it is wanted; the settings of one count. */
const settingsIn = (file: File, root: JsonObject, profile: string | null): Found => {
  const found: Found = new Map();
  take(file, root, [], ['$schema', 'profiles'], found);
  const profiles = profilesIn(file, root);
  for (const [name, settings] of Object.entries(profiles))
    take(
      file,
      settings as JsonObject,
      ['profiles', name],
      [],
      name === profile ? found : new Map(),
    );
  if (profile === null || Object.hasOwn(profiles, profile)) return found;
  const meant = nearest(profile, Object.keys(profiles));
  throw new UsageError(
    `There is no profile "${shown(profile)}" in ${shown(file.path)}.${meant ? ` Did you mean ${shown(meant)}?` : ''}`,
  );
};

/** @throws {UsageError} when everybody may write it; a sentence when its group may. */
const warningsOn = (path: string): readonly string[] => {
  const others = othersWhoWrite(path);
  if (others === 'everybody')
    throw new UsageError(
      `Everybody on this machine may write the configuration file ${shown(path)}, and so choose where your token is sent. chmod 600 changes that.`,
    );
  return others === null
    ? []
    : [`The group of the configuration file ${shown(path)} may write it. chmod 600 changes that.`];
};

const dataOf = async (path: string): Promise<ReadData> => {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    throw new UsageError(
      `The settings cannot be read. ${fileTrouble(shown(path), error)} --config names another, or off for none.`,
    );
  }
  if (text.length > largest) throw new UsageError(`${shown(path)} is larger than 1 MiB.`);
  const read = await readerFor(path);
  try {
    const data = read(text);
    const [twice] = data.twice;
    if (twice)
      throw new JsonRefused(
        `has the key ${placeOf(twice.path)} twice, so that one of them is ignored`,
      );
    return data;
  } catch (error) {
    if (error instanceof JsonRefused) throw new UsageError(`${shown(path)} ${error.message}.`);
    throw error;
  }
};

/**
 * Reads a configuration file.
 * @param profile the profile that counts; null: none.
 * @throws {UsageError} naming the line, for whatever is wrong in it.
 */
export const readConfiguration = async (
  path: string,
  profile: string | null,
  environment: Environment,
): Promise<Written> => {
  const data = await dataOf(path);
  const warnings = warningsOn(path);
  const home = environment['HOME'] ?? environment['USERPROFILE'];
  const file: File = { path, data, home };
  // An empty YAML file is nothing.
  const root = data.value ?? {};
  if (!isObject(root)) throw refuse(file, [], 'this must be an object of settings');
  const found = [...settingsIn(file, root, profile)];
  return {
    path,
    profile,
    values: Object.fromEntries(found.map(([name, { value }]) => [name, value])),
    places: Object.fromEntries(found.map(([name, { place }]) => [name, place])),
    warnings,
  };
};
