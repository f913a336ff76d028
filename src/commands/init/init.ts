// `do-mcp init [client]`: puts this server into a client's file, or takes it out, after showing what would change.
import { type Change, changeToDrop, changeToPut, snippetOf } from '../../clients/change.ts';
import type { Client } from '../../clients/client.ts';
import { fileOf, readClientFile, refuseReadOnly } from '../../clients/file/client-file.ts';
import { copiesOf } from '../../clients/file/copies.ts';
import { FileMoved, makeChange } from '../../clients/file/write-file.ts';
import { type Format, FormatRefused } from '../../clients/formats/format.ts';
import { formatNamed } from '../../clients/formats/formats.ts';
import { isSame } from '../../clients/formats/same.ts';
import { placesOf } from '../../clients/home.ts';
import type { Secret } from '../../clients/server.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Command, CommandInput } from '../command.ts';
import { chooseClient } from './choose-client.ts';
import { chooseSecret } from './choose-secret.ts';
import { type Machine, thisMachine } from './machine.ts';
import { readsOnly, refuseServerOptions } from './server-arguments.ts';
import { nameFrom, serverFor } from './server-for.ts';
import { printChange } from './show-change.ts';
import { afterPut, besideOurs, noSecret } from './tell.ts';

/** @throws {UsageError} for flags of which one makes the other pointless. */
const refuseContradictions = ({ given }: CommandInput): void => {
  const other = (['write', 'remove'] as const).find((name) => given[name] === true);
  if (given.print === true && other !== undefined)
    throw new UsageError(`--print and --${other} do not go together. Leave out one of them.`);
  if (given.http !== undefined) refuseServerOptions(given);
  readsOnly(given);
};

/** @throws {UsageError} on a WSL that does not tell where Windows keeps its users. */
const fileFor = (client: Client, { home }: Machine): string => {
  const places = placesOf(home, client.isDesktop ? 'desktop' : 'here');
  if (places) return fileOf(client, places);
  throw new UsageError(
    `${client.title} is a program of Windows, and where Windows keeps its files cannot be told from here. do-mcp init ${client.name} --print prints what belongs into its file.`,
  );
};

const agrees = async ({ keyboard }: CommandInput, question: string): Promise<boolean> => {
  const answer = await keyboard.ask(`${question} [y/N] `);
  return /^y(?:es)?$/i.test(answer ?? '');
};

/** A change of one file, worked out anew for whatever the file holds. */
interface Task {
  readonly file: string;
  readonly secret: Secret;
  readonly work: () => Change;
}

/**
 * Shows a change, asks, and makes it; a file that changed meanwhile is looked at once more.
 * @returns the exit code; null where nothing was to be changed.
 */
const carryOut = async (
  input: CommandInput,
  machine: Machine,
  { file, secret, work }: Task,
): Promise<number | null> => {
  const { terminal, given, keyboard } = input;
  let change = work();
  if (change.kind === 'none') return null;
  // Before anybody is asked to agree to what could not be done.
  refuseReadOnly(readClientFile(file));
  printChange(terminal, file, change, secret);
  if (given.write !== true) {
    if (!keyboard.isThere) {
      terminal.say('Nothing was written. Add --write to make this change.');
      return 0;
    }
    if (!(await agrees(input, 'Make this change?'))) {
      terminal.say('Nothing was written.');
      return 1;
    }
  }
  const isSecret = secret.from === 'pasted';
  const make = (): string | null =>
    makeChange({ path: file, change, isSecret, now: machine.clock.now() });
  let copy: string | null;
  try {
    copy = make();
  } catch (error) {
    if (!(error instanceof FileMoved)) throw error;
    const agreed = change.entry;
    change = work();
    // Whoever agreed has agreed to our entry; the rest of the file is its client's affair.
    if (!isSame(agreed, change.entry))
      throw new FormatRefused('was changed by somebody else meanwhile. Run this again');
    copy = make();
  }
  const done = change.after === null ? 'Deleted' : 'Written';
  terminal.say(`${done}: ${file}${copy === null ? '' : `. What it was before is in ${copy}`}`);
  return 0;
};

const put = async (
  input: CommandInput,
  machine: Machine,
  client: Client,
  format: Format,
): Promise<number> => {
  const { terminal } = input;
  const file = fileFor(client, machine);
  // Before anything is asked: what stands against it is told first.
  format.read(readClientFile(file).text ?? '');
  const secret = await chooseSecret(input, machine, client);
  const server = serverFor(machine, client, input.given, secret);
  const work = (): Change => changeToPut(client, format, readClientFile(file), server);
  for (const sentence of besideOurs(
    client,
    format.read(readClientFile(file).text ?? ''),
    server.name,
  ))
    terminal.complain(sentence);
  const code = await carryOut(input, machine, { file, secret, work });
  if (code === null) terminal.say(`${client.title} has it already, just so: ${file}`);
  const isDone =
    code === null || (code === 0 && (input.given.write === true || input.keyboard.isThere));
  if (isDone) for (const sentence of afterPut(input, client, server)) terminal.say(sentence);
  return code ?? 0;
};

const drop = async (
  input: CommandInput,
  machine: Machine,
  client: Client,
  format: Format,
): Promise<number> => {
  const file = fileFor(client, machine);
  const name = nameFrom(input.given);
  const work = (): Change => {
    const read = readClientFile(file);
    return changeToDrop(client, format, read, name, copiesOf(read.target));
  };
  const code = await carryOut(input, machine, { file, secret: noSecret, work });
  if (code === null)
    input.terminal.say(`There is no server of ours named ${name} in ${file}. Nothing was changed.`);
  return code ?? 0;
};

/** `init` on a machine. */
export const initOn =
  (machineFor: (environment: CommandInput['environment']) => Machine): Command =>
  async (input) => {
    const { terminal, keyboard, given, words } = input;
    refuseContradictions(input);
    nameFrom(given);
    const machine = machineFor(input.environment);
    const client = await chooseClient(words[0], machine.home, terminal, keyboard);
    if (!client) return 0;
    if (given.http !== undefined && !client.http && given.remove !== true)
      throw new UsageError(client.noHttp ?? `${client.title} takes no address.`);
    const format = await formatNamed(client.format);
    if (given.print === true) {
      const secret = await chooseSecret(input, machine, client);
      // It names variables and holds no secret; a veil would hide their names.
      terminal.hand(snippetOf(client, format, serverFor(machine, client, given, secret)));
      return 0;
    }
    try {
      return await (given.remove === true ? drop : put)(input, machine, client, format);
    } catch (error) {
      if (!(error instanceof FormatRefused)) throw error;
      terminal.complain(
        `The file of ${client.title}, ${fileFor(client, machine)}, ${error.message}. Nothing was changed.${given.remove === true ? '' : ` do-mcp init ${client.name} --print prints what belongs into it.`}`,
      );
      return 1;
    }
  };

/** `init` on this machine. */
export const runInit: Command = initOn(thisMachine);
