// Stands in for api.digitalocean.com: the built simulation behind plain HTTP, and behind TLS for clients that know one address only.
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import {
  createServer as createHttp,
  type IncomingMessage,
  request,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttps } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const program = fileURLToPath(new URL('../../../dist/do-mcp.cjs', import.meta.url));
const host = 'api.digitalocean.com';

/** One call as it went over the wire. */
export interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The start of what was answered to a call that failed. */
  readonly said: string;
}

/** The stand-in and how programs are led to it. */
export interface StandIn {
  /** Address without TLS, for clients that can be told one. */
  readonly url: string;
  /** Environment for clients that cannot: they reach the stand-in as their proxy, and trust its certificate. */
  readonly environment: Readonly<Record<string, string>>;
  /** Exchanges since the last time it was asked. */
  taken(): readonly Exchange[];
  close(): void;
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

const listening = async <Kind extends Server>(server: Kind): Promise<Kind> => {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
};

const makeCertificate = (folder: string): { readonly key: string; readonly cert: string } => {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  execFileSync(
    'openssl',
    [
      ...[
        'req',
        '-x509',
        '-newkey',
        'rsa:2048',
        '-nodes',
        '-days',
        '2',
        '-keyout',
        key,
        '-out',
        cert,
      ],
      ...['-subj', `/CN=${host}`, '-addext', `subjectAltName=DNS:${host}`],
    ],
    { stdio: 'ignore' },
  );
  return { key, cert };
};

const startSimulation = async (): Promise<{ readonly port: number; readonly stop: () => void }> => {
  const probe = await listening(createHttp());
  const port = portOf(probe);
  probe.close();
  const child = spawn(
    process.execPath,
    [program, 'simulate', '--port', String(port), '--speed', 'instant'],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  await once(child.stderr, 'data');
  child.stderr.resume();
  return { port, stop: () => void child.kill('SIGKILL') };
};

/** Starts all of it on free ports of loopback. */
export const startStandIn = async (): Promise<StandIn> => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-interop-'));
  const { key, cert } = makeCertificate(folder);
  const simulation = await startSimulation();
  let exchanges: Exchange[] = [];

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse): void => {
    const { method = 'GET', url = '/', headers } = incoming;
    const onward = request(
      { host: '127.0.0.1', port: simulation.port, method, path: url, headers },
      (reply) => {
        const chunks: Buffer[] = [];
        reply.on('data', (chunk: Buffer) => chunks.push(chunk));
        reply.on('end', () => {
          const { statusCode: status = 0 } = reply;
          const body = Buffer.concat(chunks);
          const said = status >= 400 ? body.toString('utf8').slice(0, 300) : '';
          exchanges.push({ method, path: url, status, said });
          outgoing.writeHead(status, reply.headers).end(body);
        });
      },
    );
    onward.on('error', () => outgoing.destroy());
    incoming.pipe(onward);
  };

  const plain = await listening(createHttp(forward));
  const secure = await listening(
    createHttps({ key: readFileSync(key), cert: readFileSync(cert) }, forward) as Server,
  );
  const proxy = await listening(createHttp((_, reply) => void reply.writeHead(403).end()));
  proxy.on('connect', (incoming, socket) => {
    // Nothing may leave this machine, whatever a client asks for.
    if (incoming.url !== `${host}:443`) return void socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    const onward = connect(portOf(secure), '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    for (const one of [onward, socket]) one.on('error', () => void onward.destroy());
    return undefined;
  });

  return {
    url: `http://127.0.0.1:${portOf(plain)}`,
    environment: {
      STAND_IN_URL: `http://127.0.0.1:${portOf(plain)}`,
      STAND_IN_TLS_PORT: String(portOf(secure)),
      STAND_IN_CERTIFICATE: cert,
      HTTPS_PROXY: `http://127.0.0.1:${portOf(proxy)}`,
      https_proxy: `http://127.0.0.1:${portOf(proxy)}`,
      NO_PROXY: '127.0.0.1',
      no_proxy: '127.0.0.1',
      SSL_CERT_FILE: cert,
      REQUESTS_CA_BUNDLE: cert,
      NODE_EXTRA_CA_CERTS: cert,
    },
    taken: () => {
      const taken = exchanges;
      exchanges = [];
      return taken;
    },
    close: () => {
      simulation.stop();
      for (const server of [plain, secure, proxy]) {
        server.closeAllConnections();
        server.close();
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
