// Takes an agent out of an agent file, or gives it another key, which is shown once.
import { readFileSync } from 'node:fs';
import { UsageError } from '../../configuration/usage-error.ts';
import { isYaml } from '../../files/reader-for.ts';
import { type AgentEntry, parseAgentFile } from './agent-shape.ts';
import { alone, replaceFile } from './change-file.ts';
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
  changed: (entry: AgentEntry) => readonly AgentEntry[],
): void => {
  if (isYaml(path))
    throw new UsageError(
      `${path} is YAML, which is for people to write: comments would be lost. Change the entry of the agent by hand; a server that runs takes it up within a second.`,
    );
  alone(path, () => {
    const before = parseAgentFile(textOf(path), path);
    if (!before.agents.some((agent) => agent.name === name))
      throw new UsageError('There is no agent of this name. do-mcp agent list names them.');
    const agents = before.agents.flatMap((agent) => (agent.name === name ? changed(agent) : agent));
    const text = JSON.stringify({ ...before, agents }, null, 2);
    parseAgentFile(text, path);
    replaceFile(path, `${text}\n`, random);
  });
};

/** Takes an agent out. @throws {UsageError} when there is none, or the file cannot be read or written. */
export const revokeAgent = (path: string, name: string, random: RandomBytes): void =>
  change(path, name, random, () => []);

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
  change(path, name, random, (agent) => [{ ...agent, key: `sha256:${digest}` }]);
  return { key };
};
