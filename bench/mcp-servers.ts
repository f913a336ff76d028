// Starts the servers that are compared: ours as built, the bare SDK handler, and DigitalOcean's own. Each gets one core where the system can pin.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A server that takes calls. */
export interface McpTarget {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Resident memory, in MB. */
  memory(): number;
  stop(): void;
}

const root = fileURLToPath(new URL('..', import.meta.url));
const token = 'dop_v1_bench-token-for-loopback-only';

const canPin = ((): boolean => {
  try {
    execFileSync('taskset', ['-c', '0', 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

const start = (
  command: string,
  words: readonly string[],
  environment: Readonly<Record<string, string>> = {},
): ChildProcess => {
  const [program = command, ...rest] = canPin
    ? ['taskset', '-c', '0', command, ...words]
    : [command, ...words];
  return spawn(program, rest, {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
};

/** The largest process of a group is the server; the others are launchers such as npx. */
const memoryOf = (child: ChildProcess): number => {
  const sizes = execFileSync('ps', ['-e', '-o', 'pgid=,rss='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([group]) => group === child.pid)
    .map(([, kilobytes = 0]) => kilobytes);
  return Math.max(0, ...sizes) / 1_024;
};

const stop = (child: ChildProcess): void => {
  try {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended already.
  }
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

const answers = async (url: string): Promise<boolean> => {
  try {
    await fetch(url, { signal: AbortSignal.timeout(1_000) });
    return true;
  } catch {
    return false;
  }
};

const untilItAnswers = async (url: string, child: ChildProcess): Promise<void> => {
  let said = '';
  child.stdout?.on('data', (chunk) => {
    said += String(chunk);
  });
  child.stderr?.on('data', (chunk) => {
    said += String(chunk);
  });
  const deadline = performance.now() + 120_000;
  while (!(await answers(url))) {
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`a server did not start: ${said.slice(-500)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};

/** Ours, as built, with a real-looking token and a key. */
export const startOurs = async (upstream: string): Promise<McpTarget> => {
  const folder = mkdtempSync(join(tmpdir(), 'do-mcp-bench-'));
  const keyFile = join(folder, 'key');
  const port = await freePort();
  const child = start(
    process.execPath,
    [
      'dist/do-mcp.cjs',
      'http',
      '--port',
      String(port),
      '--api-url',
      upstream,
      '--scopes',
      'api:write',
      '--quota',
      'off',
      '--log-level',
      'warn',
    ],
    {
      DIGITALOCEAN_TOKEN: token,
      DO_MCP_KEY_FILE: keyFile,
      DO_MCP_STATE_DIR: join(folder, 'state'),
    },
  );
  await untilItAnswers(`http://127.0.0.1:${port}/healthz`, child);
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    headers: { authorization: `Bearer ${readFileSync(keyFile, 'utf8').trim()}` },
    memory: () => memoryOf(child),
    stop: () => {
      stop(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

/** The SDK's handler with nothing around it. */
export const startBare = async (upstream: string): Promise<McpTarget> => {
  const child = start(process.execPath, [
    '--import',
    'tsx',
    'bench/bare-sdk-server.ts',
    upstream,
    token,
  ]);
  const port = await new Promise<string>((resolve, reject) => {
    child.stdout?.once('data', (chunk) => resolve(String(chunk).trim()));
    child.once('exit', () => reject(new Error('the bare server did not start')));
  });
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    headers: {},
    memory: () => memoryOf(child),
    stop: () => stop(child),
  };
};

/** DigitalOcean's own server from npm, held to one core as well. */
export const startTheirs = async (upstream: string): Promise<McpTarget> => {
  const port = await freePort();
  const child = start(
    'npx',
    [
      '-y',
      '@digitalocean/mcp@1.0.70',
      '-transport',
      'http',
      '-bind-addr',
      `127.0.0.1:${port}`,
      '-digitalocean-api-endpoint',
      upstream,
      '-digitalocean-api-token',
      token,
      '-log-level',
      'error',
      '-services',
      'accounts,droplets,networking',
    ],
    { GOMAXPROCS: '1' },
  );
  await untilItAnswers(`http://127.0.0.1:${port}/mcp`, child);
  return {
    url: `http://127.0.0.1:${port}/mcp`,
    headers: { authorization: `Bearer ${token}` },
    memory: () => memoryOf(child),
    stop: () => stop(child),
  };
};
