// The server as it is to be written for one client: how it is started or reached, with which words and variables.
import type { Client } from '../../clients/client.ts';
import type { Secret, Server } from '../../clients/server.ts';
import { startWords } from '../../clients/start.ts';
import type { OptionValues } from '../../configuration/options/options.ts';
import { tokenVariables } from '../../configuration/options/options.ts';
import { isSandboxToken } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { urlOf } from '../../configuration/values.ts';
import { shown } from '../../terminal/veil.ts';
import type { Machine } from './machine.ts';
import { serverArguments } from './server-arguments.ts';

const usualName = 'digitalocean';

/**
 * The name under which the client knows the server.
 * @throws {UsageError} for one that not every client takes.
 */
export const nameFrom = (given: OptionValues): string => {
  const { serverName } = given;
  const name = typeof serverName === 'string' ? serverName : usualName;
  // Clients put it before the names of tools, of which some take 64 characters at most.
  if (/^[A-Za-z][A-Za-z0-9_-]{0,19}$/.test(name) && shown(name) === name) return name;
  throw new UsageError(
    '--name takes a letter and up to 19 letters, digits, dashes and underscores behind it: clients put it before the names of tools.',
  );
};

/** On the simulation a real token that the client hands down would be refused: it is blotted out. */
const withoutRealToken = ({ started }: Machine): Readonly<Record<string, string>> =>
  Object.fromEntries(
    tokenVariables.flatMap((name) => {
      const value = started.environment[name]?.trim() ?? '';
      return value === '' || isSandboxToken(value) ? [] : [[name, '']];
    }),
  );

const stdioFor = (
  machine: Machine,
  client: Client,
  given: OptionValues,
  secret: Secret,
): Server => {
  const words = startWords(machine.started, client);
  const isAcross = machine.home.platform === 'wsl' && client.isDesktop;
  // Windows hands a variable over to WSL where this one names it.
  const across = isAcross && secret.from === 'reference' ? { WSLENV: `${secret.variable}/u` } : {};
  return {
    kind: 'stdio',
    name: nameFrom(given),
    command: words.command,
    args: [
      ...words.args,
      ...serverArguments(given, secret.from === 'file' ? secret.path : undefined),
    ],
    env: {
      ...words.env,
      ...across,
      ...(given.sandbox === true && !isAcross && withoutRealToken(machine)),
    },
    secret,
  };
};

/**
 * The server for a client.
 * @throws {UsageError} for an address that nothing secret may be sent to.
 */
export const serverFor = (
  machine: Machine,
  client: Client,
  given: OptionValues,
  secret: Secret,
): Server => {
  const url = urlOf(given, 'http');
  return url === undefined
    ? stdioFor(machine, client, given, secret)
    : { kind: 'http', name: nameFrom(given), url: url.href, secret };
};
