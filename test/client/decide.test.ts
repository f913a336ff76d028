// The decision after an attempt, as a table: method, outcome, attempt and time spent to what is done.
import { describe, expect, it } from 'vitest';
import type { Method, Passing } from '../../scope-map/endpoint.ts';
import type { Ending } from '../../src/client/attempts/classify.ts';
import { type Attempted, type Decision, decide } from '../../src/client/attempts/decide.ts';
import { defaultLimits } from '../../src/client/limits.ts';

const now = Date.UTC(2026, 10, 24, 12);

const answered = (
  status: number,
  headers: Record<string, string> = {},
  message = 'no',
): Ending => ({
  kind: 'answered',
  reply: { status, headers, body: JSON.stringify({ id: 'x', message }) },
});
const page = (status: number): Ending => ({
  kind: 'answered',
  reply: { status, headers: { 'content-type': 'text/html' }, body: '<html>no</html>' },
});
const lost: Ending = { kind: 'unknown', how: 'broken', message: 'the connection was reset' };
const slow: Ending = { kind: 'unknown', how: 'timeout', message: 'no reply in time' };
const large: Ending = { kind: 'unknown', how: 'too_large', message: 'too large' };
const unsent: Ending = { kind: 'not_sent', how: 'broken', message: 'the connection was refused' };
const gone: Ending = { kind: 'unknown', how: 'aborted', message: 'broken off' };

const half = (method: Method, outcome: Ending, own: Partial<Attempted> = {}): Decision =>
  decide(
    {
      method,
      repeatable: method !== 'POST',
      outcome,
      attempt: 1,
      spentMs: 0,
      lostBefore: false,
      passing: [],
      now,
      ...own,
    },
    defaultLimits,
    () => 0.5,
  );

const wait = (why: string, ms: number) => ({ do: 'wait', why, ms });
const end = (because: string, waitMs?: number) => ({
  do: 'give_up',
  because,
  ...(waitMs !== undefined && { waitMs }),
});
const pending: readonly Passing[] = [{ status: 422, says: 'pending event', within: 30 }];

describe('the decision', () => {
  it.each<readonly [string, Decision, object]>([
    // answers
    ['GET 200', half('GET', answered(200)), { do: 'answer' }],
    ['POST 202', half('POST', answered(202)), { do: 'answer' }],
    ['DELETE 204', half('DELETE', answered(204)), { do: 'answer' }],
    ['GET 302', half('GET', answered(302)), end('redirected')],
    ['GET 403', half('GET', answered(403)), end('refused')],
    ['GET 404', half('GET', answered(404)), end('refused')],
    ['POST 422', half('POST', answered(422)), end('refused')],
    ['GET 423', half('GET', answered(423)), end('refused')],
    // 429: certainly not carried out, whatever the method
    ['GET 429 bare', half('GET', answered(429)), wait('throttled', 250)],
    ['POST 429 bare', half('POST', answered(429)), wait('throttled', 250)],
    [
      'POST 429 with Retry-After',
      half('POST', answered(429, { 'retry-after': '3' })),
      wait('throttled', 3200),
    ],
    [
      'GET 429 with a reset',
      half('GET', answered(429, { 'ratelimit-reset': String(now / 1000 + 5) })),
      wait('throttled', 5300),
    ],
    [
      'GET 429 with a reset when the hour is used up',
      half(
        'GET',
        answered(429, { 'ratelimit-remaining': '0', 'ratelimit-reset': String(now / 1000 + 900) }),
      ),
      end('wait_too_long', 900_000),
    ],
    [
      'GET 429 with quota left and a reset far away is a burst',
      half(
        'GET',
        answered(429, {
          'ratelimit-remaining': '4000',
          'ratelimit-reset': String(now / 1000 + 900),
        }),
      ),
      wait('throttled', 3000),
    ],
    [
      'a burst that goes on is waited for longer',
      half('POST', answered(429, { 'ratelimit-remaining': '1' }), { attempt: 3 }),
      wait('throttled', 12_000),
    ],
    [
      'Retry-After wins over the reset',
      half(
        'GET',
        answered(429, { 'retry-after': '2', 'ratelimit-reset': String(now / 1000 + 900) }),
      ),
      wait('throttled', 2150),
    ],
    [
      'garbage headers fall back to chance',
      half('GET', answered(429, { 'retry-after': 'soon', 'ratelimit-reset': 'later' })),
      wait('throttled', 250),
    ],
    [
      'a wait beyond the cap',
      half('GET', answered(429, { 'retry-after': '21' })),
      end('wait_too_long', 21_000),
    ],
    [
      'a wait beyond the rest of the call',
      half('GET', answered(429, { 'retry-after': '10' }), { spentMs: 45_000 }),
      end('wait_too_long', 10_000),
    ],
    ['the last 429', half('GET', answered(429), { attempt: 5 }), end('refused')],
    [
      'the last 429 with its seconds',
      half('GET', answered(429, { 'retry-after': '3' }), { attempt: 5 }),
      end('refused', 3000),
    ],
    // gateways
    ...(['GET', 'PUT', 'PATCH', 'DELETE'] as const).flatMap((method) =>
      [500, 502, 503, 504, 520].map(
        (status) =>
          [`${method} ${status}`, half(method, answered(status)), wait('trouble', 250)] as const,
      ),
    ),
    ...[500, 502, 503, 504].map(
      (status) => [`POST ${status}`, half('POST', answered(status)), end('lost')] as const,
    ),
    ['GET 501', half('GET', answered(501)), end('refused')],
    [
      'GET 503 with Retry-After',
      half('GET', answered(503, { 'retry-after': '4' })),
      wait('trouble', 4250),
    ],
    [
      'POST 503 with Retry-After is still not repeated',
      half('POST', answered(503, { 'retry-after': '4' })),
      end('lost'),
    ],
    [
      'the third GET 500 waits longer',
      half('GET', answered(500), { attempt: 3 }),
      wait('trouble', 1000),
    ],
    ['the last GET 500', half('GET', answered(500), { attempt: 5 }), end('refused')],
    [
      'the last PUT 500 leaves the outcome open',
      half('PUT', answered(500), { attempt: 5 }),
      end('lost'),
    ],
    [
      'no time left for another attempt',
      half('GET', answered(500), { spentMs: 49_900 }),
      end('refused'),
    ],
    // lost and unsent
    ['GET lost', half('GET', lost), wait('lost', 250)],
    ['PUT lost', half('PUT', lost), wait('lost', 250)],
    ['PATCH lost', half('PATCH', lost), wait('lost', 250)],
    ['DELETE lost', half('DELETE', lost), wait('lost', 250)],
    ['POST lost', half('POST', lost), end('lost')],
    ['POST too slow', half('POST', slow), end('lost')],
    ['GET too slow', half('GET', slow), wait('lost', 250)],
    ['DELETE by tag lost', half('DELETE', lost, { repeatable: false }), end('lost')],
    ['DELETE by tag 502', half('DELETE', answered(502), { repeatable: false }), end('lost')],
    ['PATCH that adds, lost', half('PATCH', lost, { repeatable: false }), end('lost')],
    [
      'POST that is declared repeatable, lost',
      half('POST', lost, { repeatable: true }),
      wait('lost', 250),
    ],
    ['POST never sent', half('POST', unsent), wait('lost', 250)],
    ['POST never sent, last', half('POST', unsent, { attempt: 5 }), end('never_sent')],
    ['GET too large', half('GET', large), end('too_large')],
    ['broken off by the caller', half('GET', gone), end('aborted')],
    // deletions
    ['DELETE 404 at first', half('DELETE', answered(404)), end('refused')],
    [
      'DELETE 404 after a lost answer',
      half('DELETE', answered(404), { attempt: 2, lostBefore: true }),
      { do: 'count_as_deleted' },
    ],
    [
      'PUT 404 after a lost answer',
      half('PUT', answered(404), { attempt: 2, lostBefore: true }),
      end('refused'),
    ],
    [
      'DELETE 404 by a gateway after a lost answer',
      half('DELETE', page(404), { attempt: 2, lostBefore: true }),
      end('refused'),
    ],
    // passing refusals
    [
      '409 with its code',
      half('PUT', answered(409, {}, 'x'), { passing: [{ status: 409, code: 'x', within: 30 }] }),
      wait('passing', 2000),
    ],
    [
      '409 with another code',
      half('PUT', answered(409, {}, 'x'), { passing: [{ status: 409, code: 'busy', within: 30 }] }),
      end('refused'),
    ],
    [
      '409 by a gateway',
      half('PUT', page(409), { passing: [{ status: 409, within: 30 }] }),
      end('refused'),
    ],
    [
      '409 at the end of its time, and one short of it',
      half('PUT', answered(409), { passing: [{ status: 409, within: 30 }], spentMs: 30_000 }),
      end('outlasted'),
    ],
    [
      '409 a moment before the end of its time',
      half('PUT', answered(409), { passing: [{ status: 409, within: 30 }], spentMs: 29_999 }),
      wait('passing', 2000),
    ],
    [
      '422 pending event',
      half('POST', answered(422, {}, 'Droplet already has a PENDING EVENT.'), { passing: pending }),
      wait('passing', 2000),
    ],
    [
      '422 of another kind',
      half('POST', answered(422, {}, 'name is taken'), { passing: pending }),
      end('refused'),
    ],
    [
      '422 pending for too long',
      half('POST', answered(422, {}, 'pending event'), { passing: pending, spentMs: 30_000 }),
      end('outlasted'),
    ],
    [
      '422 pending, tenth look',
      half('POST', answered(422, {}, 'pending event'), { passing: pending, attempt: 10 }),
      wait('passing', 5000),
    ],
    [
      '404 where any message passes, for too long',
      half('GET', answered(404), { passing: [{ status: 404, within: 10 }], spentMs: 10_000 }),
      end('refused'),
    ],
    [
      '404 where any message passes',
      half('GET', answered(404), { passing: [{ status: 404, within: 10 }] }),
      wait('passing', 2000),
    ],
  ])('%s', (_, decision, expected) => {
    expect(decision).toEqual(expected);
  });
});
