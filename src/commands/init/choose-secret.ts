// Where the token comes from when the client starts the server: a file, or a reference; never the client's own file without a word.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Client } from '../../clients/client.ts';
import type { Secret } from '../../clients/server.ts';
import { tokenVariables } from '../../configuration/options/options.ts';
import { findToken } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { CommandInput } from '../command.ts';
import { leadToTokenFile, offerToKeep } from './lead-token.ts';
import { type Machine, tokenFileIn } from './machine.ts';

const [tokenVariable] = tokenVariables;

/** Not `DO_MCP_…`: the program refuses variables of that kind which it does not read. */
const keyVariable = 'DIGITALOCEAN_MCP_KEY';

/** Whether the person is to be asked for anything: not where a line says all, or nobody is there. */
const mayAsk = ({ keyboard, given }: CommandInput): boolean =>
  keyboard.isThere && given.print !== true && given.write !== true;

const forHttp = async (input: CommandInput, client: Client): Promise<Secret> => {
  if (input.given.sandbox === true) return { from: 'nowhere' };
  if (client.reference.http) return { from: 'reference', variable: keyVariable };
  if (!mayAsk(input))
    throw new UsageError(
      `The file of ${client.title} cannot refer to a key that is kept elsewhere: it would stand there for everybody to read who can read the file. On a terminal you are asked for it; a server without a key (--sandbox) needs none.`,
    );
  input.terminal.complain(
    `The file of ${client.title} cannot refer to a key that is kept elsewhere. The key would stand in it, for whoever can read the file.`,
  );
  const text = await input.keyboard.askHidden(
    'Paste the key here, which is not shown, to put it there, or press Enter to stop: ',
  );
  if (!text) throw new UsageError('Nothing was changed.');
  return { from: 'pasted', variable: keyVariable, text };
};

/** A file that was named: it has to hold a token, unless only the snippet is wanted. */
const fromNamedFile = ({ given, environment }: CommandInput, file: string): Secret => {
  const path = resolve(file);
  if (given.print !== true) findToken(environment, path);
  return { from: 'file', path };
};

/** A file for the token, with the person's help; a token that its client will find where it is set needs none. */
const askForFile = async (
  input: CommandInput,
  machine: Machine,
  client: Client,
): Promise<string | undefined> => {
  const set = findToken(input.environment, undefined);
  if (!set) return leadToTokenFile(input, machine);
  if (client.reference.stdio && !client.startsFromDesktop) return undefined;
  return offerToKeep(input, machine, set);
};

/**
 * Where the token, or the key of a server that runs already, comes from.
 * @throws {UsageError} where it has to be said and was not.
 */
export const chooseSecret = async (
  input: CommandInput,
  machine: Machine,
  client: Client,
): Promise<Secret> => {
  const { given, terminal } = input;
  if (given.http !== undefined) return forHttp(input, client);
  if (given.sandbox === true) return { from: 'nowhere' };
  if (typeof given.tokenFile === 'string') return fromNamedFile(input, given.tokenFile);
  const kept = tokenFileIn(machine.home);
  if (existsSync(kept)) {
    terminal.say(`The token that is kept in ${kept} is used; --token-file names another.`);
    return { from: 'file', path: kept };
  }
  const reference = client.reference.stdio;
  if (given.print === true)
    return reference
      ? { from: 'reference', variable: tokenVariable }
      : { from: 'file', path: kept };
  if (mayAsk(input)) {
    const path = await askForFile(input, machine, client);
    if (path !== undefined) return { from: 'file', path };
  }
  if (reference) return { from: 'reference', variable: tokenVariable };
  throw new UsageError(
    `The file of ${client.title} cannot refer to a token that is kept elsewhere. Write the token into a file that only you may read and name it with --token-file, or run this on a terminal to be led through it. --sandbox needs no token.`,
  );
};
