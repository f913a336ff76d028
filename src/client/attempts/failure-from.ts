// Puts into words why a call did not succeed, from how its last attempt ended.
import type { Endpoint } from '../../../scope-map/endpoint.ts';
import { ApiFailure } from '../failures.ts';
import type { Veil } from '../wire/token-veil.ts';
import type { WireReply } from '../wire/transport.ts';
import type { Settled } from './attempts.ts';
import type { Because } from './decide.ts';
import { readErrorBody } from './error-body.ts';

/** What the sentences need to know about the call. */
export interface Telling {
  readonly endpoint: Endpoint;
  /** The tool that lists what the call may have changed; null when there is none. */
  readonly list: string | null;
  readonly veil: Veil;
  /** Some attempt may have been carried out. */
  readonly lost: boolean;
}

const isRead = (endpoint: Endpoint): boolean => endpoint.method === 'GET';

/** What to do when nobody knows whether a change happened. */
export const lookFirst = (list: string | null): string =>
  list === null
    ? 'Look at the resource to see whether it was carried out before you repeat it.'
    : `Call ${list} to see whether it was carried out before you repeat it.`;

/** The id under which DigitalOcean can trace a reply. */
export const requestIdOf = (reply: WireReply): string | null => {
  const own = reply.headers['x-request-id'];
  return (
    readErrorBody(reply.status >= 400 ? reply.body : '').requestId ??
    (own === undefined || own === '' ? null : own)
  );
};

const attemptsWord = (attempts: number): string =>
  attempts === 1 ? '' : ` after ${attempts} attempts`;

const statusMessage = (reply: WireReply): string => {
  const { message } = readErrorBody(reply.body);
  if (message !== undefined) return message;
  const what =
    reply.body.trim() === ''
      ? 'without saying why'
      : "with a page that is not DigitalOcean's error format";
  return `DigitalOcean, or a gateway before it, answered with status ${reply.status} ${what}.`;
};

const refused = (
  reply: WireReply,
  telling: Telling,
  settled: Settled,
  waitMs: number | undefined,
): ApiFailure => {
  const { id } = readErrorBody(reply.body);
  const isLost = telling.lost && !isRead(telling.endpoint);
  return new ApiFailure({
    code: 'refused',
    message: telling.veil(
      `${statusMessage(reply)}${reply.status >= 500 ? ` (still so${attemptsWord(settled.attempts)})` : ''}`,
    ),
    status: reply.status,
    ...(id !== undefined && { id: telling.veil(id) }),
    requestId: requestIdOf(reply),
    ...(waitMs !== undefined && { retryAfterSeconds: Math.ceil(waitMs / 1000) }),
    ...(isLost && { next: lookFirst(telling.list) }),
  });
};

const lostAnswer = (settled: Settled, telling: Telling): ApiFailure => {
  const { outcome } = settled;
  if (outcome.kind === 'answered')
    return new ApiFailure({
      code: 'outcome_unknown',
      message: telling.veil(
        `Status ${outcome.reply.status}${attemptsWord(settled.attempts)}: ${statusMessage(outcome.reply)} The call may or may not have been carried out, so it was not repeated${settled.attempts > 1 ? ' further' : ''}.`,
      ),
      status: outcome.reply.status,
      requestId: requestIdOf(outcome.reply),
      next: lookFirst(telling.list),
    });
  if (isRead(telling.endpoint))
    return new ApiFailure({
      code: outcome.how === 'timeout' ? 'timeout' : 'unreachable',
      message: telling.veil(
        `DigitalOcean's answer was lost${attemptsWord(settled.attempts)}: ${outcome.message}.`,
      ),
      next: 'Call again in a moment; reading is safe to repeat.',
    });
  return new ApiFailure({
    code: 'outcome_unknown',
    message: telling.veil(
      `The request was sent, but the answer was lost${attemptsWord(settled.attempts)} (${outcome.message}). It may or may not have been carried out.`,
    ),
    next: lookFirst(telling.list),
  });
};

const neverSent = (settled: Settled, telling: Telling): ApiFailure => {
  const reason = settled.outcome.kind === 'answered' ? '' : `: ${settled.outcome.message}`;
  if (telling.lost && !isRead(telling.endpoint)) return lostAnswer(settled, telling);
  return new ApiFailure({
    code: 'unreachable',
    message: telling.veil(
      `DigitalOcean's API could not be reached${attemptsWord(settled.attempts)}${reason}. Nothing was sent.`,
    ),
    next: 'Check the network of this server (do-mcp doctor helps), then call again: nothing was carried out.',
  });
};

const tooLarge = (settled: Settled, telling: Telling): ApiFailure =>
  new ApiFailure({
    code: isRead(telling.endpoint) ? 'bad_reply' : 'outcome_unknown',
    message: telling.veil(
      `${settled.outcome.kind === 'answered' ? 'The reply was too large' : settled.outcome.message}. Reading it was stopped.`,
    ),
    next: isRead(telling.endpoint)
      ? 'Ask for less: a filter, or a smaller max_items.'
      : lookFirst(telling.list),
  });

const waitTooLong = (settled: Settled, seconds: number, telling: Telling): ApiFailure => {
  const { outcome } = settled;
  const isOpen = telling.lost && !isRead(telling.endpoint);
  const fate = isOpen
    ? 'An earlier attempt may have been carried out, since its answer was lost.'
    : 'The call was not carried out.';
  return new ApiFailure({
    code: 'wait_too_long',
    message: `DigitalOcean asks to wait ${seconds} seconds, which is longer than a call may last. ${fate}`,
    ...(outcome.kind === 'answered' && {
      status: outcome.reply.status,
      requestId: requestIdOf(outcome.reply),
    }),
    retryAfterSeconds: seconds,
    next: `Call again in ${seconds} seconds.${isOpen ? ` ${lookFirst(telling.list)}` : ''}`,
  });
};

/** The failure of a call that found our own limits used up, when an earlier attempt may have been carried out. */
export const stoppedByQuota = (failure: ApiFailure, telling: Telling): ApiFailure =>
  !telling.lost || isRead(telling.endpoint)
    ? failure
    : new ApiFailure({
        code: 'outcome_unknown',
        message:
          'The answer was lost, and the request limits left no room to ask again. It may or may not have been carried out.',
        ...(failure.retryAfterSeconds !== null && { retryAfterSeconds: failure.retryAfterSeconds }),
        next: lookFirst(telling.list),
      });

/** The failure of a call whose attempts are over; `because` is the decision's reason. */
export const failureFrom = (
  settled: Settled,
  because: Because,
  waitMs: number | undefined,
  telling: Telling,
): ApiFailure => {
  const { outcome } = settled;
  switch (because) {
    case 'refused':
      return outcome.kind === 'answered'
        ? refused(outcome.reply, telling, settled, waitMs)
        : lostAnswer(settled, telling);
    case 'redirected':
      return new ApiFailure({
        code: 'bad_reply',
        message: `The API answered with a redirect (status ${outcome.kind === 'answered' ? outcome.reply.status : 'unknown'}), which is never followed, because it could carry the token elsewhere.`,
        ...(outcome.kind === 'answered' && {
          status: outcome.reply.status,
          requestId: requestIdOf(outcome.reply),
        }),
        next: 'Tell the user to check the API address that this server is configured with.',
      });
    case 'wait_too_long':
      return waitTooLong(settled, Math.max(1, Math.ceil((waitMs ?? 0) / 1000)), telling);
    case 'too_large':
      return tooLarge(settled, telling);
    case 'never_sent':
      return neverSent(settled, telling);
    case 'lost':
    case 'aborted':
      return lostAnswer(settled, telling);
  }
};

/** The failure of a call that was broken off by its caller, or by its own deadline. */
export const brokenOff = (
  by: 'caller' | 'deadline',
  wasSent: boolean,
  callMs: number,
  telling: Telling,
): ApiFailure => {
  const isOpen = wasSent && !isRead(telling.endpoint);
  const fate = isOpen ? 'It may or may not have been carried out.' : 'Nothing was changed.';
  if (by === 'caller')
    return new ApiFailure({
      code: 'cancelled',
      message: `The call was cancelled. ${fate}`,
      ...(isOpen && { next: lookFirst(telling.list) }),
    });
  return new ApiFailure({
    code: isOpen ? 'outcome_unknown' : 'timeout',
    message: `The call did not end within ${Math.round(callMs / 1000)} seconds. ${fate}`,
    next: isOpen ? lookFirst(telling.list) : 'Call again in a moment.',
  });
};
