// One connection to Redis or Valkey that is opened with the first command, comes back by itself, and never blocks a call for long.
import type { Clock } from '../ports.ts';

/** Runs scripts on Redis. */
export interface RedisConnection {
  /** @throws when Redis is away, slow or refuses; the message never contains the address's password. */
  run(script: string, keys: readonly string[], values: readonly string[]): Promise<unknown>;
  close(): Promise<void>;
}

/** How to reach Redis. */
export interface RedisOptions {
  /** `redis://` or `rediss://`, with credentials where needed. */
  readonly url: string;
  readonly clock: Clock;
  /** Longest time for one command, and for the first connection, in milliseconds. Default 500. */
  readonly commandMs?: number;
}

/** The little of the Redis client that is used here. */
interface Client {
  readonly isReady: boolean;
  readonly isOpen: boolean;
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>;
  destroy(): void;
}

const longestPauseMs = 2000;

/** A connection that opens with its first command. */
export const connectRedis = ({ url, clock, commandMs = 500 }: RedisOptions): RedisConnection => {
  let opening: Promise<Client> | undefined;
  let isClosed = false;

  const open = async (): Promise<Client> => {
    const { createClient } = await import('@redis/client');
    const client = createClient({
      url,
      disableOfflineQueue: true,
      disableClientInfo: true,
      // Asks a feature of one vendor's servers that Valkey and Debian's Redis do not have.
      maintNotifications: 'disabled',
      socket: {
        connectTimeout: 2000,
        reconnectStrategy: (retries) => Math.min(longestPauseMs, 50 * 2 ** Math.min(retries, 10)),
      },
    });
    // Without a listener Node would end the process; the caller hears of trouble through its own commands.
    client.on('error', () => undefined);
    const connecting = client.connect().then(
      () => undefined,
      () => undefined,
    );
    await Promise.race([connecting, pause(commandMs)]);
    return client;
  };

  const pause = async (milliseconds: number, signal?: AbortSignal): Promise<void> =>
    clock.sleep(milliseconds, signal).catch(() => undefined);

  const within = async <Value>(work: Promise<Value>): Promise<Value> => {
    const done = new AbortController();
    const late = pause(commandMs, done.signal).then((): never => {
      throw new Error(`Redis did not answer within ${commandMs} ms`);
    });
    try {
      return await Promise.race([work, late]);
    } finally {
      late.catch(() => undefined);
      work.catch(() => undefined);
      done.abort();
    }
  };

  return {
    run: async (script, keys, values) => {
      if (isClosed) throw new Error('the connection to Redis is closed');
      opening ??= open();
      const client = await opening;
      if (!client.isReady) throw new Error('Redis cannot be reached');
      return within(client.eval(script, { keys: [...keys], arguments: [...values] }));
    },
    close: async () => {
      isClosed = true;
      const client = await opening?.catch(() => undefined);
      if (client?.isOpen) client.destroy();
    },
  };
};
