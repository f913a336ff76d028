// Reads the file that names agents: who has which key, works with which token, and may do what. It grows into the policy.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { Environment } from '../../configuration/command-line.ts';
import { checkToken, findToken, type TokenSource } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { type ReadData, type ReadDataText, readJsonData } from '../../files/data-text.ts';
import { type Limits, limitsIn } from '../../guard/spending.ts';
import { type Rights, refuseOpenFile, rightsOf } from '../../policy/file/rights.ts';
import { type AgentEntry, agentFileAt, readAgentFile, variableFor } from './agent-shape.ts';

/** One agent, ready to be admitted. */
export interface Agent extends Rights {
  readonly name: string;
  /** Stable as long as name and key are. */
  readonly id: string;
  readonly keyDigest: Uint8Array;
  readonly token: TokenSource;
  /** The place of the token as the file writes it. */
  readonly tokenAt: string;
  /** What all agents of the file may spend together. */
  readonly allLimits: Limits | undefined;
}

/** The name under which is counted what an agent spends: the same with another key. */
export const purseOf = (name: string): string => `agent ${name}`;

/** What reading an agent file needs to know. */
export interface AgentFileOptions {
  readonly path: string;
  readonly environment: Environment;
  /** Every tool name and alias, each with its current name. */
  readonly toolNames: ReadonlyMap<string, string>;
  /** How the file is read. Default: as JSON. */
  readonly read?: ReadDataText;
}

const tokenSourceOf = (
  source: AgentEntry['token'],
  where: string,
  { path, environment }: AgentFileOptions,
): TokenSource => {
  if ('env' in source)
    return {
      from: source.env,
      read: () =>
        checkToken(environment[source.env] ?? '', `${source.env}, the token of ${where},`),
    };
  const found = findToken({}, resolve(dirname(path), source.file));
  if (!found) throw new UsageError(`${where}: the token file cannot be read.`);
  return found;
};

const refuseDoubles = (agents: readonly AgentEntry[], path: string): void => {
  const names = new Set<string>();
  const keys = new Set<string>();
  const variables = new Map<string, string>();
  for (const { name, key, token } of agents) {
    if (names.has(name)) throw new UsageError(`The agent file ${path} names ${name} twice.`);
    if (keys.has(key))
      throw new UsageError(`In the agent file ${path}, ${name} has the key of another agent.`);
    names.add(name);
    keys.add(key);
    if (!('env' in token) || token.env !== variableFor(name)) continue;
    const other = variables.get(token.env);
    if (other !== undefined)
      throw new UsageError(
        `In the agent file ${path}, the names ${other} and ${name} both lead to the variable ${token.env}, so that one of them would work with the token of the other. Rename one of them, or give it another variable.`,
      );
    variables.set(token.env, name);
  }
};

/** What an agent may, whoever it is and whatever token it has. */
export interface AgentRights extends Rights {
  readonly name: string;
  /** What all agents of the file may spend together. */
  readonly allLimits: Limits | undefined;
}

const rightsOfAgent = (
  agent: AgentEntry,
  index: number,
  data: ReadData,
  { path, toolNames }: Pick<AgentFileOptions, 'path' | 'toolNames'>,
): Rights => {
  const place = {
    file: agentFileAt(path),
    data,
    path: ['agents', index],
    who: `agent ${agent.name}`,
  };
  return rightsOf(agent, place, toolNames);
};

/**
 * What an agent file lets its agents do; their tokens need not be at hand.
 * @throws {UsageError} when anything in it is wrong but a token.
 */
export const rightsIn = (
  text: string,
  options: Omit<AgentFileOptions, 'environment'>,
): readonly AgentRights[] => {
  const { path, read = readJsonData } = options;
  const { content, data } = readAgentFile(text, path, read);
  refuseDoubles(content.agents, path);
  return content.agents.map((agent, index) => ({
    name: agent.name,
    allLimits: limitsIn(content),
    ...rightsOfAgent(agent, index, data, options),
  }));
};

/**
 * The agents in the text of an agent file.
 * @throws {UsageError} when anything in it is wrong: see `readAgents`.
 */
export const agentsIn = (text: string, options: AgentFileOptions): readonly Agent[] => {
  const { path, read = readJsonData } = options;
  const { content, data } = readAgentFile(text, path, read);
  const { agents } = content;
  refuseDoubles(agents, path);
  return agents.map((agent, index) => {
    const where = `agent ${agent.name}`;
    const token = tokenSourceOf(agent.token, where, options);
    token.read();
    const digest = agent.key.slice('sha256:'.length);
    return {
      name: agent.name,
      id: `${agent.name}-${digest.slice(0, 8)}`,
      keyDigest: Buffer.from(digest, 'hex'),
      token,
      tokenAt: JSON.stringify(agent.token),
      allLimits: limitsIn(content),
      ...rightsOfAgent(agent, index, data, options),
    };
  });
};

/**
 * Reads the agents of a file.
 * @throws {UsageError} when the file cannot be read or is wrong, everybody may write it, two agents share a name,
 * a key or the variable of their names, an area or tool does not exist (naming the nearest), or a token is
 * missing or of the wrong kind.
 */
export const readAgents = (options: AgentFileOptions): readonly Agent[] => {
  const { path } = options;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    throw new UsageError(
      `The agent file ${path} cannot be read. do-mcp agent add <name> --policy ${path} makes one.`,
    );
  }
  refuseOpenFile(agentFileAt(path));
  return agentsIn(text, options);
};
