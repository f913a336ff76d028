// A server on real sockets that does to requests what networks and gateways do, and counts what arrives.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** One request as it arrived. */
export interface Arrived {
  readonly method: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  /** Number of the connection that it came over. */
  readonly connection: number;
  /** Number of the request, the first is 1. */
  readonly number: number;
}

/** What the server does with a request. */
export type Fault =
  | {
      readonly do: 'answer';
      readonly status: number;
      readonly body: string;
      readonly headers: Readonly<Record<string, string>>;
    }
  /** Resets the connection when the request has arrived. */
  | { readonly do: 'reset' }
  /** Sends headers and half of the body, then resets the connection. */
  | { readonly do: 'reset_in_reply' }
  /** Says nothing at all. */
  | { readonly do: 'hang' }
  /** Sends headers and half of the body, then nothing. */
  | { readonly do: 'hang_in_reply' }
  /** Sends a body without end, as fast as it is read. */
  | { readonly do: 'flood'; readonly type?: string };

/** A running fault server. */
export interface FaultServer {
  readonly url: string;
  readonly arrived: readonly Arrived[];
  readonly connections: number;
  /** Resets so many connections as soon as they stand, before any request. */
  resetNextConnections(count: number): void;
  close(): Promise<void>;
}

/** A JSON answer. */
export const json = (
  body: unknown,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Fault => ({
  do: 'answer',
  status,
  body: JSON.stringify(body),
  headers: { 'content-type': 'application/json', 'x-request-id': 'req-1', ...headers },
});

/** An error in DigitalOcean's usual shape. */
export const refusal = (
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): Fault => json({ id: 'some_error', message, request_id: `req-${status}` }, status, headers);

/** An answer of any kind. */
export const raw = (
  body: string,
  type: string | null,
  status = 200,
  headers: Readonly<Record<string, string>> = {},
): Fault => ({
  do: 'answer',
  status,
  body,
  headers: {
    'x-request-id': 'req-raw',
    ...(type !== null && { 'content-type': type }),
    ...headers,
  },
});

const readAll = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString();
};

const carryOut = (fault: Fault, response: ServerResponse): void => {
  const half = () => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': '200' });
    response.write('{"droplets":[{"id":1,');
  };
  switch (fault.do) {
    case 'answer':
      response.writeHead(fault.status, fault.headers);
      response.end(fault.body);
      return;
    case 'reset':
      response.socket?.resetAndDestroy();
      return;
    case 'reset_in_reply':
      half();
      setImmediate(() => response.socket?.destroy());
      return;
    case 'hang':
      return;
    case 'hang_in_reply':
      half();
      return;
    case 'flood': {
      response.writeHead(200, { 'content-type': fault.type ?? 'application/json' });
      const chunk = Buffer.alloc(64 * 1024, 'a line of a log that never ends\n');
      const pour = (): void => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on('drain', pour);
      pour();
      return;
    }
  }
};

/**
 * Starts a server whose every request is handled as `script` says.
 * @param options `remembers: false` keeps no list of what arrived, for long runs.
 */
export const startFaultServer = async (
  script: (arrived: Arrived) => Fault | Promise<Fault>,
  options: { readonly remembers?: boolean } = {},
): Promise<FaultServer> => {
  const arrived: Arrived[] = [];
  const numbers = new WeakMap<Socket, number>();
  const sockets = new Set<Socket>();
  let connections = 0;
  let requests = 0;
  let resets = 0;

  const server = createServer((request, response) => {
    void (async () => {
      requests += 1;
      const number = requests;
      const url = new URL(request.url ?? '/', 'http://fault.server');
      const one: Arrived = {
        method: request.method ?? '',
        path: url.pathname,
        query: url.searchParams,
        headers: request.headers,
        body: await readAll(request),
        connection: numbers.get(request.socket) ?? 0,
        number,
      };
      if (options.remembers !== false) arrived.push(one);
      carryOut(await script(one), response);
    })().catch(() => response.destroy());
  });
  server.keepAliveTimeout = 60_000;
  server.on('connection', (socket) => {
    connections += 1;
    numbers.set(socket, connections);
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
    if (resets > 0) {
      resets -= 1;
      socket.resetAndDestroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    url: `http://127.0.0.1:${port}`,
    arrived,
    get connections() {
      return connections;
    },
    resetNextConnections: (count) => {
      resets = count;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
};

/** A script that goes through its faults in order and stays with the last one. */
export const inOrder = (...faults: readonly Fault[]) => {
  let at = 0;
  return (): Fault => {
    const fault = faults[Math.min(at, faults.length - 1)];
    at += 1;
    if (!fault) throw new Error('a script needs at least one fault');
    return fault;
  };
};
