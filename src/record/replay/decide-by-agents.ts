// Decides recorded calls again by a file of agents: each call by the entry of whoever made it.

import type { Restriction } from '../../guard/selection.ts';
import { restrict } from '../../guard/selection.ts';
import { inForce } from '../../policy/in-force.ts';
import { inForceAt, type Policy } from '../../policy/policy.ts';
import { nameOf } from '../advise/narrow-rights.ts';
import { type Decide, decideBy, notKnown, type OtherSettings } from './decide.ts';

/** An agent of the file. */
export interface NamedAgent {
  readonly name: string;
  readonly restriction: Restriction;
  readonly policies: readonly Policy[];
}

/** Decides each call by what a file says of whoever calls. @param now as for `decideByAgents`. */
export const decideByRights = (
  { restriction, policies }: Omit<NamedAgent, 'name'>,
  { selection, scopes }: OtherSettings,
  now: number,
): Decide => {
  const policy = policies.length > 0 && {
    policy: inForce(policies.map((one) => inForceAt(one, now))),
  };
  const own = restrict(selection, { ...restriction, ...policy });
  return decideBy({ selection: own, scopes, namesAgents: true });
};

/**
 * Decides each call by what the file says of its agent.
 * @param now milliseconds since the epoch: what has ended by then counts no more.
 */
export const decideByAgents = (
  agents: readonly NamedAgent[],
  settings: OtherSettings,
  now: number,
): Decide => {
  const known = new Map(
    agents.map((agent) => [agent.name, decideByRights(agent, settings, now)] as const),
  );
  return (tool, call) => {
    if (call.decision === null) return undefined;
    const decide = known.get(nameOf(call.agent)) ?? known.get(call.agent);
    return decide ? decide(tool, call) : notKnown('the file names no such agent');
  };
};
