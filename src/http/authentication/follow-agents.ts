// Follows the file of agents while the server runs: a change counts within a second, and what goes wrong with the file only ever takes rights away.
import { readFileSync } from 'node:fs';
import { UsageError } from '../../configuration/usage-error.ts';
import { readJsonData } from '../../files/data-text.ts';
import { createLookAt } from '../../files/look-at.ts';
import type { Log } from '../../log.ts';
import { inForce } from '../../policy/in-force.ts';
import { createPaces } from '../../policy/pace.ts';
import { endsOf, inForceAt } from '../../policy/policy.ts';
import type { Clock } from '../../ports.ts';
import {
  type Agent,
  type AgentFileOptions,
  agentsIn,
  readAgents,
  refuseOpenFile,
} from './agent-file.ts';
import { narrowedAgents } from './narrowed-agents.ts';

/** The agents as the file stands now. */
export interface AgentFile {
  agents(): readonly Agent[];
  /** What is wrong with the file, in words that anyone may read; null when nothing is. */
  concern(): string | null;
}

/** After so many milliseconds without a readable file no agent is admitted any more. */
export const graceWithoutFile = 60_000;

/** What the file last was. */
type State =
  | { readonly kind: 'sound' }
  | { readonly kind: 'faulty' }
  | { readonly kind: 'lost'; readonly since: number };

const textOf = (path: string): string | null => {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
};

/** An agent with what of its grants and rules has not ended. */
const asOf = (agent: Agent, now: number, paceOf: ReturnType<typeof createPaces>): Agent => {
  const { id, policies, restriction, callsPerMinute } = agent;
  if (policies.length === 0 && callsPerMinute === undefined) return agent;
  const policy = policies.length > 0 && {
    policy: inForce(policies.map((one) => inForceAt(one, now))),
  };
  const pace = callsPerMinute !== undefined && { pace: paceOf(id, callsPerMinute) };
  return { ...agent, restriction: { ...restriction, ...policy, ...pace } };
};

/** The agents as they stand at a time: new objects only when one of them is another. */
const createAsOf = (clock: Clock): ((agents: readonly Agent[]) => readonly Agent[]) => {
  const paceOf = createPaces(clock);
  let from: readonly Agent[] | undefined;
  let until = Number.NEGATIVE_INFINITY;
  let made: readonly Agent[] = [];
  return (agents) => {
    const now = clock.now();
    if (agents === from && now < until) return made;
    const ends = agents.flatMap(({ policies }) => policies.flatMap(endsOf));
    from = agents;
    until = Math.min(Number.POSITIVE_INFINITY, ...ends.filter((end) => end > now));
    made = agents.map((agent) => asOf(agent, now, paceOf));
    return made;
  };
};

/**
 * Follows an agent file. A change that has a fault takes away at once what can be read of it, and gives nothing
 * new; when the file is gone or nothing of it can be read, the agents stay for a minute, then all are out.
 * Either is logged.
 * @throws {UsageError} when the file is unusable at the start.
 */
export const followAgents = (options: AgentFileOptions, clock: Clock, log: Log): AgentFile => {
  const look = createLookAt(options.path, clock);
  let current = readAgents(options);
  let state: State = { kind: 'sound' };

  const lose = (reason: string): void => {
    if (state.kind !== 'lost') state = { kind: 'lost', since: clock.now() };
    log.error(
      { reason, seconds: graceWithoutFile / 1_000 },
      'the agent file is gone or cannot be read at all: its agents are out after this time unless it comes back',
    );
  };

  const takeAway = (text: string, reason: string): void => {
    const left = narrowedAgents(current, text, options.toolNames, options.read ?? readJsonData);
    if (left === null) {
      lose(reason);
      return;
    }
    log.error(
      { reason, agents_before: current.length, agents: left.length },
      'the agent file has a fault: what it takes away counts, what it gives does not',
    );
    current = left;
    state = { kind: 'faulty' };
  };

  const readAgain = (): void => {
    const text = textOf(options.path);
    if (text === null) {
      lose('the file cannot be opened');
      return;
    }
    try {
      refuseOpenFile(options.path);
      current = agentsIn(text, options);
      state = { kind: 'sound' };
      log.info({ agents: current.length }, 'the agent file was read again');
    } catch (error) {
      takeAway(
        text,
        error instanceof UsageError ? error.message : 'the file has changed meanwhile',
      );
    }
  };

  const agents = (): readonly Agent[] => {
    if (look()) readAgain();
    if (state.kind === 'lost' && current.length > 0) {
      if (clock.now() - state.since < graceWithoutFile) return current;
      current = [];
      log.error({}, 'the agent file did not come back: no agent is admitted until it does');
    }
    return current;
  };

  const now = createAsOf(clock);
  return {
    agents: () => now(agents()),
    concern: () => {
      const { length } = agents();
      if (state.kind === 'faulty')
        return 'the agent file has a fault: nothing new in it counts until it is mended';
      if (state.kind === 'sound') return null;
      return length === 0
        ? 'the agent file is gone or unreadable: no agent is admitted'
        : 'the agent file is gone or unreadable: its agents are out after a minute';
    },
  };
};
