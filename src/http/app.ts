// The HTTP app: every check in the order of security, then MCP. It knows neither DigitalOcean nor Node's sockets.
import {
  createMcpHandler,
  isLegacyRequest,
  type McpRequestContext,
  type McpServer,
  type ServerNotifier,
} from '@modelcontextprotocol/server';
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import type { Authenticator } from './authentication/authenticator.ts';
import { createCoarseTimer } from './coarse-timer.ts';
import { createCors } from './cors.ts';
import { BodyRefused, type Exchange } from './exchange.ts';
import { createHealth } from './health.ts';
import { createHostGuard } from './host-guard.ts';
import { asksForSession, countMessages, type MessageId, requestIdsOf } from './messages.ts';
import type { Metrics, RefusalReason } from './metrics.ts';
import { type PlainCall, plainCallIn } from './plain-call.ts';
import { Admission, type Principal } from './principal.ts';
import { type CallBounds, type NoPlace, PrincipalLimits, usualBounds } from './principal-limits.ts';
import { comeBackLater, errorText, refuse } from './refusal.ts';
import { jsonReply, Reply, replyOf } from './reply.ts';
import { type SessionBounds, Sessions, usualSessionBounds } from './sessions.ts';
import { acceptsStream, streamWhenSlow } from './slow-reply.ts';

/** What the app bounds. */
export interface HttpLimits {
  /** The longest request body, in bytes. */
  readonly body: number;
  /** Messages in one JSON-RPC batch. */
  readonly batch: number;
  readonly calls: CallBounds;
  readonly sessions: SessionBounds;
}

/** Limits that suit a team's server. */
export const usualLimits: HttpLimits = {
  body: 1 << 20,
  batch: 20,
  calls: usualBounds,
  sessions: usualSessionBounds,
};

/** What an app is made of. */
export interface HttpAppOptions<P extends Principal> {
  /** Makes the server for one request, or for one session; must be cheap and share only what never changes. */
  readonly factory: (context: McpRequestContext, principal: P) => McpServer | Promise<McpServer>;
  /**
   * Answers a plain tool call with the JSON of its result, as the factory's server would, but without a server;
   * undefined when this call needs one. Absent: every call goes through the factory.
   */
  readonly answerPlainly?: (
    principal: P,
    call: PlainCall,
    signal: AbortSignal,
  ) => Promise<string> | undefined;
  readonly authenticator: Authenticator<P>;
  /** Host names besides loopback under which the server is called. */
  readonly hosts: readonly string[];
  /** Origins of web pages that may call. */
  readonly origins: readonly string[];
  /** Whether pages from this machine may call too: only while listening on loopback. */
  readonly loopbackPages: boolean;
  readonly limits?: HttpLimits;
  readonly metrics: Metrics | null;
  readonly log: Log;
  readonly clock: Clock;
  /** Where MCP is served. Default `/mcp`. */
  readonly path?: string;
}

/** A running app. */
export interface HttpApp {
  fetch(exchange: Exchange): Promise<Reply>;
  /** No longer ready: load balancers are to send nothing more, but what comes is still served. */
  retire(): void;
  /** Refuses what waits and what still comes. */
  refuseNew(): void;
  /** Answers every call that still runs with the news that the server stops. */
  interruptAll(): void;
  close(): Promise<void>;
  /** Calls that run or wait. */
  readonly busy: number;
  /** Tells every open subscription that a list changed; it reaches all principals alike. */
  readonly notify: ServerNotifier;
}

interface Running {
  readonly exchange: Exchange;
  readonly ids: readonly MessageId[];
}

const methods: ReadonlySet<string> = new Set(['POST', 'GET', 'DELETE']);
const wrongMethod = refuse({
  status: 405,
  message: 'MCP takes POST, and GET and DELETE within a session.',
  headers: { allow: 'POST, GET, DELETE' },
});

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

/** Puts the app together. */
export const createHttpApp = <P extends Principal>(options: HttpAppOptions<P>): HttpApp => {
  const {
    factory,
    authenticator,
    metrics,
    log,
    clock,
    answerPlainly,
    path = '/mcp',
    limits = usualLimits,
  } = options;
  const guard = createHostGuard(options.hosts, options.origins, options.loopbackPages);
  const cors = createCors(options.origins);
  const health = createHealth();
  const timer = createCoarseTimer(clock);
  const places = new PrincipalLimits(limits.calls, timer);
  const running = new Set<Running>();
  let refusing = false;

  const principalIn = (context: McpRequestContext): P => {
    // Only the gate below makes admissions, and nothing reaches the factory without one.
    if (context.authInfo instanceof Admission) return context.authInfo.principal;
    throw new Error('a request reached the factory without having been admitted');
  };
  const handler = createMcpHandler((context) => factory(context, principalIn(context)), {
    // A short call needs no stream; long ones become streams further below, before proxies give up on them.
    responseMode: 'auto',
    maxSubscriptions: 64,
    maxRequestBodySize: limits.body,
    onerror: (error) => log.debug({ error }, 'a request was not served'),
  });
  const sessions = new Sessions<P>(
    (admission, request) =>
      factory({ era: 'legacy', authInfo: admission, requestInfo: request }, admission.principal),
    limits.sessions,
    clock,
  );

  const refused = (exchange: Exchange, reason: RefusalReason, reply: Reply): Reply => {
    metrics?.refusal(reason);
    log.info(
      { request_id: exchange.id, reason, status: reply.status, address: exchange.peer.address },
      'a request was refused',
    );
    return reply;
  };

  const bodyOf = async (exchange: Exchange): Promise<{ readonly json: unknown } | Reply> => {
    try {
      return { json: JSON.parse(await exchange.readBody(limits.body)) };
    } catch (error) {
      if (error instanceof BodyRefused)
        return refuse({ status: error.status, message: error.message });
      // The parser's own message would repeat the body.
      return refuse({ status: 400, code: -32_700, message: 'The body is not valid JSON.' });
    }
  };

  /** MCP itself, once there is a place for the calls in the body. */
  const serve = async (
    exchange: Exchange,
    body: unknown,
    admission: Admission<P>,
  ): Promise<Reply> => {
    const session = exchange.header('mcp-session-id');
    if (
      session !== null &&
      (body === undefined || (await isLegacyRequest(exchange.request, body)))
    ) {
      const reply = await sessions.serve(session, exchange.request, body, admission, (end) =>
        exchange.onEnd(end),
      );
      return reply.status === 404 ? refused(exchange, 'session', reply) : reply;
    }
    if (asksForSession(body)) {
      const reply = await sessions.open(exchange.request, body, admission);
      if (reply) return reply;
    }
    const { request } = exchange;
    return handler
      .fetch(request, { authInfo: admission, ...(body !== undefined && { parsedBody: body }) })
      .then(replyOf);
  };

  /** The short way of a plain call; undefined when it must go the long one. */
  const plainly = (exchange: Exchange, body: unknown, principal: P): Promise<Reply> | undefined => {
    const call = answerPlainly && plainCallIn(body, exchange);
    const answer = call && answerPlainly(principal, call, exchange.signal);
    return answer?.then((result) =>
      jsonReply(`{"jsonrpc":"2.0","id":${JSON.stringify(call?.id)},"result":${result}}`),
    );
  };

  const post = async (exchange: Exchange, admission: Admission<P>): Promise<Reply> => {
    const body = await bodyOf(exchange);
    if (body instanceof Reply) return refused(exchange, 'body', body);
    if (countMessages(body.json) > limits.batch)
      return refused(
        exchange,
        'batch',
        refuse({
          status: 400,
          code: -32_600,
          message: `A batch may hold at most ${limits.batch} messages.`,
        }),
      );
    const ids = requestIdsOf(body.json);
    // Answers and notifications must always get through: a call that holds a place may be waiting for them.
    if (ids.length === 0) return serve(exchange, body.json, admission);
    const taken = places.take(admission.principal.id, ids.length, exchange.signal);
    const place = taken instanceof Promise ? await taken : taken;
    if (typeof place === 'string') {
      const [id] = ids;
      const only = ids.length === 1 && id !== undefined ? id : null;
      if (place === 'closing')
        return refused(exchange, 'draining', comeBackLater(503, 1, draining, only));
      return refused(exchange, 'queue', comeBackLater(429, 1, sentences[place], only));
    }
    const entry: Running = { exchange, ids };
    running.add(entry);
    exchange.onEnd(() => {
      running.delete(entry);
      place.release();
    });
    const reply =
      plainly(exchange, body.json, admission.principal) ?? serve(exchange, body.json, admission);
    return acceptsStream(exchange.header('accept')) ? streamWhenSlow(reply, timer) : reply;
  };

  const metricsReply = async (exchange: Exchange): Promise<Reply> => {
    // Numbers about everybody are for the operator: asked for from nearby, past the load balancer.
    if (!metrics || !exchange.peer.near) return notFound();
    const { contentType, text } = await metrics.exposition();
    return new Reply(200, { 'content-type': contentType }, text);
  };

  const notFound = (): Reply => refuse({ status: 404, message: `MCP is served at ${path}.` });

  const route = async (exchange: Exchange): Promise<Reply> => {
    const state = health.reply(exchange.path);
    if (state) return state;
    const wantsMetrics = exchange.path === '/metrics';
    if (wantsMetrics && guard.namesAddress(exchange, exchange.localHost))
      return metricsReply(exchange);
    const foreign = guard.refusal(exchange);
    if (foreign) return refused(exchange, 'host', foreign);
    if (wantsMetrics) return metricsReply(exchange);
    if (exchange.path !== path) return notFound();
    const preflight = cors.preflight(exchange.method, exchange);
    if (preflight) return preflight;
    if (!methods.has(exchange.method)) return refused(exchange, 'other', wrongMethod);
    if (refusing) return refused(exchange, 'draining', comeBackLater(503, 1, draining));
    const principal = await authenticator.authenticate(exchange, exchange.peer);
    if (principal instanceof Reply)
      return refused(
        exchange,
        principal.status === 429 ? 'too_many_failures' : 'unauthorized',
        principal,
      );
    const admission = new Admission(principal, clock.now());
    return exchange.method === 'POST'
      ? post(exchange, admission)
      : serve(exchange, undefined, admission);
  };

  metrics?.watch('sessions', () => sessions.size);
  metrics?.watch('calls_running', () => places.running);
  metrics?.watch('calls_waiting', () => places.waiting);
  metrics?.watch('draining', () => (health.isDraining ? 1 : 0));

  return {
    notify: handler.notify,
    get busy() {
      return places.running + places.waiting;
    },
    fetch: async (exchange) => {
      const begun = clock.now();
      let reply: Reply;
      try {
        reply = await route(exchange);
      } catch (error) {
        log.error({ request_id: exchange.id, error }, 'a request failed inside the server');
        reply = refuse({
          status: 500,
          code: -32_603,
          message: `Something went wrong inside this server (reference ${exchange.id}).`,
        });
      }
      const { status } = reply;
      if (metrics) exchange.onEnd(() => metrics.exchange(status, (clock.now() - begun) / 1_000));
      log.debug(
        { request_id: exchange.id, method: exchange.method, status },
        'a request is answered',
      );
      if (options.origins.length === 0) return reply;
      return new Reply(status, { ...reply.headers, ...cors.headersFor(exchange) }, reply.body);
    },
    retire: () => health.drain(),
    refuseNew: () => {
      health.drain();
      refusing = true;
      places.close();
    },
    interruptAll: () => {
      for (const { exchange, ids } of [...running]) {
        const errors = ids.map((id) => errorText(stopped, -32_000, id));
        exchange.interrupt(errors.length === 1 ? (errors[0] ?? '') : `[${errors.join(',')}]`);
      }
    },
    close: async () => {
      refusing = true;
      sessions.closeAll();
      await handler.close();
    },
  };
};
