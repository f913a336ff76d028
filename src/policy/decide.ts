// Decides about one call by one policy: allow, ask or deny, and which place of the policy says so. Pure.
import type { Ruling } from '../guard/policy.ts';
import type { Call } from './call.ts';
import { ungranted } from './granted.ts';
import type { Policy, Rule } from './policy.ts';
import { covers, hangsOnUnknown, strikes } from './ruled.ts';

const withoutRule = ({ kinds, tool }: Call): Ruling => {
  const rule = 'no rule';
  if (kinds.includes('destroy'))
    return { answer: 'deny', rule, reason: `no rule lets ${tool} destroy` };
  return kinds.every((kind) => kind === 'read')
    ? { answer: 'allow', rule, reason: 'reading is allowed' }
    : { answer: 'ask', rule, reason: `the policy asks about ${kinds.join(' and ')}` };
};

const said = (rule: Rule): Ruling => ({
  answer: rule.decision,
  rule: rule.place,
  reason:
    rule.decision === 'deny'
      ? 'a rule of the policy denies it'
      : `a rule of the policy says ${rule.decision}`,
});

/** What a policy says of a call. */
export const decide = (policy: Policy, call: Call): Ruling => {
  const missing = ungranted(policy, call);
  if (missing) return { answer: 'deny', ...missing };
  const of = (decision: Rule['decision'], isMeant: (rule: Rule) => boolean) =>
    policy.rules.find((rule) => rule.decision === decision && isMeant(rule));
  const denied = of('deny', (rule) => strikes(rule, call));
  if (denied) return said(denied);
  const blind = policy.rules.find((rule) => hangsOnUnknown(rule, call));
  if (blind)
    return {
      answer: 'deny',
      rule: blind.place,
      reason: 'what the rule hangs on could not be read',
    };
  const [asked, allowed] = [
    of('ask', (rule) => strikes(rule, call)),
    of('allow', (rule) => covers(rule, call, policy)),
  ];
  // To be asked about a part of it is not enough to destroy.
  const lets = allowed ?? of('ask', (rule) => covers(rule, call, policy));
  if (!lets && call.kinds.includes('destroy')) return withoutRule(call);
  const found = asked ?? lets;
  return found ? said(found) : withoutRule(call);
};
