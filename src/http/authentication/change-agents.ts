// Takes an agent out of an agent file, or gives it another key, which is shown once.
import { readFileSync } from 'node:fs';
import { UsageError } from '../../configuration/usage-error.ts';
import { type AgentEdit, agentsInText, editedText } from './agent-text.ts';
import { alone, refuseChanged, replaceFile } from './change-file.ts';
import { digestOf, makeKey, type RandomBytes } from './secret.ts';

const textOf = (path: string): string => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(`The agent file ${path} cannot be read.`);
  }
};

/** Changes the one entry of a name; what stands beside it stays as it is. */
const change = (
  path: string,
  name: string,
  random: RandomBytes,
  edit: (at: number) => AgentEdit,
): void =>
  alone(path, () => {
    const before = textOf(path);
    const at = agentsInText(before, path).agents.findIndex((agent) => agent.name === name);
    if (at === -1)
      throw new UsageError('There is no agent of this name. do-mcp agent list names them.');
    const text = editedText(before, path, edit(at));
    refuseChanged(path, before);
    replaceFile(path, text, random);
  });

/** Takes an agent out. @throws {UsageError} when there is none, or the file cannot be read or written. */
export const revokeAgent = (path: string, name: string, random: RandomBytes): void =>
  change(path, name, random, (at) => ({ how: 'remove', at }));

/**
 * Gives an agent another key; the old one opens nothing any more.
 * @returns the key, which is kept nowhere: only its hash is written.
 * @throws {UsageError} when there is no such agent, or the file cannot be read or written.
 */
export const rotateAgent = (
  path: string,
  name: string,
  random: RandomBytes,
): { readonly key: string } => {
  const key = makeKey(random);
  const digest = digestOf(key).toString('hex');
  change(path, name, random, (at) => ({ how: 'key', at, key: `sha256:${digest}` }));
  return { key };
};
