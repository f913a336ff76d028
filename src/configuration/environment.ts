// What the environment says: values of the options that a command takes, and names that mean nothing.
import { nearest } from '../../tools/nearest.ts';
import { shown } from '../terminal/veil.ts';
import type { Option } from './options/option.ts';
import type { OptionValues } from './options/options.ts';
import { namedOptions, type OptionName, optionNames, options } from './options/options.ts';
import { switchOf } from './switch.ts';
import { UsageError } from './usage-error.ts';

/** The environment, as Node hands it over. */
export type Environment = Readonly<Record<string, string | undefined>>;

const variables = namedOptions.flatMap(([, { variable }]) => variable ?? []);

/** Whether the program reads a variable of this name for itself. */
export const isVariableOfOurs = (name: string): boolean => variables.includes(name);

/** The tokens of agents stand in variables that begin so; the rest of the name is the agent's. */
const agentPrefix = 'DO_MCP_TOKEN_';

// Also behind something else: a loader of .env files joins a broken line with the name on the line below it.
const meantForUs = /(?:^|\W)(DO_?MCP(?:_\w*)?)$/i;

// Kubernetes gives every container variables of its own making about a Service that is named do-mcp.
const serviceLink =
  /^DO_MCP_(?:SERVICE_(?:HOST|PORT)(?:_\w+)?|PORT_\d+_(?:TCP|UDP|SCTP)(?:_\w+)?)$/;

/** Whether one letter more, less or other makes one name of the other. */
const isOneSlip = (a: string, b: string): boolean => {
  const least = Math.min(a.length, b.length);
  let start = 0;
  while (start < least && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end += 1;
  return Math.max(a.length, b.length) - start - end <= 1;
};

const isAgentToken = (name: string): boolean =>
  name.startsWith(agentPrefix) &&
  /^[A-Z0-9_]+$/.test(name) &&
  !variables.some((one) => isOneSlip(name, one));

/**
 * Refuses variables that are meant for this program and mean nothing: a misspelt restriction restricts nothing.
 * @throws {UsageError} for the first one, naming the nearest.
 */
export const refuseUnknownVariables = (environment: Environment): void => {
  for (const [name, value] of Object.entries(environment)) {
    const ours = meantForUs.exec(name)?.[1];
    if (value === undefined || ours === undefined) continue;
    if (isVariableOfOurs(name) || isAgentToken(name) || serviceLink.test(name)) continue;
    // Windows does not tell upper from lower case.
    const upper = name.toUpperCase();
    if (isVariableOfOurs(upper) && environment[upper] === value) continue;
    const meant = nearest(ours, variables);
    throw new UsageError(
      `There is no variable ${shown(name)}, so what it says would be ignored.${meant ? ` Did you mean ${meant}?` : ''} Unset it, or correct its name.`,
    );
  }
};

const fromVariable = (option: Option, environment: Environment): string | boolean | undefined => {
  const text = option.variable === undefined ? undefined : environment[option.variable];
  if (text === undefined || text.trim() === '') return undefined;
  if (option.kind !== 'flag') return text;
  const value = switchOf(text);
  if (value !== undefined) return value;
  throw new UsageError(`${option.variable} must be 1 or 0, not "${shown(text)}".`);
};

/**
 * The values of the options that a command takes: flags, variables for what no flag says, and the configuration file
 * for the rest.
 * @param written what the configuration file says.
 * @throws {UsageError} for a variable that is neither on nor off where it has to be.
 */
export const valuesOf = (
  given: OptionValues,
  environment: Environment,
  names: readonly OptionName[] = optionNames,
  written: OptionValues = {},
): OptionValues =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = given[name] ?? fromVariable(options[name], environment) ?? written[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
