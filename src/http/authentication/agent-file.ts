// Reads the file that names agents: who has which key, works with which token, and may do what. It grows into the policy.
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { type Area, areaNames } from '../../../scope-map/areas.ts';
import { nearest } from '../../../tools/nearest.ts';
import { nearestTool } from '../../../tools/nearest-tool.ts';
import type { Environment } from '../../configuration/command-line.ts';
import { checkToken, findToken, type TokenSource } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { inWords, type ReadData, type ReadDataText, readJsonData } from '../../files/data-text.ts';
import { othersWhoWrite } from '../../files/file-rights.ts';
import { placeOf } from '../../files/json-text.ts';
import type { Restriction } from '../../guard/selection.ts';
import { type Policy, policyIn } from '../../policy/policy.ts';
import { withCurrentNames } from '../../policy/tool-names.ts';
import { type AgentEntry, readAgentFile, variableFor } from './agent-shape.ts';

/** One agent, ready to be admitted. */
export interface Agent {
  readonly name: string;
  /** Stable as long as name and key are. */
  readonly id: string;
  readonly keyDigest: Uint8Array;
  readonly token: TokenSource;
  /** The place of the token as the file writes it. */
  readonly tokenAt: string;
  /** What the agent may have of what the owner offers. */
  readonly restriction: Restriction;
  /** What its grants and rules say, the strictest counts; empty where it has none. */
  readonly policies: readonly Policy[];
  /** How many calls it may make in any minute; undefined: as many as it wants. */
  readonly callsPerMinute: number | undefined;
  /** Its grants and rules as the file writes them. */
  readonly policyAt: string;
}

/** What reading an agent file needs to know. */
export interface AgentFileOptions {
  readonly path: string;
  readonly environment: Environment;
  /** Every tool name and alias, each with its current name. */
  readonly toolNames: ReadonlyMap<string, string>;
  /** How the file is read. Default: as JSON. */
  readonly read?: ReadDataText;
}

const unknownName = (kind: string, name: string, meant: string | undefined, where: string) =>
  new UsageError(
    `${where}: there is no ${kind} ${placeOf([name])}.${meant ? ` Did you mean ${meant}?` : ''}`,
  );

const areasOf = (names: readonly string[], where: string): ReadonlySet<Area> =>
  new Set(
    names.map((name) => {
      const area = areaNames.find((one) => one === name);
      if (area) return area;
      throw unknownName('area', name, nearest(name, areaNames), where);
    }),
  );

const toolsOf = (
  names: readonly string[],
  where: string,
  known: ReadonlyMap<string, string>,
): ReadonlySet<string> =>
  new Set(
    names.map((name) => {
      const current = known.get(name);
      if (current !== undefined) return current;
      throw unknownName('tool', name, nearestTool(name, known.keys()), where);
    }),
  );

/** Every tool but these. */
export const allBut = (
  only: ReadonlySet<string>,
  toolNames: ReadonlyMap<string, string>,
): readonly string[] => [...new Set(toolNames.values())].filter((name) => !only.has(name));

const restrictionOf = (
  agent: AgentEntry,
  where: string,
  toolNames: ReadonlyMap<string, string>,
): Restriction => {
  const leftOut = new Set(toolsOf(agent.excludeTools ?? [], where, toolNames));
  if (agent.tools)
    for (const name of allBut(toolsOf(agent.tools, where, toolNames), toolNames)) leftOut.add(name);
  return {
    readOnly: agent.access === 'read',
    ...(agent.areas && { areas: areasOf(agent.areas, where) }),
    ...(leftOut.size > 0 && { leftOut }),
  };
};

/** The grants and rules of an entry, as one text. */
export const policyText = ({
  grants,
  rules,
  observe,
}: Readonly<Record<'grants' | 'rules' | 'observe', unknown>>): string =>
  JSON.stringify([grants ?? null, rules ?? null, observe ?? false]);

const policiesOf = (
  agent: AgentEntry,
  index: number,
  { at }: ReadData,
  { path, toolNames }: Pick<AgentFileOptions, 'path' | 'toolNames'>,
): readonly Policy[] => {
  const { policy, lost } = withCurrentNames(agent, toolNames);
  const [first] = lost;
  if (first) {
    const place = ['agents', index, ...first.path];
    const what = first.isPattern
      ? 'no tool is meant by this pattern'
      : 'there is no tool of this name';
    throw new UsageError(
      `The agent file ${path} cannot be used: ${placeOf(place)}: ${what}${inWords(at(place))}.${first.meant ? ` Did you mean ${first.meant}?` : ''}`,
    );
  }
  const made = policyIn(policy, `agents.${index}`);
  return made ? [made] : [];
};

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
export type AgentRights = Pick<Agent, 'name' | 'restriction' | 'policies'>;

/**
 * What an agent file lets its agents do; their tokens need not be at hand.
 * @throws {UsageError} when anything in it is wrong but a token.
 */
export const rightsIn = (
  text: string,
  options: Omit<AgentFileOptions, 'environment'>,
): readonly AgentRights[] => {
  const { path, toolNames, read = readJsonData } = options;
  const { content, data } = readAgentFile(text, path, read);
  refuseDoubles(content.agents, path);
  return content.agents.map((agent, index) => ({
    name: agent.name,
    restriction: restrictionOf(agent, `agent ${agent.name}`, toolNames),
    policies: policiesOf(agent, index, data, options),
  }));
};

/**
 * The agents in the text of an agent file.
 * @throws {UsageError} when anything in it is wrong: see `readAgents`.
 */
export const agentsIn = (text: string, options: AgentFileOptions): readonly Agent[] => {
  const { path, toolNames, read = readJsonData } = options;
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
      restriction: restrictionOf(agent, where, toolNames),
      policies: policiesOf(agent, index, data, options),
      callsPerMinute: agent.callsPerMinute,
      policyAt: policyText({ grants: agent.grants, rules: agent.rules, observe: agent.observe }),
    };
  });
};

/**
 * Whoever may write the file of agents is the one who says what agents may do.
 * @throws {UsageError} when that is everybody on the machine.
 */
export const refuseOpenFile = (path: string): void => {
  if (othersWhoWrite(path) === 'everybody')
    throw new UsageError(
      `Everybody on this machine may write the agent file ${path}, and so give themselves rights. chmod 600 changes that.`,
    );
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
  refuseOpenFile(path);
  return agentsIn(text, options);
};
