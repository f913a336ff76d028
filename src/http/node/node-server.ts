// Puts the app on a port: connections, timeouts, and an orderly end.
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { addressTrouble } from '../../address-trouble.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { shown } from '../../terminal/veil.ts';
import type { HttpApp } from '../app.ts';
import type { Peers } from '../border/peer.ts';
import type { Metrics } from '../operating/metrics.ts';
import { type ConnectionCounts, createConnections } from './connections.ts';
import { createNodeExchange } from './node-exchange.ts';
import { faultOf, rawRefusal, refuseRaw, unreadableRequest } from './raw-refusal.ts';

/** How patient the server is with connections. Times in milliseconds, sizes in bytes. */
export interface ConnectionBounds extends ConnectionCounts {
  readonly headersWithin: number;
  readonly requestWithin: number;
  readonly idle: number;
  /** A connection on which nothing moves for so long is cut; streams send a comment every 15 seconds. */
  readonly silent: number;
  readonly checkEvery: number;
  readonly headers: number;
}

/** Longer idle than the 60 seconds of common load balancers, so that those close first and never hit a closing one. */
export const usualConnectionBounds: ConnectionBounds = {
  headersWithin: 10_000,
  requestWithin: 30_000,
  idle: 65_000,
  silent: 120_000,
  checkEvery: 2_000,
  headers: 16_384,
  all: 4_096,
  each: 1_024,
};

/** How the server ends. Times in milliseconds. */
export interface DrainTimes {
  /** Serving goes on for so long after `/readyz` has said no, so that load balancers notice. */
  readonly notice: number;
  /** Running calls get so long to finish before they are answered with the news. */
  readonly finish: number;
}

/** Within the 30 seconds that orchestrators commonly give. */
export const usualDrainTimes: DrainTimes = { notice: 3_000, finish: 20_000 };

/** Where nobody has to notice before. */
export const quickDrainTimes: DrainTimes = { notice: 0, finish: 20_000 };

interface ServeOptions {
  readonly app: HttpApp;
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  readonly peers: Peers;
  /** Headers of every reply. */
  readonly headers: Readonly<Record<string, string>>;
  readonly metrics: Metrics | null;
  readonly log: Log;
  readonly clock: Clock;
  readonly bounds?: ConnectionBounds;
  readonly drainTimes?: DrainTimes;
}

/** A server that listens. */
export interface RunningServer {
  readonly port: number;
  /** Stops: readiness first, then new requests, then what runs. Resolves when nothing is left. */
  drain(): Promise<void>;
}

// A request id from outside is kept only from a trusted proxy, and only when it can do no harm in a log.
const usableId = /^[A-Za-z0-9_.:-]{8,64}$/;

/**
 * Listens. Resolves when connections are accepted.
 * @throws {UsageError} when the address cannot be listened on.
 */
export const serveHttp = async (options: ServeOptions): Promise<RunningServer> => {
  const {
    app,
    peers,
    log,
    clock,
    metrics,
    bounds = usualConnectionBounds,
    drainTimes = usualDrainTimes,
  } = options;
  const connections = createConnections(peers, bounds, clock);
  let ending = false;

  const idOf = (incoming: IncomingMessage): string => {
    const given = incoming.headers['x-request-id'];
    return typeof given === 'string' &&
      usableId.test(given) &&
      peers.isTrustedProxy(incoming.socket.remoteAddress)
      ? given
      : randomUUID();
  };

  const answer = async (incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> => {
    const id = idOf(incoming);
    const { socket } = incoming;
    connections.began(socket);
    outgoing.once('close', () => connections.ended(socket));
    const base = ending ? { ...options.headers, connection: 'close' } : options.headers;
    try {
      const unreadable = faultOf(incoming);
      if (unreadable) {
        refuseRaw(outgoing, unreadable, base);
        return;
      }
      const peer = peers.of(socket.remoteAddress, incoming.headers);
      const exchange = createNodeExchange(id, incoming, outgoing, peer, base, (then) =>
        app.gone(peer, then),
      );
      await exchange.send(await app.fetch(exchange));
    } catch (error) {
      log.debug({ request_id: id, error }, 'a request could not be read');
      if (outgoing.headersSent) outgoing.destroy();
      else refuseRaw(outgoing, unreadableRequest, base);
    }
  };

  const server = createServer(
    {
      headersTimeout: bounds.headersWithin,
      requestTimeout: bounds.requestWithin,
      keepAliveTimeout: bounds.idle,
      connectionsCheckingInterval: bounds.checkEvery,
      maxHeaderSize: bounds.headers,
    },
    (incoming, outgoing) => void answer(incoming, outgoing),
  );
  server.timeout = bounds.silent;

  server.on('connection', (socket: Socket) => {
    socket.on('error', () => {});
    connections.opened(socket);
    app.connected();
  });
  server.on('clientError', (error: NodeJS.ErrnoException, socket) => {
    if (!socket.writable || error.code === 'ECONNRESET') {
      socket.destroy();
      return;
    }
    const status =
      error.code === 'HPE_HEADER_OVERFLOW'
        ? 431
        : error.code === 'ERR_HTTP_REQUEST_TIMEOUT'
          ? 408
          : 400;
    socket.end(rawRefusal(status), () => socket.destroy());
  });

  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new UsageError(
          addressTrouble(shown(options.host), options.port, error) ??
            'The port cannot be opened. Choose another --port.',
        ),
      ),
    );
    // Node's own backlog is shorter than the connections that may be open: what does not fit into it waits seconds.
    server.listen({ port: options.port, host: options.host, backlog: bounds.all }, resolve);
  });
  server.on('error', (error) => log.error({ error }, 'the listening socket failed'));
  metrics?.watch('connections', () => connections.count);

  const finished = async (): Promise<void> => {
    const deadline = clock.now() + drainTimes.finish;
    while (app.busy > 0 && clock.now() < deadline) await clock.sleep(50);
  };

  let drained: Promise<void> | undefined;
  const drain = async (): Promise<void> => {
    app.retire();
    ending = true;
    log.info({ running: app.busy }, 'stopping: no longer ready');
    if (drainTimes.notice > 0) await clock.sleep(drainTimes.notice);
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    app.refuseNew();
    server.closeIdleConnections();
    await finished();
    if (app.busy > 0)
      log.warn({ running: app.busy }, 'stopping: calls that did not end in time are answered now');
    app.interruptAll();
    await app.close();
    // The last words are on their way; open streams and idle connections have nothing left to wait for.
    server.closeIdleConnections();
    const forced = new AbortController();
    clock.sleep(1_000, forced.signal).then(
      () => server.closeAllConnections(),
      () => {},
    );
    await closed;
    forced.abort();
    log.info({}, 'stopped');
  };

  return {
    port: (server.address() as AddressInfo).port,
    drain: () => {
      drained ??= drain();
      return drained;
    },
  };
};
