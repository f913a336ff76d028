// The facts of a call as they are recorded: what was decided, who agreed, what came back.
import { isObject } from '../../tools/json-object.ts';
import type { ApiFailure } from '../client/failures.ts';
import type { Decision } from '../guard/decision.ts';
import type { Arrived, Asked, Ending } from '../road/stages.ts';
import { bounded } from './bounded.ts';
import type { Cleaner } from './cleaner.ts';

/** Fields of a line. */
export type Fields = Readonly<Record<string, unknown>>;

/** Fields that are added to one after the other: most calls have few of those that they may have. */
type Growing = Record<string, unknown>;

const longestReason = 500;
const longestText = 4_096;

const isTelling = (value: unknown): boolean =>
  value !== 'none' && value !== 'nothing' && !(Array.isArray(value) && value.length === 0);

/** The decision with every fact that it stood on, without what says nothing. */
export const decisionOf = ({ clean }: Cleaner, decision: Decision): Fields => {
  const { verdict } = decision;
  const fields: Growing = { verdict: verdict.answer };
  if (verdict.answer === 'refused') {
    fields['rule'] = verdict.rule;
    fields['reason'] = clean(verdict.reason);
    if (verdict.missing.length > 0) fields['missing'] = verdict.missing;
  }
  for (const name in decision) {
    if (name === 'verdict') continue;
    const value: unknown = decision[name as keyof Decision];
    if (isTelling(value)) fields[name] = name === 'effect' ? value : clean(value);
  }
  return fields;
};

/** How a person's consent came about, and what was told of harm and price, as whoever asked keeps them. */
export const agreementOf = ({ clean }: Cleaner, call: Asked, isChange: boolean): Fields => {
  if (!('consent' in call) || !isObject(call.consent)) return {};
  const fields: Growing = {};
  if (isChange || call.consent['kind'] !== 'not_needed') fields['consent'] = clean(call.consent);
  if ('stakes' in call && isObject(call.stakes))
    for (const [name, value] of Object.entries(call.stakes)) fields[name] = clean(value);
  return fields;
};

const nothing: Fields = {};

/** The question that a call stopped at, and the answer that it got. */
export const questionOf = ({ clean }: Cleaner, { question: entry }: Ending): Fields => {
  if (!entry) return nothing;
  const { question, answer } = entry;
  const { id, text, doors } = question;
  return { question: clean({ id, text: bounded(text, longestText), doors, answer }) };
};

const failureOf = ({ clean }: Cleaner, failure: ApiFailure): Fields => ({
  status: failure.status,
  request_id: failure.requestId,
  attempts: failure.attempts,
  ...(failure.reason !== null && { reason: clean(bounded(failure.reason, longestReason)) }),
  ...(failure.mayHaveHappened && { may_have_happened: true }),
});

const replyOf = ({
  status,
  requestId,
  attempts,
}: {
  readonly status: number;
  readonly requestId: string | null;
  readonly attempts?: number;
}): Growing => ({ status, request_id: requestId, attempts });

/** What came back. */
export const arrivalOf = (cleaner: Cleaner, { arrival, owner }: Arrived): Fields => {
  switch (arrival.kind) {
    case 'failed':
      return failureOf(cleaner, arrival.failure);
    case 'list': {
      const { requestId, attempts, items } = arrival.list;
      return { status: 200, request_id: requestId, attempts, items: items.length };
    }
    case 'text':
    case 'logs':
      return replyOf(arrival.first);
    case 'reply': {
      const { first, followed } = arrival;
      const fields = replyOf(first);
      if (followed.how === 'watched') {
        const { ended, state } = followed.watched;
        fields['work'] = { ended, state };
      }
      if (owner !== null) fields['owner'] = cleaner.clean(owner);
      return fields;
    }
  }
};
