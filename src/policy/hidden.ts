// Which tools a policy hides: those of which no call could be let through, whatever its arguments.
import type { Outline } from '../../tools/tool/outline.ts';
import type { Call } from './call.ts';
import { kindsOf } from './call.ts';
import { isFor } from './granted.ts';
import { inAreas, meansAccess, meansTool } from './meaning.ts';
import type { Policy, Rule } from './policy.ts';

const callOf = ({ name, area, effect, cost }: Outline): Call => ({
  tool: name,
  area,
  kinds: kindsOf({ effect, cost, discloses: false }),
  given: {},
  states: [],
  tags: [],
  moves: new Set(),
  lists: 'not',
});

const deniesAll = (rule: Rule, call: Call): boolean =>
  rule.decision === 'deny' &&
  !rule.resources &&
  rule.when.length === 0 &&
  meansTool(rule, call) &&
  meansAccess(rule, call.kinds, false) &&
  inAreas(rule, call, undefined);

const mightLetThrough = (rule: Rule, call: Call): boolean =>
  rule.decision !== 'deny' && meansTool(rule, call) && meansAccess(rule, call.kinds, true);

/** Why no call of a tool can be let through, in words that follow "because"; undefined where one might be. */
export const hiddenBy = (policy: Policy, outline: Outline): string | undefined => {
  const call = callOf(outline);
  if (policy.grants && !policy.grants.some((grant) => isFor(grant, call)))
    return `the policy does not grant ${outline.name} to this agent (${policy.grantsAt})`;
  const denying = policy.rules.find((rule) => deniesAll(rule, call));
  if (denying) return `the policy denies ${outline.name} to this agent (${denying.place})`;
  if (!call.kinds.includes('destroy')) return undefined;
  return policy.rules.some((rule) => mightLetThrough(rule, call))
    ? undefined
    : `no rule of the policy lets this agent destroy with ${outline.name} (${policy.rulesAt})`;
};
