// The simulated DigitalOcean as an HTTP server of its own, on loopback unless told otherwise.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { LostAnswer, type PlainReply } from './exchange/reception.ts';
import { createBodyReader, largestBody, TooBusy, TooLarge } from './serving/body.ts';
import { turnedAway } from './serving/callers.ts';
import { createSimulation, type Simulation, type SimulationOptions } from './simulation.ts';

/** Where to listen, and the simulation to serve. */
export interface ServeOptions extends SimulationOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** Default 127.0.0.1: the simulation lets anybody in who asks. */
  readonly host?: string;
  /** Names, besides addresses, localhost and those without a dot, under which `/_simulation/` may be called. */
  readonly names?: readonly string[];
}

/** A served simulation. */
export interface ServedSimulation {
  /** Base address without a closing slash, such as `http://127.0.0.1:8787`. */
  readonly url: string;
  readonly port: number;
  readonly simulation: Simulation;
  /** Ends all connections and frees the port. */
  close(): Promise<void>;
}

const write = (response: ServerResponse, reply: PlainReply): void => {
  const length =
    reply.body === null ? {} : { 'content-length': String(Buffer.byteLength(reply.body)) };
  response.writeHead(reply.status, { ...reply.headers, ...length });
  response.end(reply.body ?? undefined);
};

const problem = (status: number, id: string, message: string): PlainReply => ({
  status,
  headers: { 'content-type': 'application/json; charset=utf-8' },
  body: JSON.stringify({ id, message }),
});

/** What is wrong with a request that could not be read. */
const bodyProblem = (error: unknown): PlainReply => {
  if (error instanceof TooLarge) {
    return problem(413, 'request_too_large', `A request body has at most ${largestBody} bytes.`);
  }
  return error instanceof TooBusy
    ? problem(503, 'service_unavailable', 'Too many request bodies are being read at once.')
    : problem(400, 'bad_request', 'The request could not be read.');
};

/** What every request is answered with. */
interface Desk {
  readonly simulation: Simulation;
  readonly readBody: ReturnType<typeof createBodyReader>;
  readonly names: ReadonlySet<string>;
}

const respond = async (
  { simulation, readBody, names }: Desk,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const host = request.headers.host ?? '127.0.0.1';
  let body: string;
  let url: URL;
  try {
    url = new URL(request.url ?? '/', `http://${host}`);
    const away = url.pathname.startsWith('/_simulation/') ? turnedAway(request, names) : undefined;
    if (away !== undefined) {
      write(response, problem(403, 'forbidden', away));
      request.resume();
      return;
    }
    body = await readBody(request);
  } catch (error) {
    write(response, bodyProblem(error));
    request.destroy();
    return;
  }
  try {
    const reply = await simulation.answer({
      method: request.method ?? 'GET',
      url,
      authorization: request.headers.authorization ?? null,
      contentType: request.headers['content-type'] ?? null,
      dangerous: request.headers['x-dangerous']?.toString() ?? null,
      body,
    });
    write(response, reply);
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    // What a client sees of a lost answer: the connection breaks.
    request.socket.destroy();
  }
};

/** Connections open at once; further ones are closed as they come. */
const mostConnections = 1_024;

/** How long a caller may take, in milliseconds: for its headers, for the whole request, and to say nothing at all. */
const bounds = {
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  keepAliveTimeout: 5_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 64 * 1024,
};

/**
 * Serves a new simulation over HTTP.
 *
 * @throws Error when the port is taken or the starting account cannot be made.
 */
export const serveSimulation = async (options: ServeOptions): Promise<ServedSimulation> => {
  const simulation = createSimulation(options);
  const host = options.host ?? '127.0.0.1';
  const desk = { simulation, readBody: createBodyReader(), names: new Set(options.names) };
  const server = createServer(bounds, (request, response) => {
    respond(desk, request, response).catch(() => {
      if (!response.headersSent) {
        write(response, problem(500, 'server_error', 'The simulation failed to answer.'));
      } else response.destroy();
    });
  });
  server.maxConnections = mostConnections;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    // As many may stand in line as may be open: the system's own line is half as long, and drops the rest.
    server.listen({ port: options.port ?? 0, host, backlog: mostConnections }, resolve);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    port,
    simulation,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};
