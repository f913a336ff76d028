// Gives the option values their meaning, once, at the border; the rest of the program trusts what comes out.
import { isScope, scopes as knownScopes } from '../../scope-map/scopes.ts';
import { nearest } from '../../tools/nearest.ts';
import { JsonRefused, parseJson } from '../files/json-text.ts';
import { fileTrouble, readText } from '../files/text-file.ts';
import type { Selection } from '../guard/selection.ts';
import type { Mode } from '../menu/listing.ts';
import { shown } from '../terminal/veil.ts';
import { askingSettings, type ConsentDoor, recordSettings } from './asking-settings.ts';
import { choosingSettings, type ToolChoice } from './choosing-settings.ts';
import { checkCombinations, checkTokenForm, doubts } from './combinations.ts';
import type { Environment } from './environment.ts';
import { type OptionName, type OptionValues, optionNames } from './options/options.ts';
import { type Reading, readingSettings } from './reading-settings.ts';
import { selectionOf } from './selection.ts';
import { findToken, type TokenSource } from './token.ts';
import { UsageError } from './usage-error.ts';
import { listOf, numberOf, oneOf, textOf, urlOf } from './values.ts';

export { toolNamesOf } from './selection.ts';
export { isLoopback } from './values.ts';

/** Who may call over HTTP. */
export type Auth = 'token' | 'agents' | 'key' | 'none';

/** When a person is asked: before something is destroyed, disclosed or billed; not before it is billed; never. */
export type Confirm = 'ask' | 'destroy' | 'never';

/** Requests that we allow ourselves per token; null: no limit of our own. */
export type QuotaSetting = { readonly hour: number; readonly minute: number } | null;

/** Everything the program was told, checked. */
export interface Settings {
  /** Null when no token was given. */
  readonly token: TokenSource | null;
  readonly tokenFile: string | null;
  readonly sandbox: boolean;
  /** Scopes declared by the owner; null: ask DigitalOcean. */
  readonly declaredScopes: ReadonlySet<string> | null;
  readonly selection: Selection;
  readonly confirm: Confirm;
  /** Dollars a month from which billing asks. */
  readonly confirmAbove: number;
  /** The doors at which a person may answer. */
  readonly consentDoors: ReadonlySet<ConsentDoor>;
  /** Told, signed, when something waits for an answer. */
  readonly approvalWebhook: URL | null;
  /** What a new operator may do. */
  readonly role: 'look' | 'approve' | 'operate';
  /** What is said with an answer to a question. */
  readonly reason: string | null;
  /** The people who may answer over HTTP; null: as the state folder has them. */
  readonly operatorsFile: string | null;
  /** The server whose questions are answered from here; null: those of this machine. */
  readonly serverUrl: URL | null;
  readonly operatorKey: string | null;
  readonly operatorKeyFile: string | null;
  /** Where credentials are written for the person; null: they are redacted. */
  readonly secretsDir: string | null;
  /** The file of the record; null: one in the state folder. */
  readonly audit: string | 'off' | null;
  /** What is not done unless it can be recorded. */
  readonly auditRequired: 'changes' | 'all' | 'off';
  readonly stateDir: string;
  /** The owner's own key for consent and record; null: one is made in the state folder. */
  readonly stateKey: string | null;
  /** Which part of the record a command reads. */
  readonly reading: Reading;
  /** The job in words for which scopes are sought; null: none. */
  readonly scopesFor: string | null;
  /** Whether scopes are sought for what is on record. */
  readonly fromRecord: boolean;
  /** The arguments of a call that a policy is asked about, as JSON. */
  readonly callArguments: string | null;
  /** Which tools are shown. */
  readonly choice: ToolChoice;
  /** How tools are offered. */
  readonly mode: Mode;
  readonly auth: Auth;
  readonly quota: QuotaSetting;
  readonly apiUrl: URL;
  readonly tokenInfoUrl: URL;
  readonly redisUrl: string | null;
  readonly policyFile: string | null;
  readonly keyFile: string | null;
  readonly logLevel: string;
  readonly host: string;
  /** Null: the command's own default. */
  readonly port: number | null;
  readonly allowedHosts: readonly string[];
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly publicUrl: URL | null;
  readonly speed: number | 'instant';
  /** The simulation's starting account, parsed from JSON; undefined: the built-in one. */
  readonly seedData: unknown;
  readonly json: boolean;
  readonly all: boolean;
  /** Opens what is served in a browser. */
  readonly open: boolean;
  /** Agrees to what is shown without being asked. */
  readonly yes: boolean;
  /** Shows what would be done, and does nothing. */
  readonly dryRun: boolean;
  /** Nothing is said beside the result, but for what is wrong. */
  readonly quiet: boolean;
  /** Line after line, without waiting, colours or anything that moves. */
  readonly plain: boolean;
  /** Without pauses, everything finished at once. */
  readonly fast: boolean;
  /** Whether there is a newer version is asked. */
  readonly check: boolean;
  /** What the owner should know about these settings, in sentences. */
  readonly warnings: readonly string[];
}

const defaultApiUrl = 'https://api.digitalocean.com';
// doctl asks the control panel's host for a token's scopes, not the API's.
const defaultTokenInfoUrl = 'https://cloud.digitalocean.com/v1/oauth/token/info';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

const scopesOf = (values: OptionValues): ReadonlySet<string> | null => {
  const words = listOf(values, 'scopes');
  if (words === undefined) return null;
  const wide = ['read', 'write'];
  for (const word of words) {
    if (isScope(word) || wide.includes(word)) continue;
    const meant = nearest(word, Object.keys(knownScopes));
    throw new UsageError(
      `There is no scope "${shown(word)}".${meant ? ` Did you mean ${meant}?` : ''} Scopes look like droplet:read.`,
    );
  }
  return new Set(words);
};

const quotaOf = (values: OptionValues): QuotaSetting => {
  const text = textOf(values, 'quota');
  if (text === undefined) return { hour: 5_000, minute: 250 };
  if (text === 'off') return null;
  const match = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text);
  if (!match)
    throw new UsageError(
      `--quota must look like 5000/250 (requests an hour/a minute) or be off, not "${shown(text)}".`,
    );
  return { hour: Number(match[1]), minute: Number(match[2]) };
};

const speedOf = (values: OptionValues): number | 'instant' =>
  textOf(values, 'speed') === 'instant'
    ? 'instant'
    : (numberOf(values, 'speed', {
        says: 'a number above 0, or instant',
        fits: (number) => number > 0,
      }) ?? 1);

const portOf = (values: OptionValues): number | null =>
  numberOf(values, 'port', {
    says: 'a number from 0 to 65535',
    fits: (number) => Number.isInteger(number) && number <= 65_535,
  }) ?? null;

const seedDataOf = (values: OptionValues): unknown => {
  const path = textOf(values, 'seedData');
  if (path === undefined) return undefined;
  try {
    return parseJson(readText(path));
  } catch (error) {
    if (error instanceof JsonRefused)
      throw new UsageError(`--seed-data: the file ${shown(path)} ${error.message}.`);
    throw new UsageError(`--seed-data: ${fileTrouble(shown(path), error)}`);
  }
};

/**
 * Checks and completes the option values.
 * @param toolNames every tool name and alias, each with its current name.
 * @param takes the options of the command that is run: a token is only looked at by who works with one.
 * @throws {UsageError} for the first value or combination that makes no sense.
 */
export const readSettings = (
  values: OptionValues,
  environment: Environment,
  toolNames: ReadonlyMap<string, string>,
  takes: readonly OptionName[] = optionNames,
): Settings => {
  const sandbox = values.sandbox === true;
  const apiUrl = urlOf(values, 'apiUrl') ?? new URL(defaultApiUrl);
  const token = takes.includes('tokenFile')
    ? (findToken(environment, textOf(values, 'tokenFile')) ?? null)
    : null;
  checkCombinations(values, token, sandbox);
  if (takes.includes('apiUrl')) checkTokenForm(values, token, sandbox);
  const tokenInfoUrl =
    urlOf(values, 'tokenInfoUrl') ??
    (values.apiUrl === undefined
      ? new URL(defaultTokenInfoUrl)
      : new URL('/v1/oauth/token/info', apiUrl.origin));
  return {
    token,
    tokenFile: textOf(values, 'tokenFile') ?? null,
    sandbox,
    declaredScopes: scopesOf(values),
    selection: selectionOf(values, toolNames),
    mode: oneOf(values, 'mode', ['both', 'tools', 'search']) ?? 'both',
    confirm: oneOf(values, 'confirm', ['ask', 'destroy', 'never']) ?? (sandbox ? 'never' : 'ask'),
    ...askingSettings(values),
    ...recordSettings(values, environment),
    ...readingSettings(values),
    ...choosingSettings(values),
    auth: oneOf(values, 'auth', ['token', 'agents', 'key', 'none']) ?? (sandbox ? 'none' : 'key'),
    quota: quotaOf(values),
    apiUrl,
    tokenInfoUrl,
    redisUrl: textOf(values, 'redisUrl') ?? null,
    policyFile: textOf(values, 'policy') ?? null,
    keyFile: textOf(values, 'keyFile') ?? null,
    logLevel: oneOf(values, 'logLevel', logLevels) ?? 'info',
    host: textOf(values, 'host') ?? '127.0.0.1',
    port: portOf(values),
    allowedHosts: listOf(values, 'allowedHosts') ?? [],
    allowedOrigins: listOf(values, 'allowedOrigins') ?? [],
    trustedProxies: listOf(values, 'trustedProxies') ?? [],
    publicUrl: urlOf(values, 'publicUrl') ?? null,
    speed: speedOf(values),
    seedData: seedDataOf(values),
    json: values.json === true,
    all: values.all === true,
    open: values.open === true,
    yes: values.yes === true,
    dryRun: values.dryRun === true,
    quiet: values.quiet === true,
    plain: values.plain === true,
    fast: values.fast === true,
    check: values.check === true,
    warnings: doubts(values, environment, token, takes),
  };
};
