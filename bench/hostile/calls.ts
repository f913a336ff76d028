// Requests to the server under attack, as raw as an attacker sends them.
import { Agent, type IncomingHttpHeaders, request } from 'node:http';

/** What came back; `status` 0 when the connection ended without an answer. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
  readonly milliseconds: number;
}

/** One connection for each call under way, kept for the next. */
export const manyConnections = (localAddress?: string): Agent =>
  new Agent({ keepAlive: true, maxSockets: 4_096, ...(localAddress && { localAddress }) });

/** Sends one request; never throws. */
export const exchange = (
  port: number,
  options: {
    readonly method?: string;
    readonly path: string;
    readonly headers?: Readonly<Record<string, string>>;
    readonly body?: string;
    readonly agent: Agent;
    readonly timeout?: number;
  },
): Promise<Answer> =>
  new Promise((resolve) => {
    const began = performance.now();
    const ended = (status: number, headers: IncomingHttpHeaders, text: string): void =>
      resolve({ status, headers, text, milliseconds: performance.now() - began });
    const { body, timeout = 60_000, ...rest } = options;
    const sent = request({ host: '127.0.0.1', port, timeout, ...rest }, (reply) => {
      const chunks: Buffer[] = [];
      reply.on('data', (chunk: Buffer) => chunks.push(chunk));
      reply.on('end', () =>
        ended(reply.statusCode ?? 0, reply.headers, String(Buffer.concat(chunks))),
      );
      reply.on('error', () => ended(0, {}, ''));
    });
    sent.on('timeout', () => sent.destroy());
    sent.on('error', (error) => ended(0, {}, error.message));
    sent.end(body);
  });

/** Headers of a client of the old generation with its own token. */
export const headersOf = (token: string): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  accept: 'application/json, text/event-stream',
  'mcp-protocol-version': '2025-11-25',
  authorization: `Bearer ${token}`,
});

/** The text of a tool call. */
export const toolCall = (name: string, given: unknown, id: unknown = 1): string =>
  JSON.stringify({ jsonrpc: '2.0', id, method: 'tools/call', params: { name, arguments: given } });

/** Sends a tool call, or any other text, to `/mcp`. */
export const post = (
  port: number,
  agent: Agent,
  token: string,
  body: string,
  timeout?: number,
): Promise<Answer> =>
  exchange(port, {
    method: 'POST',
    path: '/mcp',
    headers: headersOf(token),
    body,
    agent,
    ...(timeout !== undefined && { timeout }),
  });
