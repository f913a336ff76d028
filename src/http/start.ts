// Opens a server: the app behind a port, from one set of options.
import type { ServerNotifier } from '@modelcontextprotocol/server';
import { createHttpApp, type HttpAppOptions } from './app.ts';
import { createPeers } from './border/peer.ts';
import { securityHeaders } from './border/security-headers.ts';
import {
  type ConnectionBounds,
  type DrainTimes,
  type RunningServer,
  serveHttp,
} from './node/node-server.ts';
import type { Principal } from './principal.ts';

/** What an open server is made of. */
export interface HttpServerOptions<P extends Principal> extends HttpAppOptions<P> {
  readonly host: string;
  /** 0: any free one. */
  readonly port: number;
  /** Addresses and ranges whose `X-Forwarded-For` is believed. */
  readonly trustedProxies: readonly string[];
  readonly publicUrl: URL | null;
  readonly connections?: ConnectionBounds;
  readonly drainTimes?: DrainTimes;
}

/** A server that listens, and a way to announce changes to all its clients. */
export interface HttpServer extends RunningServer {
  readonly notify: ServerNotifier;
}

/**
 * Opens a server; resolves when it listens.
 * @throws {UsageError} when the address cannot be listened on or a trusted proxy is no address.
 */
export const startHttp = async <P extends Principal>(
  options: HttpServerOptions<P>,
): Promise<HttpServer> => {
  const peers = createPeers(options.trustedProxies);
  const app = createHttpApp(options);
  const running = await serveHttp({
    app,
    peers,
    host: options.host,
    port: options.port,
    headers: securityHeaders(options.publicUrl),
    metrics: options.metrics,
    log: options.log,
    clock: options.clock,
    ...(options.connections && { bounds: options.connections }),
    ...(options.drainTimes && { drainTimes: options.drainTimes }),
  });
  return { ...running, notify: app.notify };
};
