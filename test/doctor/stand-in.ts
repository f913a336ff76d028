// What the doctor meets in tests: a DigitalOcean that says what a test wants, folders of its own, and the findings as data.
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isObject } from '../../tools/json-object.ts';
import { type Ended, runProgram } from '../commands/run-program.ts';

/** A token that looks like one of DigitalOcean's, and opens nothing. */
export const someToken = `dop_v1_${'5a'.repeat(32)}`;

/** A finding as `--json` tells it. */
export interface ToldFinding {
  readonly id: string;
  readonly check: string;
  readonly level: string;
  readonly found: string;
  readonly details: readonly string[];
  readonly remedy: string | null;
  readonly fixable: boolean;
  readonly fixed: string | null;
}

/** What a run of the doctor told. */
export interface Examined extends Ended {
  readonly findings: readonly ToldFinding[];
  readonly ids: readonly string[];
}

/** A new folder under the temporary ones. */
export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'do-mcp-doctor-'));

/** Writes a file, and the folders that it needs. */
export const write = (path: string, text: string, mode = 0o600): string => {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { mode });
  return path;
};

/** What the doctor is started with. */
export interface Start {
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The home folder; a new one when none is given. */
  readonly home?: string;
}

/** Runs the doctor on a machine with nothing on it but what the test has put there. */
export const examine = async ({
  argv = [],
  environment = {},
  home = newFolder(),
}: Start): Promise<Examined> => {
  const ended = await runProgram(['doctor', '--json', ...argv], {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    DO_MCP_STATE_DIR: join(home, 'state'),
    DO_MCP_PORT: '0',
    ...environment,
  });
  const told: unknown = JSON.parse(ended.printed);
  const findings = isObject(told) ? (told['findings'] as readonly ToldFinding[]) : [];
  return { ...ended, findings, ids: findings.map(({ id }) => id) };
};

/** What a DigitalOcean of a test says. */
export interface Says {
  readonly status?: number;
  readonly scopes?: readonly string[];
  readonly expiresIn?: number | null;
  /** Seconds since the epoch. */
  readonly createdAt?: number;
  /** Milliseconds by which its clock is behind. */
  readonly behind?: number;
  readonly left?: number;
  /** The status of everything but the question about the token. */
  readonly apiStatus?: number;
}

/** A server that is listening. */
export interface Listening {
  readonly port: number;
  readonly url: string;
  close(): void;
}

const listening = (server: Server): Promise<Listening> =>
  new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      resolve({
        port,
        url: `http://127.0.0.1:${port}`,
        close: () => {
          server.closeAllConnections();
          server.close();
        },
      });
    });
  });

/** A server that answers everything with one text. */
export const answering = (text: string): Promise<Listening> =>
  listening(createServer((_, reply) => reply.end(text)));

/** A DigitalOcean that tells of a token what the test wants. */
export const digitalOcean = ({
  status = 200,
  scopes = ['account:read'],
  expiresIn = 90 * 86_400,
  createdAt = 1_790_000_000,
  behind = 0,
  left = 4_999,
  apiStatus = 200,
}: Says = {}): Promise<Listening> =>
  listening(
    createServer((request, reply) => {
      reply.setHeader('date', new Date(Date.now() - behind).toUTCString());
      reply.setHeader('content-type', 'application/json');
      reply.setHeader('ratelimit-limit', '5000');
      reply.setHeader('ratelimit-remaining', String(left));
      const isInfo = request.url?.startsWith('/v1/oauth/token/info') === true;
      reply.statusCode = isInfo ? status : apiStatus;
      reply.end(
        JSON.stringify(
          isInfo
            ? { scopes, expires_in_seconds: expiresIn, created_at: createdAt }
            : { account: { email: 'sam@example.com' }, id: 'x', message: 'x' },
        ),
      );
    }),
  );

/** A program that speaks MCP over stdio: so many tools, or an end with a word. */
export const serverProgram = (home: string, says: { tools: number } | { ends: string }): string =>
  write(
    join(home, 'bin', 'do-mcp.cjs'),
    'ends' in says
      ? `process.stderr.write(${JSON.stringify(`${says.ends}\n`)}); process.exit(2);`
      : `process.stdin.on('data', (chunk) => {
  for (const line of String(chunk).split('\\n').filter(Boolean)) {
    const { id } = JSON.parse(line);
    if (id === 1) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: { protocolVersion: '2025-06-18', capabilities: {}, serverInfo: { name: 'x', version: '1' } } }));
    if (id === 2) console.log(JSON.stringify({ jsonrpc: '2.0', id, result: { tools: Array.from({ length: ${says.tools} }, (_, at) => ({ name: String(at) })) } }));
  }
});`,
  );
