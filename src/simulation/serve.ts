// The simulated DigitalOcean as an HTTP server of its own, on loopback unless told otherwise.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { LostAnswer, type PlainReply } from './exchange/reception.ts';
import { createSimulation, type Simulation, type SimulationOptions } from './simulation.ts';

/** Where to listen, and the simulation to serve. */
export interface ServeOptions extends SimulationOptions {
  /** Default: a free port. */
  readonly port?: number;
  /** Default 127.0.0.1: the simulation lets anybody in who asks. */
  readonly host?: string;
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

/** Largest request body in bytes; DigitalOcean's largest documented ones are far below. */
const largestBody = 8 * 1024 * 1024;

class TooLarge extends Error {}

const readBody = async (request: IncomingMessage): Promise<string> => {
  if (request.method === 'GET' || request.method === 'HEAD') return '';
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > largestBody) throw new TooLarge();
    chunks.push(bytes);
  }
  const whole = Buffer.concat(chunks);
  const isPacked = request.headers['content-encoding'] === 'gzip';
  return (isPacked ? gunzipSync(whole, { maxOutputLength: largestBody }) : whole).toString('utf8');
};

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

/** What is wrong with a request whose body could not be read, or null when it is the server that failed. */
const bodyProblem = (error: unknown): PlainReply =>
  error instanceof TooLarge
    ? problem(413, 'request_too_large', `A request body has at most ${largestBody} bytes.`)
    : problem(400, 'bad_request', 'The request body could not be read.');

const respond = async (
  simulation: Simulation,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const host = request.headers.host ?? '127.0.0.1';
  let body: string;
  let url: URL;
  try {
    url = new URL(request.url ?? '/', `http://${host}`);
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
      body,
    });
    write(response, reply);
  } catch (error) {
    if (!(error instanceof LostAnswer)) throw error;
    // What a client sees of a lost answer: the connection breaks.
    request.socket.destroy();
  }
};

/**
 * Serves a new simulation over HTTP.
 *
 * @throws Error when the port is taken or the starting account cannot be made.
 */
export const serveSimulation = async (options: ServeOptions): Promise<ServedSimulation> => {
  const simulation = createSimulation(options);
  const host = options.host ?? '127.0.0.1';
  const server = createServer((request, response) => {
    respond(simulation, request, response).catch(() => {
      if (!response.headersSent) {
        write(response, problem(500, 'server_error', 'The simulation failed to answer.'));
      } else response.destroy();
    });
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
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
