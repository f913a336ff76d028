// Decides a recorded call again, as far as the record tells what there is to know.
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Grant } from '../../guard/grant.ts';
import { Guard } from '../../guard/guard.ts';
import type { Found } from '../../guard/policy.ts';
import { ruledCall } from '../../guard/ruled-call.ts';
import { isBarred } from '../../guard/rules.ts';
import type { Selection } from '../../guard/selection.ts';
import { asItWas } from '../advise/as-it-was.ts';
import { conditionsOf, hidesAny } from '../read/hidden.ts';
import type { RecordedCall, RecordedDecision } from '../read/recorded-call.ts';

/** What is decided now. */
export type Decided =
  | { readonly answer: 'allowed' }
  | { readonly answer: 'refused'; readonly rule: string; readonly reason: string }
  /** The record does not tell what the answer hangs on. */
  | { readonly answer: 'not_known'; readonly rule: null; readonly reason: string };

/**
 * Decides calls again by other rules. Whatever decides about calls can be replayed by one of these.
 * @returns undefined for a call that was not decided then either.
 */
export type Decide = (tool: Tool, call: RecordedCall) => Decided | undefined;

/** What the server would be told at its start. */
export interface OtherSettings {
  readonly selection: Selection;
  /** What the token would hold; null: what it held then. */
  readonly scopes: ReadonlySet<string> | null;
  /** The file of agents is among them: what a policy said then is said anew. */
  readonly namesAgents?: true;
}

export const notKnown = (reason: string): Decided => ({ answer: 'not_known', rule: null, reason });

/** Rules that ask what the token holds. */
const ofToken = new Set(['token', 'scopes']);
/** Rules that ask what the owner has chosen, and are asked before. */
const ofSelection = new Set(['left_out', 'area', 'deprecated', 'read_only', 'secrets']);

/** What follows where nothing that is known now stands against it. */
const asThen = (tool: Tool, then: RecordedDecision, settings: OtherSettings): Decided => {
  const { scopes, namesAgents } = settings;
  const { rule, reason } = then;
  if (then.verdict === 'allowed') return { answer: 'allowed' };
  const refused: Decided = {
    answer: 'refused',
    rule: rule ?? 'unknown',
    reason: reason ?? 'the record does not say why',
  };
  const isAsked = (one: string): boolean =>
    ofToken.has(one) || ofSelection.has(one) || (one === 'policy' && namesAgents === true);
  if (rule === null || !isAsked(rule)) return refused;
  if (scopes !== null) return { answer: 'allowed' };
  if (ofToken.has(rule)) return refused;
  if (tool.endpoint.requires.some((all) => all.length === 0)) return { answer: 'allowed' };
  return notKnown('it was refused before the token was looked at; --scopes tells what that holds');
};

const nothingRead: Found = { things: new Map(), filters: true };

/** Why it is not known what a policy says of a call; undefined where it is. */
const hiddenFromPolicy = (
  { policy, ...selection }: Selection,
  tool: Tool,
  given: Arguments,
): string | undefined => {
  if (!policy) return undefined;
  if (policy.toRead(ruledCall({ tool, given }, selection)).length > 0)
    return 'the policy asks what had to be read of the thing, which is not on record';
  const { confidential = [] } = tool.endpoint;
  const secret = new Set(confidential.map((place) => place.split('.')[0]));
  const [hidden] =
    Object.entries(given).find(([name, one]) => !secret.has(name) && hidesAny(one)) ?? [];
  return hidden && `the policy may ask for ${hidden}, which is not on record as it was`;
};

/** Decides by the rules of the guard, as a server with these settings would. */
export const decideBy = (settings: OtherSettings): Decide => {
  const { selection, scopes } = settings;
  const grant: Grant = {
    kind: 'known',
    scopes: scopes ?? new Set(['api:write']),
    source: 'declared',
    expiresAt: null,
  };
  const guard = new Guard(selection, grant);
  return (tool, call) => {
    const { decision, given } = call;
    if (decision === null) return undefined;
    const known = asItWas(tool, call);
    const verdict = guard.may(known, given, nothingRead);
    const isPolicys = verdict.answer === 'allowed' || verdict.rule === 'policy';
    const unsaid = isPolicys ? hiddenFromPolicy(selection, known, given) : undefined;
    if (unsaid !== undefined) return notKnown(unsaid);
    if (verdict.answer === 'refused')
      return { answer: 'refused', rule: verdict.rule, reason: verdict.reason };
    // What a call did then is on record, whatever arguments are not: only scopes are left to hang on them.
    const hidden = conditionsOf(tool, given).unclear.find(({ when, needs }) =>
      isBarred(guard, known, { when, ...(needs && { needs }) }),
    );
    if (hidden)
      return notKnown(`it hangs on ${hidden.when.argument}, which is not on record as it was`);
    return asThen(tool, decision, settings);
  };
};
