// Gives the option values their meaning, once, at the border; the rest of the program trusts what comes out.
import { readFileSync } from 'node:fs';
import { type Area, areaNames, areas as knownAreas } from '../../scope-map/areas.ts';
import { isScope, scopes as knownScopes } from '../../scope-map/scopes.ts';
import { nearest } from '../../tools/nearest.ts';
import type { Selection } from '../guard/selection.ts';
import type { Environment, OptionValues } from './command-line.ts';
import { findToken, isSandboxToken, type TokenSource } from './token.ts';
import { UsageError } from './usage-error.ts';

/** Who may call over HTTP. */
export type Auth = 'token' | 'agents' | 'key' | 'none';

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
  readonly confirm: 'ask' | 'never';
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
  /** What the owner should know about these settings, in sentences. */
  readonly warnings: readonly string[];
}

const defaultApiUrl = 'https://api.digitalocean.com';
// doctl asks the control panel's host for a token's scopes, not the API's.
const defaultTokenInfoUrl = 'https://cloud.digitalocean.com/v1/oauth/token/info';

const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'];

type Text = string | true | undefined;

const textOf = (value: Text): string | undefined => (typeof value === 'string' ? value : undefined);

const listOf = (value: Text): readonly string[] | undefined =>
  textOf(value)
    ?.split(/[\s,]+/)
    .filter((word) => word !== '');

const oneOf = <const Choice extends string>(
  value: Text,
  choices: readonly Choice[],
  flag: string,
): Choice | undefined => {
  const text = textOf(value);
  if (text === undefined) return undefined;
  const choice = choices.find((one) => one === text);
  if (choice === undefined)
    throw new UsageError(`--${flag} must be one of ${choices.join(', ')}, not "${text}".`);
  return choice;
};

/** Whether a host name means this machine and cannot mean another. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);

const urlOf = (text: string, flag: string): URL => {
  if (!URL.canParse(text)) throw new UsageError(`--${flag} must be a URL, not "${text}".`);
  const url = new URL(text);
  if (url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname))) {
    if (url.username || url.password)
      throw new UsageError(`--${flag} must not contain a user name or password.`);
    return url;
  }
  throw new UsageError(
    `--${flag} must use https, or http on loopback: a token would travel in the clear otherwise.`,
  );
};

const areasOf = (value: Text): ReadonlySet<Area> => {
  const words = listOf(value);
  if (words === undefined || (words.length === 1 && words[0] === 'all')) return new Set(areaNames);
  if (words.length === 1 && words[0] === 'none') return new Set();
  return new Set(
    words.map((word) => {
      const area = areaNames.find((one) => one === word);
      if (area) return area;
      const meant = nearest(word, areaNames);
      throw new UsageError(
        `There is no area "${word}".${meant ? ` Did you mean ${meant}?` : ''} Areas: ${Object.keys(knownAreas).join(', ')}.`,
      );
    }),
  );
};

/** The words of an option as tool names; aliases become the current name. */
export const toolNamesOf = (
  words: readonly string[] | undefined,
  flag: string,
  toolNames: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(
    (words ?? []).map((word) => {
      const name = toolNames.get(word);
      if (name !== undefined) return name;
      const meant = nearest(word, toolNames.keys());
      throw new UsageError(
        `--${flag}: there is no tool "${word}".${meant ? ` Did you mean ${meant}?` : ''} do-mcp tools --all lists them.`,
      );
    }),
  );

const scopesOf = (value: Text): ReadonlySet<string> | null => {
  const words = listOf(value);
  if (words === undefined) return null;
  const wide = ['read', 'write'];
  for (const word of words) {
    if (isScope(word) || wide.includes(word)) continue;
    const meant = nearest(word, Object.keys(knownScopes));
    throw new UsageError(
      `There is no scope "${word}".${meant ? ` Did you mean ${meant}?` : ''} Scopes look like droplet:read.`,
    );
  }
  return new Set(words);
};

const quotaOf = (value: Text): QuotaSetting => {
  const text = textOf(value);
  if (text === undefined) return { hour: 5_000, minute: 250 };
  if (text === 'off') return null;
  const match = /^([1-9]\d{0,6})\/([1-9]\d{0,6})$/.exec(text);
  if (!match)
    throw new UsageError(
      `--quota must look like 5000/250 (requests an hour/a minute) or be off, not "${text}".`,
    );
  return { hour: Number(match[1]), minute: Number(match[2]) };
};

const portOf = (value: Text): number | null => {
  const text = textOf(value);
  if (text === undefined) return null;
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN;
  if (!(port <= 65_535))
    throw new UsageError(`--port must be a number from 0 to 65535, not "${text}".`);
  return port;
};

const speedOf = (value: Text): number | 'instant' => {
  const text = textOf(value);
  if (text === undefined) return 1;
  if (text === 'instant') return 'instant';
  const factor = Number(text);
  if (!(factor > 0 && Number.isFinite(factor)))
    throw new UsageError(`--speed must be a number above 0, or instant, not "${text}".`);
  return factor;
};

const seedDataOf = (value: Text): unknown => {
  const path = textOf(value);
  if (path === undefined) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new UsageError(
      `--seed-data ${path} cannot be used: ${error instanceof Error ? error.message : 'unknown reason'}.`,
    );
  }
};

const laterOnes = (values: OptionValues): readonly string[] => [
  ...(oneOf(values.mode, ['tools', 'search'], 'mode') === 'search'
    ? ['--mode search is not there yet; one tool per endpoint is served.']
    : []),
  ...(values.audit !== undefined && values.audit !== 'off'
    ? [
        '--audit: calls are not recorded yet; the option is accepted so that configurations stay valid.',
      ]
    : []),
];

const selectionOf = (values: OptionValues, toolNames: ReadonlyMap<string, string>): Selection => ({
  areas: areasOf(values.areas),
  areasNamed: values.areas !== undefined,
  added: toolNamesOf(listOf(values.tools), 'tools', toolNames),
  leftOut: toolNamesOf(listOf(values.excludeTools), 'exclude-tools', toolNames),
  readOnly: values.readOnly === true,
  allowSecrets: values.allowSecrets === true,
});

/**
 * Checks and completes the option values.
 * @param toolNames every tool name and alias, each with its current name.
 * @throws {UsageError} for the first value or combination that makes no sense.
 */
export const readSettings = (
  values: OptionValues,
  environment: Environment,
  toolNames: ReadonlyMap<string, string>,
): Settings => {
  const token = findToken(environment, textOf(values.tokenFile)) ?? null;
  const sandbox = values.sandbox === true;
  if (sandbox && token !== null && !isSandboxToken(token.read()))
    throw new UsageError(
      `--sandbox talks to the simulation, but ${token.from} holds a real token. Unset it, or leave out --sandbox.`,
    );
  const apiUrl = urlOf(textOf(values.apiUrl) ?? defaultApiUrl, 'api-url');
  const tokenInfo = textOf(values.tokenInfoUrl);
  const tokenInfoUrl =
    tokenInfo !== undefined
      ? urlOf(tokenInfo, 'token-info-url')
      : values.apiUrl === undefined
        ? new URL(defaultTokenInfoUrl)
        : new URL('/v1/oauth/token/info', apiUrl.origin);
  const publicUrl = textOf(values.publicUrl);
  const logLevel = textOf(values.logLevel) ?? 'info';
  if (!logLevels.includes(logLevel))
    throw new UsageError(`--log-level must be one of ${logLevels.join(', ')}, not "${logLevel}".`);
  return {
    token,
    tokenFile: textOf(values.tokenFile) ?? null,
    sandbox,
    declaredScopes: scopesOf(values.scopes),
    selection: selectionOf(values, toolNames),
    confirm: oneOf(values.confirm, ['ask', 'never'], 'confirm') ?? (sandbox ? 'never' : 'ask'),
    auth:
      oneOf(values.auth, ['token', 'agents', 'key', 'none'], 'auth') ?? (sandbox ? 'none' : 'key'),
    quota: quotaOf(values.quota),
    apiUrl,
    tokenInfoUrl,
    redisUrl: textOf(values.redisUrl) ?? null,
    policyFile: textOf(values.policy) ?? null,
    keyFile: textOf(values.keyFile) ?? null,
    logLevel,
    host: textOf(values.host) ?? '127.0.0.1',
    port: portOf(values.port),
    allowedHosts: listOf(values.allowedHosts) ?? [],
    allowedOrigins: listOf(values.allowedOrigins) ?? [],
    trustedProxies: listOf(values.trustedProxies) ?? [],
    publicUrl: publicUrl === undefined ? null : urlOf(publicUrl, 'public-url'),
    speed: speedOf(values.speed),
    seedData: seedDataOf(values.seedData),
    json: values.json === true,
    all: values.all === true,
    warnings: laterOnes(values),
  };
};
