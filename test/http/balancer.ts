// A small load balancer: in turns, past targets that do not answer, as the ones of real deployments do.
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Balancer {
  readonly port: number;
  /** Requests that were passed on, by the port of their target. */
  readonly counts: ReadonlyMap<number, number>;
}

/** Balances over these ports of loopback, for as long as the test runs. */
export const startBalancer = async (targets: readonly number[]): Promise<Balancer> => {
  const counts = new Map<number, number>();
  let turn = 0;

  const pass = (
    incoming: IncomingMessage,
    body: Buffer,
    outgoing: ServerResponse,
    attempt: number,
  ): void => {
    const target = targets[turn++ % targets.length] ?? 0;
    const onward = request(
      {
        host: '127.0.0.1',
        port: target,
        method: incoming.method,
        path: incoming.url,
        headers: { ...incoming.headers, 'x-forwarded-for': incoming.socket.remoteAddress ?? '' },
        agent: false,
      },
      (reply) => {
        counts.set(target, (counts.get(target) ?? 0) + 1);
        outgoing.writeHead(reply.statusCode ?? 502, reply.headers);
        reply.pipe(outgoing);
      },
    );
    onward.on('error', (error: NodeJS.ErrnoException) => {
      // Only what certainly was not carried out may be sent elsewhere.
      if (error.code === 'ECONNREFUSED' && attempt < targets.length)
        pass(incoming, body, outgoing, attempt + 1);
      else if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(502).end();
    });
    outgoing.on('close', () => onward.destroy());
    onward.end(body);
  };

  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => pass(incoming, Buffer.concat(chunks), outgoing, 1));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, counts };
};
