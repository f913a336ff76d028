// Exchanges without a network: a web-standard handler in this process, such as the simulation's.
import { createBodyCollector } from './body-collector.ts';
import { bodyFailure, largestBody, largestError } from './body-failure.ts';
import { type Transport, WireFailure, type WireReply, type WireRequest } from './transport.ts';

/** Answers a request; nothing is known about how. */
export type FetchHandler = (request: Request) => Promise<Response>;

const read = async (
  response: Response,
  request: WireRequest,
  mostBytes: number,
): Promise<WireReply> => {
  const { tail, take } = request;
  const isError = response.status >= 400 && !tail;
  const collector = createBodyCollector(
    isError ? { mostBytes: largestError, beginning: true, take } : { mostBytes, tail, take },
  );
  const head = { status: response.status, headers: Object.fromEntries(response.headers) };
  if (response.body) {
    for await (const chunk of response.body) {
      if (collector.add(chunk)) continue;
      if (collector.failed) throw bodyFailure(collector.failed, response.status, mostBytes);
      collector.stop();
      break;
    }
  }
  return { ...head, body: collector.text(), ...(request.tail && { cut: collector.cut }) };
};

/**
 * A transport over a handler. What the handler throws counts as unknown: it may have done its work before.
 * @param mostBytes largest body of a reply.
 */
export const createFetchTransport = (
  handler: FetchHandler,
  mostBytes = largestBody,
): Transport => ({
  exchange: (request) =>
    new Promise((resolve, reject) => {
      const { signal } = request;
      const abort = (): void =>
        reject(new WireFailure('unknown', 'aborted', 'the call was broken off'));
      if (signal.aborted) {
        reject(new WireFailure('not_sent', 'aborted', 'the call was broken off'));
        return;
      }
      signal.addEventListener('abort', abort, { once: true });
      const web = new Request(request.url, {
        method: request.method,
        headers: request.headers,
        redirect: 'manual',
        ...(request.body !== undefined && { body: request.body }),
      });
      handler(web)
        .then((response) => read(response, request, mostBytes))
        .then(resolve, (error: unknown) => {
          if (error instanceof WireFailure) reject(error);
          else
            reject(new WireFailure('unknown', 'broken', 'the connection broke', { cause: error }));
        })
        .finally(() => signal.removeEventListener('abort', abort));
    }),
  close: () => Promise.resolve(),
});
