// Says why a call did not succeed, as facts, from how its last attempt ended.

import type { Endpoint } from '../../../scope-map/endpoint.ts';
import { beginningOf } from '../../../tools/cut-text.ts';
import { ApiFailure, type FailureFacts } from '../failures.ts';
import type { Veil } from '../wire/token-veil.ts';
import type { WireReply } from '../wire/transport.ts';
import type { Settled } from './attempts.ts';
import type { Because } from './decide.ts';
import { readErrorBody } from './error-body.ts';

/** What is known about the call besides its last attempt. */
export interface Told {
  readonly endpoint: Endpoint;
  readonly veil: Veil;
  /** Some attempt may have been carried out. */
  readonly lost: boolean;
}

// DigitalOcean's are UUIDs; whatever is longer, or no plain word, is nothing that support could look up.
const longestRequestId = 100;
const isPlain = /^[\x21-\x7e]+$/;

/** The id under which DigitalOcean can trace a reply. */
export const requestIdOf = (reply: WireReply): string | null => {
  const told = reply.status >= 400 ? readErrorBody(reply).requestId : undefined;
  const id = beginningOf(told ?? reply.headers['x-request-id'] ?? '', longestRequestId);
  return isPlain.test(id) ? id : null;
};

const isRead = ({ endpoint }: Told): boolean => endpoint.method === 'GET';

/** Whether a change may have happened although this call failed. */
const isOpen = (told: Told): boolean => told.lost && !isRead(told);

/** What the last reply tells, where there is one. */
const repliedFacts = (settled: Settled, told: Told): Partial<FailureFacts> => {
  const { outcome, attempts } = settled;
  if (outcome.kind !== 'answered') return { attempts, reason: told.veil(outcome.message) };
  const { id, message, speaker } = readErrorBody(outcome.reply);
  return {
    attempts,
    status: outcome.reply.status,
    speaker,
    requestId: requestIdOf(outcome.reply),
    ...(id !== undefined && { id: told.veil(id) }),
    ...(message !== undefined && { reason: told.veil(message) }),
  };
};

const lostAnswer = (settled: Settled, told: Told): FailureFacts => {
  const { outcome } = settled;
  return isRead(told)
    ? {
        ...repliedFacts(settled, told),
        code: outcome.kind !== 'answered' && outcome.how === 'timeout' ? 'timeout' : 'unreachable',
        trouble: { kind: 'answer_lost' },
      }
    : {
        ...repliedFacts(settled, told),
        code: 'outcome_unknown',
        trouble: { kind: 'answer_lost' },
        mayHaveHappened: true,
      };
};

const factsFrom = (
  settled: Settled,
  because: Because,
  waitMs: number | undefined,
  told: Told,
): FailureFacts => {
  const seconds = waitMs === undefined ? undefined : Math.max(1, Math.ceil(waitMs / 1000));
  const known = {
    ...repliedFacts(settled, told),
    ...(seconds !== undefined && { retryAfterSeconds: seconds }),
    mayHaveHappened: isOpen(told),
  };
  switch (because) {
    case 'refused':
      return { ...known, code: 'refused' };
    case 'outlasted':
      return { ...known, code: 'refused', passes: true };
    case 'redirected':
      return { ...known, code: 'bad_reply', trouble: { kind: 'redirect' } };
    case 'wait_too_long':
      return { ...known, code: 'wait_too_long' };
    case 'too_large':
      return {
        ...known,
        code: isRead(told) ? 'bad_reply' : 'outcome_unknown',
        trouble: { kind: 'too_large' },
        mayHaveHappened: !isRead(told),
      };
    case 'no_memory':
      return {
        ...known,
        code: isRead(told) ? 'memory_full' : 'outcome_unknown',
        trouble: { kind: 'answer_lost' },
        mayHaveHappened: !isRead(told),
      };
    case 'never_sent':
      return isOpen(told) ? lostAnswer(settled, told) : { ...known, code: 'unreachable' };
    case 'lost':
    case 'aborted':
      return lostAnswer(settled, told);
  }
};

/** The failure of a call whose attempts are over; `because` is the decision's reason. */
export const failureFrom = (
  settled: Settled,
  because: Because,
  waitMs: number | undefined,
  told: Told,
): ApiFailure => new ApiFailure(factsFrom(settled, because, waitMs, told));

/** The failure of a call that found our own limits used up, when an earlier attempt may have been carried out. */
export const stoppedByQuota = (failure: ApiFailure, told: Told): ApiFailure =>
  isOpen(told)
    ? new ApiFailure({
        code: 'outcome_unknown',
        trouble: { kind: 'no_room' },
        mayHaveHappened: true,
        ...(failure.retryAfterSeconds !== null && { retryAfterSeconds: failure.retryAfterSeconds }),
      })
    : failure;

/** The failure of a call that was broken off by its caller, or by its own deadline of so many milliseconds. */
export const brokenOff = (by: 'caller' | 'deadline', callMs: number, told: Told): ApiFailure => {
  const mayHaveHappened = isOpen(told);
  return by === 'caller'
    ? new ApiFailure({ code: 'cancelled', mayHaveHappened })
    : new ApiFailure({
        code: mayHaveHappened ? 'outcome_unknown' : 'timeout',
        trouble: { kind: 'deadline', seconds: Math.round(callMs / 1000) },
        mayHaveHappened,
      });
};
