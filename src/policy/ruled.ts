// Whether a rule of a policy is about a call: one that asks or denies strikes at any part of it, one that allows covers all.
import type { Call, State } from './call.ts';
import { fits, inAreas, meansAccess, meansArguments, meansTool } from './meaning.ts';
import type { Policy, Rule } from './policy.ts';

/** Whether a call changes something by which a rule tells things apart. */
const loosens = (rule: Rule, call: Call): boolean =>
  [...call.moves].some((dimension) => rule.resources?.has(dimension));

/** Whether a thing is of a rule's areas, as far as anybody can tell. */
const mayBeIn = (rule: Rule, call: Call, state: State): boolean =>
  inAreas(rule, call, state) || (rule.resources !== undefined && state.area === undefined);

/** Whether a rule that asks or denies is about a call: about one of its things is enough, and so is not knowing. */
export const strikes = (rule: Rule, call: Call): boolean => {
  const isMeant =
    meansTool(rule, call) &&
    meansAccess(rule, call.kinds, false) &&
    meansArguments(rule, call, false);
  // What a rule hangs on is not changed past it, by whatever tool.
  if (!isMeant && !loosens(rule, call)) return false;
  if (inAreas(rule, call, undefined)) {
    if (!rule.resources) return true;
    // Of a list nobody can tell beforehand what is in it.
    if (call.lists === 'whole') return true;
  }
  return call.states.some((state) => mayBeIn(rule, call, state) && fits(rule, state) !== 'no');
};

/** Whether nobody can tell if a rule is about a call, since a thing could not be read. */
export const hangsOnUnknown = (rule: Rule, call: Call): boolean =>
  meansTool(rule, call) &&
  meansAccess(rule, call.kinds, false) &&
  meansArguments(rule, call, false) &&
  call.states.some((state) => mayBeIn(rule, call, state) && fits(rule, state) === 'unknown');

/** Whether something speaks for a thing that a call names and does not work on. */
const isVouchedFor = (state: State, call: Call, { grants, rules }: Policy): boolean => {
  const bound = (grants ?? []).filter(({ resources }) => resources);
  return [...bound, ...rules.filter(({ decision }) => decision === 'allow')].some(
    (one) =>
      state.area !== undefined &&
      one.areas?.has(state.area) &&
      meansAccess(one, call.kinds, true) &&
      fits(one, state) === 'yes',
  );
};

/** Whether a rule that allows is about a call: about everything in it. */
export const covers = (rule: Rule, call: Call, policy: Policy): boolean => {
  if (!meansTool(rule, call) || !meansAccess(rule, call.kinds, true)) return false;
  if (!meansArguments(rule, call, true) || !inAreas(rule, call, undefined)) return false;
  if (!rule.resources) return true;
  const subjects = call.states.filter(({ role }) => role === 'subject');
  const named = call.states.filter(({ role }) => role === 'named');
  return (
    subjects.length > 0 &&
    subjects.every((state) => fits(rule, state) === 'yes') &&
    named.every((state) => isVouchedFor(state, call, policy))
  );
};
