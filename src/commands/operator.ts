// `do-mcp operator`: the people who may answer over HTTP, and their keys.
import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { UsageError } from '../configuration/usage-error.ts';
import { webhookPurpose, writtenKey } from '../consent/webhook/sign.ts';
import { addOperator, removeOperator } from '../http/operators/change-operators.ts';
import { operatorPlaceOf, readOperators } from '../http/operators/operator-file.ts';
import { createState } from '../state/state.ts';
import { shown } from '../terminal/veil.ts';
import { table } from './columns.ts';
import type { Command } from './command.ts';

const namePattern = /^[a-z0-9][a-z0-9_-]{0,62}$/;

/** The name of whoever sits here, as far as it can be one; the record names it with each answer. */
const ownName = (): string => {
  try {
    const name = userInfo().username.toLowerCase();
    return namePattern.test(name) ? name : 'operator';
  } catch {
    // A container may run under a number that has no name.
    return 'operator';
  }
};

const checkName = (name: string): void => {
  if (shown(name) !== name)
    throw new UsageError(
      'The name of an operator looks like a token or a key. It is written into files and logs: choose another.',
    );
  if (!namePattern.test(name))
    throw new UsageError(
      'The name of an operator has lower-case letters, digits, - and _, and at most 63 of them.',
    );
};

/** `operator add [<name>]`: makes a key. */
export const runOperatorAdd: Command = async ({ settings, words, terminal }) => {
  const [name = ownName()] = words;
  checkName(name);
  const { path } = operatorPlaceOf(settings);
  const { key } = addOperator(path, { name, role: settings.role }, randomBytes);
  terminal.hand(key);
  terminal.say(
    `This is the key of the operator ${name}; it is shown this one time, and only its hash is kept in ${path}.\n` +
      'Whoever holds it may answer for agents: give it to people, never to an agent. A server that runs takes it up within a second. Keep it in a file of yours, and use it with: do-mcp approvals --url <server> --operator-key-file <file>',
  );
  return 0;
};

/** `operator list`: who may answer. */
export const runOperatorList: Command = async ({ settings, terminal }) => {
  const operators = readOperators(operatorPlaceOf(settings));
  if (settings.json)
    terminal.print(JSON.stringify(operators.map(({ name, role }) => ({ name, role }))));
  else if (operators.length === 0)
    terminal.say('There is no operator. do-mcp operator add makes the key of one.');
  else terminal.print(table(operators.map(({ name, role }) => [name, role])));
  return 0;
};

/** `operator remove <name>`: takes a key away. */
export const runOperatorRemove: Command = async ({ settings, words, terminal }) => {
  const [name = ''] = words;
  removeOperator(operatorPlaceOf(settings).path, name, randomBytes);
  terminal.say(
    `The key of ${name} opens nothing any more; a server that runs knows within a second.`,
  );
  return 0;
};

/** `operator webhook-key`: what a receiver has to know. */
export const runOperatorWebhookKey: Command = async ({ settings, terminal }) => {
  const state = createState({ folder: settings.stateDir, key: settings.stateKey });
  if (!state.isShared)
    throw new UsageError(`There is no key that lasts. ${state.trouble ?? ''}`.trim());
  terminal.hand(writtenKey(state.keyFor(webhookPurpose)));
  terminal.say(
    'Whoever holds this key can write messages that look like those of this server. It is a secret of Standard Webhooks, and changes with the state key.',
  );
  return 0;
};
