// HTTP over the network: undici with kept-alive, bounded connections, deadlines and a bound on every body.
import type { Dispatcher } from 'undici';
import { createBodyCollector } from './body-collector.ts';
import { type Transport, WireFailure, type WireReply, type WireRequest } from './transport.ts';
import { failureOf } from './undici-failures.ts';

/** How to reach the network. Times are milliseconds. */
export interface UndiciTransportOptions {
  /** Connections to one origin at most; further requests wait for one. Default 64. */
  readonly connections?: number;
  /** Until a connection stands, TLS included. Default 10,000. */
  readonly connectMs?: number;
  /** From sending to the reply's headers. Default 25,000. */
  readonly headersMs?: number;
  /** Longest silence within a body. Default 15,000. */
  readonly bodyMs?: number;
  /** Largest body of a reply. Default 32 MiB. */
  readonly mostBytes?: number;
  /** Proxies, usually from HTTPS_PROXY, HTTP_PROXY and NO_PROXY; undici does not look at them by itself. */
  readonly proxy?: ProxySettings;
}

/** Where requests are sent through. */
export interface ProxySettings {
  readonly https?: string;
  readonly http?: string;
  readonly no?: string;
}

/** The proxies that an environment names; upper and lower case are both in use. */
export const proxyFrom = (
  environment: Readonly<Record<string, string | undefined>>,
): ProxySettings => {
  const read = (name: string): string | undefined =>
    environment[name.toLowerCase()] || environment[name] || undefined;
  const https = read('HTTPS_PROXY');
  const http = read('HTTP_PROXY');
  const no = read('NO_PROXY');
  return { ...(https && { https }), ...(http && { http }), ...(no && { no }) };
};

type Undici = typeof import('undici');

interface Roads {
  readonly kept: Dispatcher;
  readonly fresh: Dispatcher;
}

// This machine is never behind its own proxy.
const neverThroughProxy = 'localhost,127.0.0.1,[::1]';

const flat = (headers: NodeJS.Dict<string | string[]>): Readonly<Record<string, string>> => {
  const pairs: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) pairs[name] = Array.isArray(value) ? value.join(', ') : value;
  return pairs;
};

/** Thrown into undici to stop an exchange; never leaves this file. */
class Stopped extends Error {}

/**
 * Makes the transport. Undici is loaded with the first exchange. Redirects are never followed.
 * A failure counts as `not_sent` only when undici had not begun to write the request.
 */
export const createUndiciTransport = (options: UndiciTransportOptions = {}): Transport => {
  const { connections = 64, connectMs = 10_000, headersMs = 25_000, bodyMs = 15_000 } = options;
  const { mostBytes = 32 * 1024 * 1024, proxy = {} } = options;
  let opening: Promise<Roads> | undefined;
  let isClosed = false;

  const dispatcher = ({ Agent, EnvHttpProxyAgent }: Undici, pipelining: 0 | 1): Dispatcher => {
    const common = { connections, pipelining, headersTimeout: headersMs, bodyTimeout: bodyMs };
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

  return {
    exchange: async (request) => {
      if (isClosed) throw new WireFailure('not_sent', 'broken', 'the server is shutting down');
      opening ??= open();
      const roads = await opening;
      return exchangeOver(request.fresh ? roads.fresh : roads.kept, request, mostBytes);
    },
    close: async () => {
      isClosed = true;
      const roads = await opening;
      await Promise.all([roads?.kept.destroy(), roads?.fresh.destroy()]);
    },
  };
};

const exchangeOver = (
  road: Dispatcher,
  request: WireRequest,
  mostBytes: number,
): Promise<WireReply> =>
  new Promise((resolve, reject) => {
    const { signal, tail } = request;
    const collector = createBodyCollector(mostBytes, tail);
    let controller: Dispatcher.DispatchController | undefined;
    let head: { status: number; headers: Readonly<Record<string, string>> } | undefined;
    let timer: NodeJS.Timeout | undefined;
    let isOver = false;

    const end = (): void => {
      isOver = true;
      clearTimeout(timer);
      signal.removeEventListener('abort', abort);
    };
    const fail = (failure: WireFailure): void => {
      if (isOver) return;
      end();
      reject(failure);
      controller?.abort(new Stopped());
    };
    const succeed = (): void => {
      if (isOver || !head) return;
      end();
      resolve({ ...head, body: collector.text(), ...(tail && { cut: collector.cut }) });
    };
    const stopReading = (): void => {
      collector.stop();
      succeed();
      controller?.abort(new Stopped());
    };
    const abort = (): void =>
      fail(
        new WireFailure(controller ? 'unknown' : 'not_sent', 'aborted', 'the call was broken off'),
      );

    if (signal.aborted) {
      abort();
      return;
    }
    signal.addEventListener('abort', abort, { once: true });
    if (tail)
      timer = setTimeout(() => {
        if (head) stopReading();
        else
          fail(new WireFailure(controller ? 'unknown' : 'not_sent', 'timeout', 'no reply in time'));
      }, tail.milliseconds);

    road.dispatch(
      {
        origin: request.url.origin,
        path: `${request.url.pathname}${request.url.search}`,
        method: request.method,
        headers: request.headers,
        body: request.body ?? null,
      },
      {
        onRequestStart: (control) => {
          // Given up while waiting for a connection: aborting here keeps it from being written.
          if (isOver) control.abort(new Stopped());
          else controller = control;
        },
        onResponseStart: (control, status, headers) => {
          if (status < 200) return;
          head = { status, headers: flat(headers) };
          const length = Number(headers['content-length']);
          if (!tail && length > mostBytes) {
            fail(tooLarge(status, mostBytes));
            control.abort(new Stopped());
          }
        },
        onResponseData: (_control, chunk) => {
          if (isOver || collector.add(chunk)) return;
          if (collector.isTooLarge) fail(tooLarge(head?.status ?? 0, mostBytes));
          else stopReading();
        },
        onResponseEnd: succeed,
        onResponseError: (_control, error) => fail(failureOf(error, controller !== undefined)),
      },
    );
  });

const tooLarge = (status: number, mostBytes: number): WireFailure =>
  new WireFailure(
    'unknown',
    'too_large',
    `the reply (status ${status}) is larger than ${Math.round(mostBytes / 1024)} KiB`,
  );
