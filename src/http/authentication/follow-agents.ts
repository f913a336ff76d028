// Follows the file of agents while the server runs: each agent has its rights as they stand now.
import { readJsonData } from '../../files/data-text.ts';
import { spendingOf } from '../../guard/spending.ts';
import type { Log } from '../../log.ts';
import { type FollowedFile, followFile } from '../../policy/file/follow-file.ts';
import { nextChange, type PaceOf, restrictionAt } from '../../policy/file/rights-now.ts';
import { createPaces } from '../../policy/pace.ts';
import type { Clock } from '../../ports.ts';
import { type Agent, type AgentFileOptions, agentsIn, purseOf, readAgents } from './agent-file.ts';
import { agentFileAt } from './agent-shape.ts';
import { narrowedAgents } from './narrowed-agents.ts';

/** The agents as the file stands now. */
export interface AgentFile {
  agents(): readonly Agent[];
  /** What is wrong with the file, in words that anyone may read; null when nothing is. */
  concern(): string | null;
}

/** An agent with what of its grants and rules has not ended. */
const asOf = (agent: Agent, now: number, paceOf: PaceOf): Agent => {
  const { id, name, policies, callsPerMinute, limits, allLimits } = agent;
  const spending = spendingOf(purseOf(name), limits, allLimits);
  if (policies.length === 0 && callsPerMinute === undefined && !spending) return agent;
  const pace = (most: number) => paceOf(id, most);
  return { ...agent, restriction: restrictionAt(agent, now, pace, spending) };
};

/** The agents as they stand at a time: new objects only when one of them is another. */
const createAsOf = (
  clock: Clock,
  paceOf: PaceOf,
): ((agents: readonly Agent[]) => readonly Agent[]) => {
  let from: readonly Agent[] | undefined;
  let until = Number.NEGATIVE_INFINITY;
  let made: readonly Agent[] = [];
  return (agents) => {
    const now = clock.now();
    if (agents === from && now < until) return made;
    from = agents;
    until = nextChange(agents, now);
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
export const followAgents = (
  options: AgentFileOptions,
  clock: Clock,
  log: Log,
  paceOf: PaceOf = createPaces({ clock }),
): AgentFile => {
  const { path, toolNames, read = readJsonData } = options;
  const file: FollowedFile<readonly Agent[]> = followFile<readonly Agent[]>(
    {
      file: agentFileAt(path),
      first: () => readAgents(options),
      read: (text) => agentsIn(text, options),
      narrow: (before, text) => narrowedAgents(before, text, toolNames, read),
      nothing: [],
      facts: ({ length }, before) =>
        before ? { agents_before: before.length, agents: length } : { agents: length },
      words: { ends: 'its agents are out', ended: 'no agent is admitted' },
    },
    clock,
    log,
  );
  const now = createAsOf(clock, paceOf);
  return { agents: () => now(file.now()), concern: file.concern };
};
