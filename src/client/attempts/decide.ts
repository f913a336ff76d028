// Whether an attempt is the answer, is worth waiting and repeating, or is the end: a pure function.
import type { Method, Passing } from '../../../scope-map/endpoint.ts';
import { remainingOf, resetMs, retryAfterMs } from '../../http-headers.ts';
import type { Random } from '../../ports.ts';
import type { ClientLimits } from '../limits.ts';
import type { WireReply } from '../wire/transport.ts';
import type { Ending } from './classify.ts';
import { readErrorBody } from './error-body.ts';
import { fullJitter, spread } from './waiting.ts';

/** Everything the decision depends on. */
export interface Attempted {
  readonly method: Method;
  /** Whether doing it twice is the same as doing it once. */
  readonly repeatable: boolean;
  readonly outcome: Ending;
  /** Number of this attempt, the first is 1. */
  readonly attempt: number;
  /** Milliseconds since the call began. */
  readonly spentMs: number;
  /** An earlier attempt may have been carried out although it was not answered well. */
  readonly lostBefore: boolean;
  /** Refusals of this endpoint that pass by themselves. */
  readonly passing: readonly Passing[];
  readonly now: number;
}

/** What to do after an attempt. */
export type Decision =
  | { readonly do: 'answer' }
  /** A deletion whose first answer was lost, and whose repetition finds nothing: it is done. */
  | { readonly do: 'count_as_deleted' }
  | {
      readonly do: 'wait';
      readonly ms: number;
      readonly why: 'throttled' | 'trouble' | 'lost' | 'passing';
    }
  | { readonly do: 'give_up'; readonly because: Because; readonly waitMs?: number };

/** Why the client stops trying. */
export type Because =
  | 'refused'
  /** A refusal that passes by itself, but not within our patience. */
  | 'outlasted'
  | 'redirected'
  /** An answer that does not tell whether the call was carried out, or none at all. */
  | 'lost'
  | 'never_sent'
  | 'too_large'
  /** What all calls together may read is used up. */
  | 'no_memory'
  | 'aborted'
  | 'wait_too_long';

// The first wait for a burst to end; the minute's limit is 250 requests, so a few seconds make room for many.
const burstMs = 3_000;

/**
 * Whether a status is trouble that may pass, and behind which the call may have been carried out all the same. Not
 * implemented and wrong HTTP version stay so, and nothing was done; every other 5xx may be a gateway's (DigitalOcean
 * documents only 500, but names the others as possible at its edge).
 */
export const isTrouble = (status: number): boolean =>
  status >= 500 && status !== 501 && status !== 505;

const isApi = (reply: WireReply): boolean => readErrorBody(reply).speaker === 'api';

/** The passing refusal that a reply is, if it is one. */
const passingOf = (passing: readonly Passing[], reply: WireReply): Passing | undefined => {
  const { speaker, id, message } = readErrorBody(reply);
  // A gateway's page says nothing about the resource.
  if (speaker !== 'api') return undefined;
  const said = message?.toLowerCase() ?? '';
  return passing.find(
    (one) =>
      [one.status].flat().some((status) => status === reply.status) &&
      (one.code === undefined || one.code === id) &&
      (one.says === undefined || said.includes(one.says)),
  );
};

/**
 * What a 429 asks for. `ratelimit-reset` tells when the oldest request of the hour expires: it only counts when the
 * hour is used up. With quota left it is the burst of a minute that is too fast, which ends within the minute.
 */
const throttledMs = (
  { headers }: WireReply,
  attempt: number,
  now: number,
  random: Random,
): { readonly prescribedMs?: number; readonly burstMs?: number } => {
  const prescribedMs = retryAfterMs(headers, now);
  if (prescribedMs !== undefined) return { prescribedMs };
  const left = remainingOf(headers);
  if (left !== undefined && left > 0)
    return { burstMs: burstMs * Math.min(2 ** (attempt - 1), 4) * (0.75 + random() / 2) };
  const reset = resetMs(headers, now);
  return reset === undefined ? {} : { prescribedMs: reset };
};

/** What to do after an attempt; `random` only spreads waits. */
export const decide = (attempted: Attempted, limits: ClientLimits, random: Random): Decision => {
  const { outcome, attempt, spentMs } = attempted;
  const jitter = (): number => fullJitter(attempt, limits, random);
  const leftMs = limits.callMs - spentMs;

  const waitOrEnd = (
    why: 'throttled' | 'trouble' | 'lost',
    prescribedMs: number | undefined,
    end: Because,
    ownMs = jitter(),
  ): Decision => {
    if (prescribedMs !== undefined && prescribedMs > Math.min(limits.waitMs, leftMs))
      return { do: 'give_up', because: 'wait_too_long', waitMs: prescribedMs };
    if (attempt >= limits.attempts)
      return {
        do: 'give_up',
        because: end,
        ...(prescribedMs !== undefined && { waitMs: prescribedMs }),
      };
    const ms = prescribedMs === undefined ? ownMs : Math.min(spread(prescribedMs, random), leftMs);
    return ms >= leftMs ? { do: 'give_up', because: end } : { do: 'wait', ms, why };
  };

  switch (outcome.kind) {
    case 'not_sent':
      if (outcome.how === 'aborted') return { do: 'give_up', because: 'aborted' };
      if (outcome.how === 'unsendable') return { do: 'give_up', because: 'never_sent' };
      return waitOrEnd('lost', undefined, 'never_sent');
    case 'unknown':
      if (outcome.how === 'aborted') return { do: 'give_up', because: 'aborted' };
      if (outcome.how === 'too_large') return { do: 'give_up', because: 'too_large' };
      if (outcome.how === 'no_memory') return { do: 'give_up', because: 'no_memory' };
      if (!attempted.repeatable) return { do: 'give_up', because: 'lost' };
      return waitOrEnd('lost', undefined, 'lost');
    case 'answered':
      break;
  }

  const { status, headers } = outcome.reply;
  if (status >= 200 && status < 300) return { do: 'answer' };
  if (status < 400) return { do: 'give_up', because: 'redirected' };
  if (status === 429) {
    const throttled = throttledMs(outcome.reply, attempt, attempted.now, random);
    return waitOrEnd('throttled', throttled.prescribedMs, 'refused', throttled.burstMs);
  }
  if (isTrouble(status)) {
    if (!attempted.repeatable) return { do: 'give_up', because: 'lost' };
    const end = attempted.method === 'GET' ? 'refused' : 'lost';
    return waitOrEnd('trouble', retryAfterMs(headers, attempted.now), end);
  }
  if (
    status === 404 &&
    attempted.method === 'DELETE' &&
    attempted.lostBefore &&
    isApi(outcome.reply)
  )
    return { do: 'count_as_deleted' };
  const passing = passingOf(attempted.passing, outcome.reply);
  if (!passing) return { do: 'give_up', because: 'refused' };
  // A state that is about to change is looked at every few seconds, however often that is.
  const ms =
    1000 + fullJitter(attempt, { backoffMs: 2000, backoffMostMs: limits.backoffMostMs }, random);
  if (spentMs < passing.within * 1000 && ms < leftMs)
    return { do: 'wait', ms: Math.min(ms, limits.waitMs), why: 'passing' };
  // What was just made has long appeared by now: that 404 is one like any other.
  return { do: 'give_up', because: status === 404 ? 'refused' : 'outlasted' };
};
