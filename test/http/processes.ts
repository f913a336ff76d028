// Starts programs of their own for a test: replicas of the server, and Redis.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { send } from './open-server.ts';
import { temporaryFolder } from './temporary-folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface Running {
  readonly port: number;
  /** Everything it wrote. */
  readonly output: () => string;
  stop(signal: NodeJS.Signals): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

const follow = (child: ChildProcess, port: number): Running => {
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk) => {
      output += String(chunk);
    });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  onTestFinished(() => {
    child.kill('SIGKILL');
  });
  return {
    port,
    output: () => output,
    stop: async (signal) => {
      child.kill(signal);
      await ended;
    },
  };
};

const untilReady = async (running: Running, isReady: () => Promise<boolean>): Promise<Running> => {
  const deadline = Date.now() + 40_000;
  while (!(await isReady().catch(() => false))) {
    if (Date.now() > deadline) throw new Error(`it did not start: ${running.output()}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return running;
};

/** A replica of `do-mcp http`, from the sources, on a free port. */
export const startReplica = async (
  words: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Running> => {
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      '--import',
      'tsx',
      fileURLToPath(new URL('./replica.ts', import.meta.url)),
      'http',
      '--port',
      String(port),
      ...words,
    ],
    {
      cwd: root,
      env: {
        PATH: process.env['PATH'],
        XDG_STATE_HOME: process.env['XDG_STATE_HOME'],
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const running = follow(child, port);
  return untilReady(running, async () => (await send({ port, path: '/readyz' })).status === 200);
};

/** Whether Redis is installed here. */
export const hasRedis = spawnSync('redis-server', ['--version'], { stdio: 'ignore' }).status === 0;

/** A Redis that keeps nothing, on a free port. */
export const startRedis = async (): Promise<Running> => {
  const port = await freePort();
  const child = spawn(
    'redis-server',
    [
      '--port',
      String(port),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--dir',
      temporaryFolder(),
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const running = follow(child, port);
  return untilReady(running, async () => running.output().includes('Ready to accept connections'));
};
