// The door of MCP: who is admitted, with how much, and what is answered when the server is full or stops.
import type { Processor } from '../../processor/processor.ts';
import type { Authenticator } from '../authentication/authenticator.ts';
import type { Border, Door, DoorAnswer } from '../doors/door.ts';
import { errorText, jsonRpc } from '../doors/speech.ts';
import type { Exchange } from '../exchange.ts';
import type { HttpLimits } from '../http-limits.ts';
import { narrowingHeader } from '../narrowing.ts';
import { Admission, type Principal } from '../principal.ts';
import { comeBackLater, Refusal } from '../refusal.ts';
import { ByteBudget } from '../sharing/byte-budget.ts';
import type { CoarseTimer } from '../sharing/coarse-timer.ts';
import { type NoPlace, PrincipalLimits } from '../sharing/principal-limits.ts';
import { createMcpService, type McpService, type McpServiceOptions } from './mcp-service.ts';
import { type MessageId, requestIdsOf } from './message-ids.ts';
import { readMessages } from './read-messages.ts';
import { beginWhenSlow, slowJson, slowStream } from './slow-reply.ts';
import { listenOffers, postOffers, wantedForm } from './wanted-form.ts';

/** What the door is made of. */
export interface McpDoorOptions<P extends Principal> extends McpServiceOptions<P> {
  readonly authenticator: Authenticator<P>;
  readonly limits: HttpLimits;
  readonly timer: CoarseTimer;
  readonly path: string;
  readonly border: Border;
  readonly processor: Processor;
  /** Reads what the header of a request asks to be held to, for whoever makes the servers. Absent: it means nothing. */
  readonly narrowing?: ((text: string) => object) | undefined;
}

/** The door, and how it is closed. */
export interface McpDoor<P extends Principal> {
  readonly door: Door<P>;
  readonly service: McpService<P>;
  readonly places: PrincipalLimits;
  /** Refuses what waits and what still comes. */
  refuseNew(): void;
  /** Answers every call that still runs with the news that the server stops. */
  interruptAll(): void;
}

interface Running {
  readonly exchange: Exchange;
  readonly ids: readonly MessageId[];
}

const draining =
  'This server is stopping. Send the request again: another replica, or its successor, will answer.';
const stopped =
  'The server stopped before this call had ended. What it started at DigitalOcean may go on: look at the resource before repeating the call.';

const sentences: Readonly<Record<NoPlace, string>> = {
  queue_full: 'Too many calls of yours wait for their turn already. Send fewer at the same time.',
  waited_too_long:
    'The call waited too long for its turn and was not begun. Send fewer calls at the same time, or try again.',
  closing: draining,
  gone: 'The client went away.',
};

const noPlace = (why: NoPlace, ids: readonly MessageId[]): Refusal => {
  const [only] = ids;
  return comeBackLater(why === 'closing' ? 503 : 429, 1, {
    message: sentences[why],
    reason: why === 'closing' ? 'draining' : 'queue',
    id: ids.length === 1 && only !== undefined ? only : null,
  });
};

/** Makes the door of MCP. */
export const createMcpDoor = <P extends Principal>(options: McpDoorOptions<P>): McpDoor<P> => {
  const { authenticator, limits, timer, clock, processor } = options;
  const places = new PrincipalLimits(limits.calls, timer);
  const bodies = new ByteBudget(limits.bodies);
  const service = createMcpService(options, limits, (principal) =>
    authenticator.now ? authenticator.now(principal) : principal,
  );
  const running = new Set<Running>();
  let refusing = false;

  /** What a request asks to be held to. */
  const narrowingOf = (exchange: Exchange): object | undefined => {
    const text = exchange.header(narrowingHeader);
    return text === null ? undefined : options.narrowing?.(text);
  };

  const post = async (exchange: Exchange, principal: P): Promise<DoorAnswer> => {
    const narrowing = narrowingOf(exchange);
    if (narrowing instanceof Refusal) return narrowing;
    const messages = await readMessages(exchange, principal.id, limits, bodies);
    if (messages instanceof Refusal) return messages;
    const ids = requestIdsOf(messages.body);
    // Answers and notifications must always get through: a call that holds a place may be waiting for them.
    if (ids.length === 0)
      return service.serve(exchange, messages.body, new Admission(principal, clock.now()));
    const taken = places.take(principal.id, ids.length, exchange.signal);
    const place = taken instanceof Promise ? await taken : taken;
    if (typeof place === 'string') return noPlace(place, ids);
    const entry: Running = { exchange, ids };
    running.add(entry);
    exchange.onEnd(() => {
      running.delete(entry);
      place.release();
    });
    await processor.begin(principal.id);
    const admission = new Admission(principal, clock.now(), {
      sleeping: place.sleeping,
      narrowing,
    });
    const answer = service.serve(exchange, messages.body, admission);
    const form = wantedForm(exchange) === 'json' ? slowJson : slowStream;
    return beginWhenSlow(answer, timer, undefined, form);
  };

  const withinSession = (exchange: Exchange, principal: P): DoorAnswer | Promise<DoorAnswer> =>
    exchange.header('mcp-session-id') === null
      ? new Refusal({
          status: 405,
          message: 'MCP takes POST, and GET and DELETE within a session.',
          headers: { allow: 'POST, GET, DELETE' },
        })
      : service.serve(exchange, undefined, new Admission(principal, clock.now()));

  return {
    service,
    places,
    refuseNew: () => {
      refusing = true;
      places.close();
    },
    interruptAll: () => {
      for (const { exchange, ids } of [...running]) {
        const errors = ids.map((id) => errorText({ message: stopped, code: -32_000, id }));
        exchange.interrupt(errors.length === 1 ? (errors[0] ?? '') : `[${errors.join(',')}]`);
      }
    },
    door: {
      path: options.path,
      border: options.border,
      gate: (exchange) =>
        refusing
          ? comeBackLater(503, 1, { message: draining, reason: 'draining' })
          : authenticator.authenticate(exchange, exchange.peer),
      speech: jsonRpc,
      pages: true,
      methods: {
        POST: { offers: postOffers, answer: post },
        GET: { offers: listenOffers, answer: withinSession },
        DELETE: { offers: [], answer: withinSession },
      },
    },
  };
};
