// The road of one request: quota, exchange, repetition, reading. Everything that the client sends goes along here.

import { ApiCall } from '../../guard/permit.ts';
import type { Slices } from '../../processor/slices.ts';
import type { ApiReply, CallContext } from '../client.ts';
import { ApiFailure } from '../failures.ts';
import type { ClientParts } from '../parts.ts';
import { startDeadline } from '../wire/deadlines.ts';
import type { WireReply, WireRequest } from '../wire/transport.ts';
import { type Course, settle } from './attempts.ts';
import { classify, type Ending } from './classify.ts';
import { readErrorBody } from './error-body.ts';
import { brokenOff, failureFrom, requestIdOf, stoppedByQuota, type Told } from './failure-from.ts';
import type { JustCreated } from './just-created.ts';
import { lookUpPassing } from './passing.ts';
import { readReplyBody } from './reply-body.ts';

/** Sends one request and repeats it where that is safe. */
export type Send = (call: ApiCall, context: CallContext) => Promise<ApiReply>;

// Doing the same again changes nothing more, except for POST (DigitalOcean has no idempotency keys).
const isRepeatable = ({ endpoint }: ApiCall): boolean =>
  endpoint.repeatable ?? endpoint.method !== 'POST';

const wireRequest = (
  call: ApiCall,
  token: string,
  parts: ClientParts,
  { context, take }: Pick<WireRequest, 'take'> & { readonly context: CallContext },
): WireRequest => {
  const { request, endpoint } = call;
  const url = parts.address(request.path, request.query);
  const own = Object.entries(request.headers ?? {}).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  return {
    method: request.method,
    url,
    headers: {
      ...Object.fromEntries(own),
      accept: endpoint.reply.kind === 'text' ? '*/*' : 'application/json',
      authorization: `Bearer ${token}`,
      'user-agent': parts.userAgent,
      ...(request.body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
    // A kept-alive connection may be dead already, and then nobody knows whether the request arrived.
    fresh: !isRepeatable(call),
    signal: context.signal,
    principal: context.principal,
    take,
  };
};

// Characters from which parsing and shaping takes long enough to be cut into slices.
const largeReply = 64 * 1024;

// What a change answers is small, and not to know it is worse than to hold it.
const mostOfChange = 1024 * 1024;
const mayAlwaysRead = ({ endpoint }: ApiCall, read: number): boolean =>
  endpoint.method !== 'GET' && read <= mostOfChange;

// A gateway's 401 is about the gateway.
const isRejection = (reply: WireReply): boolean =>
  reply.status === 401 && readErrorBody(reply).speaker === 'api';

/** The road, for all calls of one client. */
export const createRoad = (parts: ClientParts, created: JustCreated): Send => {
  const { bearer, clock, random, quota, limits, transport, veil, log } = parts;

  return async (call, context) => {
    // The compiler says so already; this says so to whoever got round it.
    if (!(call instanceof ApiCall)) throw new TypeError('nothing is sent without a permit');
    const begun = clock.now();
    const course: Course = { lost: false };
    const told = (): Told => ({ endpoint: call.endpoint, veil, lost: course.lost });
    const deadline = startDeadline(clock, context.signal, limits.callMs);
    const within = { ...context, signal: deadline.signal };
    const principal = context.principal ?? '';
    const memory = parts.memory.open(principal);
    let read = 0;
    const take = (bytes: number): boolean => {
      read += bytes;
      return memory.take(bytes) || mayAlwaysRead(call, read);
    };
    let isRenewed = false;

    const turnFor = async (length: number): Promise<Slices> => {
      const { processor } = parts;
      if (length > largeReply) return processor.long(principal);
      await processor.begin(principal);
      return processor.slices(principal);
    };

    const attempt = async (): Promise<Ending> => {
      const token = bearer.current();
      const ending = await exchange(token);
      if (isRenewed || ending.kind !== 'answered' || !isRejection(ending.reply)) return ending;
      // A token that was not accepted has carried nothing out: another one is worth one more exchange.
      isRenewed = await bearer.rejected(token);
      return isRenewed ? exchange(bearer.current()) : ending;
    };

    const exchange = async (token: string): Promise<Ending> => {
      const leftMs = limits.callMs - (clock.now() - begun);
      const place = quota.take({
        limit: call.endpoint.limit,
        principal: context.principal,
        patienceMs: Math.min(limits.waitMs, leftMs),
        signal: deadline.signal,
      });
      const ticket =
        typeof place === 'number' || !context.sleeping
          ? await place
          : await context.sleeping(() => place);
      const sentAt = clock.now();
      // The body of an attempt that is over is let go before the next one is read.
      memory.give(read);
      read = 0;
      const outcome = await classify(() =>
        transport.exchange(wireRequest(call, token, parts, { context: within, take })),
      );
      const status = outcome.kind === 'answered' ? outcome.reply.status : null;
      if (outcome.kind === 'answered')
        quota.heard(ticket, outcome.reply.status, outcome.reply.headers);
      parts.observe({
        kind: 'attempt',
        operation: call.endpoint.id,
        outcome: status ?? outcome.kind,
        milliseconds: clock.now() - sentAt,
      });
      return outcome;
    };

    const waits = (wait: {
      readonly why: string;
      readonly ms: number;
      readonly attempt: number;
    }): void => {
      log?.debug({ operation: call.endpoint.id, ...wait }, 'a request is repeated after a wait');
      parts.observe({
        kind: 'wait',
        operation: call.endpoint.id,
        why: wait.why,
        milliseconds: wait.ms,
      });
    };

    try {
      deadline.signal.throwIfAborted();
      const settled = await settle(
        {
          method: call.request.method,
          repeatable: isRepeatable(call),
          passing: lookUpPassing(call, created, begun),
        },
        attempt,
        { clock, random, limits, sleep: (ms) => parts.sleep(ms, within), course, waits },
      );
      const { outcome, decision, attempts } = settled;
      if (decision.do === 'give_up') {
        if (decision.because !== 'aborted')
          throw failureFrom(settled, decision.because, decision.waitMs, told());
        course.lost ||= outcome.kind === 'unknown';
        throw broken();
      }
      if (outcome.kind !== 'answered') throw failureFrom(settled, 'lost', undefined, told());
      const { reply } = outcome;
      const requestId = requestIdOf(reply);
      if (call.request.method === 'DELETE') created.gone(call);
      if (decision.do === 'count_as_deleted')
        return { status: 204, headers: reply.headers, body: undefined, requestId, attempts };
      const means = { slices: await turnFor(reply.body.length), fits: take };
      const body = await readReplyBody(call.endpoint, reply, means);
      if (call.request.method === 'POST') created.note(body.body, clock.now());
      return { status: reply.status, headers: reply.headers, ...body, requestId, attempts };
    } catch (error) {
      if (error instanceof ApiFailure)
        throw error.code === 'quota_exhausted' ? stoppedByQuota(error, told()) : error;
      if (deadline.signal.aborted) throw broken();
      throw error;
    } finally {
      memory.end();
      deadline.end();
    }

    function broken(): ApiFailure {
      const by = deadline.passed && !context.signal.aborted ? 'deadline' : 'caller';
      return brokenOff(by, limits.callMs, told());
    }
  };
};
