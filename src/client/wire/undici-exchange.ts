// One exchange over undici: what was handed to a connection, what came back, and where reading stops.
import type { Dispatcher } from 'undici';
import { createBodyCollector } from './body-collector.ts';
import { bodyFailure, largestError } from './body-failure.ts';
import { WireFailure, type WireReply, type WireRequest } from './transport.ts';
import { failureOf } from './undici-failures.ts';

/** Thrown into undici to stop an exchange; never leaves this file. */
class Stopped extends Error {}

const flat = (headers: NodeJS.Dict<string | string[]>): Readonly<Record<string, string>> => {
  const pairs: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers))
    if (value !== undefined) pairs[name] = Array.isArray(value) ? value.join(', ') : value;
  return pairs;
};

/**
 * Sends one request and reads its reply.
 * @throws {WireFailure} `not_sent` exactly when undici had not begun to write the request, whatever went wrong.
 */
export const exchangeOver = (
  road: Dispatcher,
  request: WireRequest,
  mostBytes: number,
): Promise<WireReply> =>
  new Promise((resolve, reject) => {
    const { signal, tail, take } = request;
    let collector = createBodyCollector({ mostBytes, tail, take });
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

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart: (control) => {
        // Given up while waiting for a connection: aborting here keeps it from being written.
        if (isOver) control.abort(new Stopped());
        else controller = control;
      },
      onResponseStart: (control, status, headers) => {
        if (status < 200) return;
        head = { status, headers: flat(headers) };
        const isError = status >= 400 && !tail;
        if (isError)
          collector = createBodyCollector({ mostBytes: largestError, beginning: true, take });
        else if (!tail && Number(headers['content-length']) > mostBytes) {
          fail(bodyFailure('too_large', status, mostBytes));
          control.abort(new Stopped());
        }
      },
      onResponseData: (_control, chunk) => {
        if (isOver || collector.add(chunk)) return;
        if (collector.failed) fail(bodyFailure(collector.failed, head?.status ?? 0, mostBytes));
        else stopReading();
      },
      onResponseEnd: succeed,
      onResponseError: (_control, error) => fail(failureOf(error, controller !== undefined)),
    };
    try {
      road.dispatch(
        {
          origin: request.url.origin,
          path: `${request.url.pathname}${request.url.search}`,
          method: request.method,
          headers: request.headers,
          body: request.body ?? null,
        },
        handler,
      );
    } catch (error) {
      // Refused by undici itself, such as a header that cannot be sent.
      fail(
        failureOf(
          error instanceof Error ? error : new Error(String(error)),
          controller !== undefined,
        ),
      );
    }
  });
