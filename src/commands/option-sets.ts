// Options that commands have in common, so that a new option is given to all whom it concerns at once.
import type { OptionName } from '../configuration/options/options.ts';

/** What every command takes. */
export const commonOptions = [
  'config',
  'profile',
  'quiet',
] as const satisfies readonly OptionName[];

/** How the account is reached. */
export const accountOptions = [
  'tokenFile',
  'scopes',
  'quota',
  'apiUrl',
  'tokenInfoUrl',
] as const satisfies readonly OptionName[];

/** What is served, and what is asked and recorded before it is done: the same settings decide it for every server. */
export const servingOptions = [
  ...accountOptions,
  'areas',
  'tools',
  'excludeTools',
  'readOnly',
  'allowSecrets',
  'mode',
  'policy',
  'confirm',
  'confirmAbove',
  'consentDoors',
  'approvalWebhook',
  'secretsDir',
  'audit',
  'auditRequired',
  'stateDir',
  'stateKey',
  'redisUrl',
  'sandbox',
  'speed',
  'seedData',
  'logLevel',
] as const satisfies readonly OptionName[];

/** Where the questions to people are kept: in this machine's state folder, or at a server. */
export const reachingOptions = [
  'stateDir',
  'stateKey',
  'serverUrl',
  'operatorKey',
  'operatorKeyFile',
] as const satisfies readonly OptionName[];

/** What a server over HTTP takes besides. */
export const httpOptions = [
  'auth',
  'host',
  'port',
  'allowedHosts',
  'allowedOrigins',
  'trustedProxies',
  'publicUrl',
  'keyFile',
  'operatorsFile',
] as const satisfies readonly OptionName[];

/** What the doctor looks at: whatever a server may have been told. */
export const doctorOptions = [
  ...servingOptions,
  ...httpOptions,
] as const satisfies readonly OptionName[];

/** What is said to learn which scopes to tick, and to compare a token. */
export const scopesOptions = [
  'for',
  'fromRecord',
  'days',
  'agent',
  'areas',
  'tools',
  'excludeTools',
  'readOnly',
  'tokenFile',
  'scopes',
  'apiUrl',
  'tokenInfoUrl',
  'sandbox',
  'audit',
  'stateDir',
  'stateKey',
  'json',
] as const satisfies readonly OptionName[];
