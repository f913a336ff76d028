// The HTTP app: its doors, and what happens around all of them. It knows neither DigitalOcean nor Node's sockets.
import type { ServerNotifier } from '@modelcontextprotocol/server';
import { Processor } from '../processor/processor.ts';
import type { Authenticator } from './authentication/authenticator.ts';
import { createCors } from './border/cors.ts';
import { createHostGuard, type HostGuard } from './border/host-guard.ts';
import type { Peer } from './border/peer.ts';
import type { Border, Row } from './doors/door.ts';
import { nowhere } from './doors/nowhere.ts';
import { row } from './doors/row.ts';
import { jsonRpc } from './doors/speech.ts';
import { createDoorTable, type TableAnswer } from './doors/table.ts';
import type { Exchange } from './exchange.ts';
import { type HttpLimits, usualLimits } from './http-limits.ts';
import { createMcpDoor } from './mcp/mcp-door.ts';
import type { McpServiceOptions } from './mcp/mcp-service.ts';
import { type Concern, createHealth } from './operating/health.ts';
import type { Metrics } from './operating/metrics.ts';
import { metricsDoor } from './operating/metrics-door.ts';
import type { Principal } from './principal.ts';
import { Refusal } from './refusal.ts';
import type { Reply } from './reply.ts';
import { createCoarseTimer } from './sharing/coarse-timer.ts';

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
  /** Shared with whoever else works in this process; default: one of its own. */
  readonly processor?: Processor;
  readonly metrics: Metrics | null;
  /** What `/readyz` tells besides being ready. */
  readonly concerns?: readonly Concern[];
  /** Doors besides those of MCP and of health. */
  readonly furtherDoors?: (guard: HostGuard) => readonly Row[];
  /** What the header of a request asks to be held to; see `McpDoorOptions`. */
  readonly narrowing?: ((text: string) => object) | undefined;
  /** Where MCP is served. Default `/mcp`. */
  readonly path?: string;
}

/** A running app. */
export interface HttpApp {
  fetch(exchange: Exchange): Promise<Reply>;
  /** A connection was accepted. */
  connected(): void;
  /** A client went away: calls back when it is its turn to end what it has begun, for thousands may go at once. */
  gone(peer: Peer, then: () => void): void;
  /** No longer ready: load balancers are to send nothing more, but what comes is still served. */
  retire(): void;
  /** Refuses what waits and what still comes. */
  refuseNew(): void;
  /** Answers every call that still runs with the news that the server stops. */
  interruptAll(): void;
  close(): Promise<void>;
  /** Calls that run, sleep or wait. */
  readonly busy: number;
  /** Tells every open subscription that a list changed; it reaches all principals alike. */
  readonly notify: ServerNotifier;
}

/** How often deadlines are looked at, in milliseconds. */
const tick = 250;

/** Puts the app together. */
export const createHttpApp = <P extends Principal>(options: HttpAppOptions<P>): HttpApp => {
  const { metrics, log, clock, path = '/mcp', limits = usualLimits } = options;
  const { processor = new Processor() } = options;
  const guard = createHostGuard(options.hosts, options.origins, options.loopbackPages);
  const border: Border = (exchange) => guard.refusal(exchange);
  const health = createHealth(options.concerns);
  const timer = createCoarseTimer(clock, tick);
  const mcp = createMcpDoor<P>({ ...options, limits, timer, path, border, processor });
  const { service, places } = mcp;
  const doors = createDoorTable(
    [
      ...health.doors.map(row),
      row(metricsDoor(metrics, guard)),
      row(mcp.door),
      ...(options.furtherDoors?.(guard) ?? []),
    ],
    row(nowhere(border, path)),
    createCors(options.origins),
  );

  const safely = async (exchange: Exchange): Promise<TableAnswer> => {
    try {
      return await doors(exchange);
    } catch (error) {
      log.error({ request_id: exchange.id, error }, 'a request failed inside the server');
      const message = `Something went wrong inside this server (reference ${exchange.id}).`;
      const refusal = new Refusal({ status: 500, code: -32_603, message });
      return { reply: jsonRpc(refusal), refusal: null };
    }
  };

  metrics?.watch('sessions', () => service.sessionCount);
  metrics?.watch('calls_running', () => places.running);
  metrics?.watch('calls_waiting', () => places.waiting);
  metrics?.watch('calls_sleeping', () => places.sleeping);
  metrics?.watch('draining', () => Number(health.isDraining));

  return {
    notify: service.notify,
    connected: () => processor.accepted(),
    gone: ({ address }, then) => {
      const turn = processor.begin(address);
      if (turn) void turn.then(then);
      else then();
    },
    get busy() {
      return places.running + places.sleeping + places.waiting;
    },
    fetch: async (exchange) => {
      const begun = clock.now();
      const { reply, refusal } = await safely(exchange);
      const { id, method, peer } = exchange;
      const { status } = reply;
      if (metrics) exchange.onEnd(() => metrics.exchange(status, (clock.now() - begun) / 1_000));
      if (refusal) {
        const { reason } = refusal;
        metrics?.refusal(reason);
        log.info(
          { request_id: id, reason, status, address: peer.address },
          'a request was refused',
        );
      }
      log.debug({ request_id: id, method, status }, 'a request is answered');
      return reply;
    },
    retire: () => health.drain(),
    refuseNew: () => {
      health.drain();
      mcp.refuseNew();
    },
    interruptAll: mcp.interruptAll,
    close: () => service.close(),
  };
};
