// The HTTP app: every check in the order of security, then MCP. It knows neither DigitalOcean nor Node's sockets.
import type { ServerNotifier } from '@modelcontextprotocol/server';
import type { Authenticator } from './authentication/authenticator.ts';
import { createCors } from './border/cors.ts';
import { createHostGuard } from './border/host-guard.ts';
import { createCoarseTimer } from './coarse-timer.ts';
import { BodyRefused, type Exchange } from './exchange.ts';
import { type HttpLimits, usualLimits } from './http-limits.ts';
import { createMcpService, type McpServiceOptions } from './mcp-service.ts';
import { countMessages, type MessageId, requestIdsOf } from './messages.ts';
import { acceptsStream, streamWhenSlow } from './node/slow-reply.ts';
import { createHealth } from './operating/health.ts';
import type { Metrics, RefusalReason } from './operating/metrics.ts';
import { Admission, type Principal } from './principal.ts';
import { type NoPlace, PrincipalLimits } from './principal-limits.ts';
import { comeBackLater, errorText, refuse } from './refusal.ts';
import { Reply } from './reply.ts';

/** What an app is made of. */
export interface HttpAppOptions<P extends Principal> extends McpServiceOptions<P> {
  readonly authenticator: Authenticator<P>;
  /** Host names besides loopback under which the server is called. */
  readonly hosts: readonly string[];
  /** Origins of web pages that may call. */
  readonly origins: readonly string[];
  /** Whether pages from this machine may call too: only while listening on loopback. */
  readonly loopbackPages: boolean;
  readonly limits?: HttpLimits;
  readonly metrics: Metrics | null;
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

const wrongMethod = (): Reply =>
  refuse({
    status: 405,
    message: 'MCP takes POST, and GET and DELETE within a session.',
    headers: { allow: 'POST, GET, DELETE' },
  });

const noPlace = (why: NoPlace, ids: readonly MessageId[]): Reply => {
  const [id] = ids;
  const only = ids.length === 1 && id !== undefined ? id : null;
  return comeBackLater(why === 'closing' ? 503 : 429, 1, sentences[why], only);
};

const readJson = async (
  exchange: Exchange,
  limit: number,
): Promise<{ readonly json: unknown } | Reply> => {
  try {
    return { json: JSON.parse(await exchange.readBody(limit)) };
  } catch (error) {
    if (error instanceof BodyRefused)
      return refuse({ status: error.status, message: error.message });
    // The parser's own message would repeat the body.
    return refuse({ status: 400, code: -32_700, message: 'The body is not valid JSON.' });
  }
};

/** Puts the app together. */
export const createHttpApp = <P extends Principal>(options: HttpAppOptions<P>): HttpApp => {
  const { authenticator, metrics, log, clock, path = '/mcp', limits = usualLimits } = options;
  const guard = createHostGuard(options.hosts, options.origins, options.loopbackPages);
  const cors = createCors(options.origins);
  const health = createHealth();
  const timer = createCoarseTimer(clock);
  const places = new PrincipalLimits(limits.calls, timer);
  const service = createMcpService(options, limits);
  const running = new Set<Running>();
  let refusing = false;

  const refused = (exchange: Exchange, reason: RefusalReason, reply: Reply): Reply => {
    metrics?.refusal(reason);
    log.info(
      { request_id: exchange.id, reason, status: reply.status, address: exchange.peer.address },
      'a request was refused',
    );
    return reply;
  };

  const serve = async (
    exchange: Exchange,
    body: unknown,
    admission: Admission<P>,
  ): Promise<Reply> => {
    const reply = await service.serve(exchange, body, admission);
    // After the gate nothing else answers 404 with a session's name in the request.
    const isLostSession = reply.status === 404 && exchange.header('mcp-session-id') !== null;
    return isLostSession ? refused(exchange, 'session', reply) : reply;
  };

  const post = async (exchange: Exchange, admission: Admission<P>): Promise<Reply> => {
    const body = await readJson(exchange, limits.body);
    if (body instanceof Reply) return refused(exchange, 'body', body);
    if (countMessages(body.json) > limits.batch) {
      const message = `A batch may hold at most ${limits.batch} messages.`;
      return refused(exchange, 'batch', refuse({ status: 400, code: -32_600, message }));
    }
    const ids = requestIdsOf(body.json);
    // Answers and notifications must always get through: a call that holds a place may be waiting for them.
    if (ids.length === 0) return serve(exchange, body.json, admission);
    const taken = places.take(admission.principal.id, ids.length, exchange.signal);
    const place = taken instanceof Promise ? await taken : taken;
    if (typeof place === 'string')
      return refused(exchange, place === 'closing' ? 'draining' : 'queue', noPlace(place, ids));
    const entry: Running = { exchange, ids };
    running.add(entry);
    exchange.onEnd(() => {
      running.delete(entry);
      place.release();
    });
    const reply = serve(exchange, body.json, admission);
    return acceptsStream(exchange.header('accept')) ? streamWhenSlow(reply, timer) : reply;
  };

  const notFound = (): Reply => refuse({ status: 404, message: `MCP is served at ${path}.` });

  const metricsReply = async (exchange: Exchange): Promise<Reply> => {
    // Numbers about everybody are for the operator: asked for from nearby, past the load balancer.
    if (!metrics || !exchange.peer.near) return notFound();
    const { contentType, text } = await metrics.exposition();
    return new Reply(200, { 'content-type': contentType }, text);
  };

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
    if (!methods.has(exchange.method)) return refused(exchange, 'other', wrongMethod());
    if (refusing) return refused(exchange, 'draining', comeBackLater(503, 1, draining));
    const principal = await authenticator.authenticate(exchange, exchange.peer);
    if (principal instanceof Reply) {
      const reason = principal.status === 429 ? 'too_many_failures' : 'unauthorized';
      return refused(exchange, reason, principal);
    }
    const admission = new Admission(principal, clock.now());
    return exchange.method === 'POST'
      ? post(exchange, admission)
      : serve(exchange, undefined, admission);
  };

  const routeSafely = async (exchange: Exchange): Promise<Reply> => {
    try {
      return await route(exchange);
    } catch (error) {
      log.error({ request_id: exchange.id, error }, 'a request failed inside the server');
      const message = `Something went wrong inside this server (reference ${exchange.id}).`;
      return refuse({ status: 500, code: -32_603, message });
    }
  };

  metrics?.watch('sessions', () => service.sessionCount);
  metrics?.watch('calls_running', () => places.running);
  metrics?.watch('calls_waiting', () => places.waiting);
  metrics?.watch('draining', () => Number(health.isDraining));

  return {
    notify: service.notify,
    get busy() {
      return places.running + places.waiting;
    },
    fetch: async (exchange) => {
      const begun = clock.now();
      const reply = await routeSafely(exchange);
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
      await service.close();
    },
  };
};
