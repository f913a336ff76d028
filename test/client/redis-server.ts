// Debian's redis-server, started by tests on a free port; absent machines skip and say so.
import { type ChildProcess, spawn } from 'node:child_process';
import { accessSync } from 'node:fs';
import { type AddressInfo, connect, createServer } from 'node:net';

const binaries = ['/usr/bin/redis-server', '/usr/bin/valkey-server', '/usr/local/bin/redis-server'];

/** The server's binary, or undefined where there is none. */
export const redisBinary = binaries.find((path) => {
  try {
    accessSync(path);
    return true;
  } catch {
    return false;
  }
});

/** A running Redis. */
export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Kills it without a goodbye. */
  kill(): Promise<void>;
  /** Freezes it: connections stay open, nothing is answered. */
  freeze(): void;
  thaw(): void;
}

/** A port that is free now. */
export const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const server = createServer();
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });

const accepts = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', () => resolve(false));
  });

/** Starts Redis with nothing kept on disk. */
export const startRedis = async (port?: number): Promise<RedisServer> => {
  if (redisBinary === undefined) throw new Error('there is no redis-server on this machine');
  const own = port ?? (await freePort());
  const child: ChildProcess = spawn(
    redisBinary,
    [
      '--port',
      String(own),
      '--bind',
      '127.0.0.1',
      '--save',
      '',
      '--appendonly',
      'no',
      '--loglevel',
      'warning',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  while (!(await accepts(own))) {
    if (child.exitCode !== null) throw new Error('redis-server ended at its start');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  return {
    url: `redis://127.0.0.1:${own}`,
    port: own,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
};
