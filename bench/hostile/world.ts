// The real built server with a heap of 256 MiB between a hostile upstream and a neighbour who notices.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import { measuredEnvironment } from '../environment.ts';

/** Megabytes of heap that the server may have. */
export const heap = 256;

const file = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
/** Node.js 20 loads no TypeScript as a thread's entry, so the thread asks tsx for it. */
const thread = (name: string, data: unknown): Worker =>
  new Worker(
    `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(pathToFileURL(file(name)).href)}); });`,
    { eval: true, workerData: data },
  );

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' ? (address?.port ?? 0) : 0;
};

const percentile = (values: readonly number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ??
  0;

/** How long something took, again and again, in milliseconds. */
export interface Spread {
  readonly usual: number;
  /** 95 of a hundred took no longer. */
  readonly most: number;
  readonly longest: number;
}

const spreadOf = (times: readonly number[]): Spread => ({
  usual: percentile(times, 0.5),
  most: percentile(times, 0.95),
  longest: percentile(times, 1),
});

/** What the others felt during some time, in milliseconds, and what it cost the server. */
export interface Felt {
  readonly call: Spread;
  readonly health: Spread;
  /** How late the neighbour itself was at most, for want of a core. */
  readonly lag: number;
  /** Calls and health checks of the neighbour that went wrong. */
  readonly failed: number;
  /** The longest turn of the event loop by the clock, and what the processor spent on one at most. */
  readonly held: number;
  readonly worked: number;
  /** Resident megabytes at the end. */
  readonly rss: number;
  readonly alive: boolean;
}

/** A server under attack. */
export interface World {
  readonly port: number;
  /** What was felt since the last time it was asked. */
  felt(): Promise<Felt>;
  output(): string;
  close(): Promise<void>;
}

const untilHealthy = async (
  port: number,
  child: ChildProcess,
  output: () => string,
): Promise<void> => {
  const deadline = performance.now() + 30_000;
  for (;;) {
    const reply = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined);
    if (reply?.ok) return;
    if (child.exitCode !== null || performance.now() > deadline)
      throw new Error(`the server did not start: ${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};

/** Starts all three. The build must be there. */
export const startWorld = async (options: readonly string[] = []): Promise<World> => {
  const upstream = thread('./upstream-thread.ts', undefined);
  const [upstreamPort] = await once(upstream, 'message');
  const port = await freePort();
  const url = `http://127.0.0.1:${upstreamPort}`;
  const child = spawn(
    process.execPath,
    [
      `--max-old-space-size=${heap}`,
      '--require',
      file('./loop-watch.cjs'),
      file('../../dist/do-mcp.cjs'),
      ...['http', '--port', String(port), '--auth', 'token', '--quota', 'off'],
      ...['--api-url', url, '--token-info-url', `${url}/v1/oauth/token/info`],
      ...['--log-level', 'error', ...options],
    ],
    { env: measuredEnvironment(), stdio: ['ignore', 'pipe', 'pipe', 'ipc'] },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      said = (said + String(chunk)).slice(-4_000);
    });
  const output = (): string => said;
  await untilHealthy(port, child, output);
  const neighbour = thread('./neighbour-thread.ts', { port });

  const ofServer = async (): Promise<{ held: number; worked: number; rss: number } | undefined> => {
    if (child.exitCode !== null || child.signalCode !== null || !child.connected) return undefined;
    child.send('felt');
    const answer = await Promise.race([once(child, 'message'), once(child, 'exit')]);
    return typeof answer[0] === 'object' ? answer[0] : undefined;
  };

  return {
    port,
    output,
    felt: async () => {
      neighbour.postMessage('felt');
      const [{ calls, health, failed, lag }] = await once(neighbour, 'message');
      const server = await ofServer();
      return {
        call: spreadOf(calls),
        health: spreadOf(health),
        lag,
        failed,
        held: server?.held ?? 0,
        worked: server?.worked ?? 0,
        rss: server?.rss ?? 0,
        alive: server !== undefined,
      };
    },
    close: async () => {
      await neighbour.terminate();
      child.kill('SIGKILL');
      await upstream.terminate();
    },
  };
};
