// Makes an agent's key, shown once, and writes its hash into the agent file.
import { existsSync, readFileSync } from 'node:fs';
import type { Area } from '../../../scope-map/areas.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { type AgentFileContent, parseAgentFile, variableFor } from './agent-shape.ts';
import { alone, replaceFile } from './change-file.ts';
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
    const before: AgentFileContent = existsSync(path)
      ? parseAgentFile(readFileSync(path, 'utf8'), path)
      : { version: 1, agents: [] };
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
    const text = JSON.stringify(
      {
        ...before,
        agents: [
          ...before.agents,
          {
            name: agent.name,
            key: `sha256:${digestOf(key).toString('hex')}`,
            token: agent.token,
            access: agent.access,
            areas: agent.areas,
            excludeTools: agent.excludeTools,
          },
        ],
      },
      null,
      2,
    );
    parseAgentFile(text, path);
    replaceFile(path, `${text}\n`, random);
    return { key };
  });
