// Which items of a list an agent was given: those that its grants cover and no rule denies.
import type { RuledCall } from '../guard/policy.ts';
import { type Call, callOf, type State } from './call.ts';
import { isFor } from './granted.ts';
import { fits, meansArguments } from './meaning.ts';
import type { Policy } from './policy.ts';
import { readOf } from './reads.ts';
import { strikes } from './ruled.ts';
import { factsOf } from './thing.ts';

const stateOf = (item: unknown, call: Call): State => ({
  what: 'an item',
  area: readOf(call.area)?.area ?? call.area,
  role: 'subject',
  facts: factsOf(item) ?? {},
  isAfter: false,
});

/** Tells of each item whether the agent was given it; undefined where it was given everything in the list. */
export const shownItems = (
  policy: Policy,
  ruled: RuledCall,
): ((item: unknown) => boolean) | undefined => {
  const call = callOf({ ...ruled, found: { things: new Map(), filters: true } });
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
    const state = stateOf(item, call);
    if (isBound && !fitting.some((grant) => fits(grant, state) === 'yes')) return false;
    const one: Call = { ...call, states: [state], lists: 'not' };
    return !denying.some((rule) => strikes(rule, one));
  };
};
