// A receiver of webhooks on this machine, which keeps what it was sent and answers as a test says.
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

/** What arrived. */
export interface Received {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A receiver. */
export interface Receiver {
  readonly url: string;
  readonly received: readonly Received[];
}

/** @param answers how each message is answered, by its number; the last goes for all further ones. */
export const openReceiver = async (
  answers: readonly ((response: ServerResponse) => void)[] = [(response) => response.end()],
): Promise<Receiver> => {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => {
      body += chunk;
    });
    request.on('end', () => {
      const { method, url: path, headers } = request;
      received.push({ method, path, headers, body });
      (answers[received.length - 1] ?? answers.at(-1))?.(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/hook?room=secret-room`, received };
};

/** Answers with a status and nothing else. */
export const status =
  (code: number, headers = {}) =>
  (response: ServerResponse): void => {
    response.writeHead(code, headers);
    response.end();
  };
