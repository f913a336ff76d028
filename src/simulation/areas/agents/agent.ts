// An AI agent: what it is set to, what hangs on it, and how it comes into service.
import type { World } from '../../world/world.ts';

/** What an agent is told to be. */
export type Settings = Readonly<Record<string, unknown>>;

/** A function that an agent may call. */
export interface AgentFunction {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  settings: Settings;
}

/** The way from an agent to another that it hands questions on to. */
export interface ChildRoute {
  readonly id: string;
  readonly createdAt: number;
  name: string;
  ifCase: string;
}

/** A key that an agent is called with. */
export interface AgentKey {
  readonly id: string;
  name: string;
  readonly createdAt: number;
}

/** What a version brings back. */
export interface Version {
  readonly hash: string;
  readonly createdAt: number;
  readonly settings: Settings;
  readonly knowledgeBases: readonly string[];
  readonly functions: readonly AgentFunction[];
  readonly children: ReadonlyMap<string, ChildRoute>;
}

/** An agent. */
export interface Agent {
  readonly id: string;
  readonly createdAt: number;
  updatedAt: number;
  status: 'WAITING_FOR_DEPLOYMENT' | 'DEPLOYING' | 'RUNNING' | 'FAILED';
  visibility: string;
  readonly url: string;
  readonly deployment: string;
  workspace: string | null;
  settings: Settings;
  knowledgeBases: readonly string[];
  functions: readonly AgentFunction[];
  children: ReadonlyMap<string, ChildRoute>;
  readonly keys: Map<string, AgentKey>;
  /** Newest first. */
  versions: readonly Version[];
  /** The version in use. */
  version: string;
}

/** The account's agents by id. */
export class Agents extends Map<string, Agent> {}

/** Seconds until a new agent is being deployed, and until it runs. */
const waits = 10;
const deploys = 60;
/** As many versions as are kept of each. */
const mostVersions = 100;

/** Keeps the present as a version, which is then the one in use. */
export const keepVersion = (world: World, agent: Agent, at: number): void => {
  const version: Version = {
    hash: world.ids.text(64, '0123456789abcdef'),
    createdAt: at,
    settings: agent.settings,
    knowledgeBases: agent.knowledgeBases,
    functions: agent.functions,
    children: agent.children,
  };
  agent.versions = [version, ...agent.versions].slice(0, mostVersions);
  agent.version = version.hash;
  agent.updatedAt = at;
};

/** Adds an agent that comes into service by itself. */
export const addAgent = (
  world: World,
  plan: Pick<Agent, 'settings' | 'knowledgeBases' | 'workspace'>,
  at: number,
): Agent => {
  const agent: Agent = {
    ...plan,
    id: world.ids.uuid(),
    createdAt: at,
    updatedAt: at,
    status: 'WAITING_FOR_DEPLOYMENT',
    visibility: 'VISIBILITY_PRIVATE',
    url: `https://${world.ids.text(20)}.agents.do-ai.run`,
    deployment: world.ids.uuid(),
    functions: [],
    children: new Map(),
    keys: new Map(),
    versions: [],
    version: '',
  };
  keepVersion(world, agent, at);
  world.of(Agents).set(agent.id, agent);
  world.pace.later(waits, at, () => {
    agent.status = 'DEPLOYING';
  });
  const fails = world.faults.fails('agent');
  world.pace.later(deploys, at, () => {
    agent.status = fails ? 'FAILED' : 'RUNNING';
  });
  return agent;
};
