// Makes an agent's key, shown once, and writes its hash into the agent file.
import { existsSync, readFileSync } from 'node:fs';
import type { Area } from '../../../scope-map/areas.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { variableFor } from './agent-shape.ts';
import { agentsInText, editedText, emptyText } from './agent-text.ts';
import { alone, refuseChanged, replaceFile } from './change-file.ts';
import { digestOf, makeKey, type RandomBytes } from './secret.ts';

/** The agent to add. */
export interface NewAgent {
  readonly name: string;
  /** Where the server finds the DigitalOcean token of the agent. */
  readonly token: { readonly env: string } | { readonly file: string };
  readonly access: 'read' | 'write';
  /** Absent: all areas that the server offers. */
  readonly areas?: readonly Area[];
  readonly excludeTools?: readonly string[];
}

/**
 * Adds an agent to an agent file, which is made when it is not there.
 * @returns the key, which is kept nowhere else: only its hash is written.
 * @throws {UsageError} when the name is taken, a field is wrong, or the file cannot be read or written.
 */
export const addAgent = (
  path: string,
  agent: NewAgent,
  random: RandomBytes,
): { readonly key: string } =>
  alone(path, () => {
    const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
    const before = agentsInText(text ?? emptyText(path), path);
    if (before.agents.some(({ name }) => name === agent.name))
      throw new UsageError(
        `${path} has an agent ${agent.name} already. Take it out first, or choose another name.`,
      );
    const variable = 'env' in agent.token ? agent.token.env : null;
    const other =
      variable === variableFor(agent.name) &&
      before.agents.find(({ token }) => 'env' in token && token.env === variable);
    if (other)
      throw new UsageError(
        `${agent.name} would work with the token of ${other.name}: both names lead to the variable ${variable}. Choose another name, or keep its token in a file of its own with --token-file.`,
      );
    const key = makeKey(random);
    const entry = {
      name: agent.name,
      key: `sha256:${digestOf(key).toString('hex')}`,
      token: agent.token,
      access: agent.access,
      ...(agent.areas && { areas: [...agent.areas] }),
      ...(agent.excludeTools && { excludeTools: [...agent.excludeTools] }),
    };
    const made = editedText(text ?? emptyText(path), path, { how: 'add', entry });
    refuseChanged(path, text);
    replaceFile(path, made, random);
    return { key };
  });
