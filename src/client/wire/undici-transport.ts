// HTTP over the network: undici with kept-alive, bounded connections, shared fairly, with deadlines and proxies.
import type { Dispatcher } from 'undici';
import { largestBody } from './body-failure.ts';
import type { ProxySettings } from './proxies.ts';
import { type Transport, WireFailure } from './transport.ts';
import { createTurns } from './turns.ts';
import { exchangeOver } from './undici-exchange.ts';

/** How to reach the network. Times are milliseconds. */
export interface UndiciTransportOptions {
  /** Exchanges at the same time, shared between principals; further ones wait for their turn. Default 64. */
  readonly connections?: number;
  /** Until a connection stands, TLS included. Default 10,000. */
  readonly connectMs?: number;
  /** From sending to the reply's headers. Default 25,000. */
  readonly headersMs?: number;
  /** Longest silence within a body. Default 15,000. */
  readonly bodyMs?: number;
  /** Largest body of a reply. Default 8 MiB. */
  readonly mostBytes?: number;
  /** Proxies, usually from `proxyFrom`; undici does not look at the environment by itself. */
  readonly proxy?: ProxySettings;
}

type Undici = typeof import('undici');

interface Roads {
  readonly kept: Dispatcher;
  readonly fresh: Dispatcher;
}

// This machine is never behind its own proxy.
const neverThroughProxy = 'localhost,127.0.0.1,[::1]';
const isThisMachine = ({ hostname }: URL): boolean =>
  neverThroughProxy.split(',').includes(hostname);

/** Largest headers of a reply, in bytes. */
const largestHeaders = 16 * 1024;

/**
 * Makes the transport. Undici is loaded with the first exchange. Redirects are never followed.
 * A failure counts as `not_sent` only when undici had not begun to write the request.
 */
export const createUndiciTransport = (options: UndiciTransportOptions = {}): Transport => {
  const { connections = 64, connectMs = 10_000, headersMs = 25_000, bodyMs = 15_000 } = options;
  const { mostBytes = largestBody, proxy = {} } = options;
  const turns = createTurns(connections);
  let opening: Promise<Roads> | undefined;
  let isClosed = false;

  const dispatcher = ({ Agent, EnvHttpProxyAgent }: Undici, pipelining: 0 | 1): Dispatcher => {
    const common = {
      connections,
      pipelining,
      headersTimeout: headersMs,
      bodyTimeout: bodyMs,
      maxHeaderSize: largestHeaders,
    };
    if (!proxy.https && !proxy.http)
      return new Agent({ ...common, connect: { timeout: connectMs } });
    return new EnvHttpProxyAgent({
      ...common,
      // Empty text, unlike nothing, keeps undici from reading the environment by itself.
      httpsProxy: proxy.https ?? '',
      httpProxy: proxy.http ?? '',
      noProxy: [proxy.no, neverThroughProxy].filter(Boolean).join(','),
      requestTls: { timeout: connectMs },
      proxyTls: { timeout: connectMs },
    });
  };

  const open = async (): Promise<Roads> => {
    const undici = await import('undici');
    // Without pipelining undici closes a connection after each request, so none can be stale.
    return { kept: dispatcher(undici, 1), fresh: dispatcher(undici, 0) };
  };

  /** Going directly where the owner named a proxy could tell the token to a network that must not hear it. */
  const refuseUnusable = (url: URL): void => {
    const wrong = proxy.unusable?.find(({ protocol }) => url.protocol === `${protocol}:`);
    if (wrong && !isThisMachine(url))
      throw new WireFailure('not_sent', 'unsendable', `${wrong.variable} ${wrong.reason}`);
  };

  const opened = async (): Promise<Roads> => {
    opening ??= open();
    try {
      return await opening;
    } catch (error) {
      // A fault of ours before anything was dispatched: nothing was sent, whatever it is.
      opening = undefined;
      throw new WireFailure('not_sent', 'broken', 'the way to the network could not be opened', {
        cause: error,
      });
    }
  };

  return {
    prepare: async () => void (await opened()),
    exchange: async (request) => {
      if (isClosed) throw new WireFailure('not_sent', 'broken', 'the server is shutting down');
      refuseUnusable(request.url);
      const roads = await opened();
      const turn = turns.take(request.principal ?? '', request.signal);
      const done = turn instanceof Promise ? await turn : turn;
      try {
        return await exchangeOver(request.fresh ? roads.fresh : roads.kept, request, mostBytes);
      } finally {
        done();
      }
    },
    close: async () => {
      isClosed = true;
      const roads = await opening?.catch(() => undefined);
      await Promise.all([roads?.kept.destroy(), roads?.fresh.destroy()]);
    },
  };
};
