// Which items of a list an agent was given: those that its grants cover and no rule denies.
import type { Found, RuledCall } from '../guard/policy.ts';
import { type Call, callOf, type State } from './call.ts';
import { isFor } from './granted.ts';
import { fits, meansArguments } from './meaning.ts';
import type { Policy } from './policy.ts';
import { withProject } from './projects.ts';
import { readOf } from './reads.ts';
import { strikes } from './ruled.ts';
import { factsOf } from './thing.ts';

const stateOf = (item: unknown, call: Call, policy: Policy, found: Found | undefined): State => {
  const area = readOf(call.area)?.area ?? call.area;
  const facts = factsOf(item);
  return {
    what: 'an item',
    area,
    role: 'subject',
    facts: withProject(facts ?? {}, { area, wasRead: facts !== null }, policy, found),
    isAfter: false,
  };
};

/** Tells of each item whether the agent was given it; undefined where it was given everything in the list. */
export const shownItems = (
  policy: Policy,
  ruled: RuledCall,
): ((item: unknown) => boolean) | undefined => {
  const { found } = ruled;
  const call = callOf({ ...ruled, found: { things: new Map(), ...found, filters: true } }, policy);
  if (call.lists !== 'filtered') return undefined;
  const fitting = policy.grants?.filter(
    (grant) => isFor(grant, call) && meansArguments(grant, call, true),
  );
  const isBound = fitting !== undefined && !fitting.some(({ resources }) => !resources);
  const denying = policy.rules.filter(
    ({ decision, resources }) => decision === 'deny' && resources,
  );
  if (!isBound && denying.length === 0) return undefined;
  return (item) => {
    const state = stateOf(item, call, policy, found);
    if (isBound && !fitting.some((grant) => fits(grant, state) === 'yes')) return false;
    const one: Call = { ...call, states: [state], lists: 'not' };
    return !denying.some((rule) => strikes(rule, one));
  };
};
