// The brake: one switch of the owner's that stops every change at once, for whatever server shares the folder or Redis.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { shortened } from '../../tools/cut-text.ts';
import { isObject } from '../../tools/json-object.ts';
import { codeOf } from '../files/error-code.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';
import { cleanLine } from '../terminal/clean.ts';

/** Who stopped changes, when, and why. */
export interface Pulled {
  readonly by: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly reason: string | null;
}

/** A switch. */
export interface Brake {
  /** Who has pulled it; null while changes may be made. */
  pulled(): Promise<Pulled | null>;
  /** @throws when it cannot be pulled. */
  pull(pulled: Pulled): Promise<void>;
  /** Lets changes go on; false when they were not stopped. @throws when it cannot be released. */
  release(): Promise<boolean>;
}

/** Its name within the state folder. */
export const brakeFile = 'changes-stopped';

/** What is there and cannot be read stops changes as well: somebody wanted them stopped. */
const unreadable: Pulled = { by: 'somebody', at: 0, reason: null };

const pulledIn = (text: string): Pulled => {
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return unreadable;
  }
  const { by, at, reason } = isObject(raw) ? raw : {};
  return {
    by: typeof by === 'string' ? shortened(cleanLine(by), 64) : unreadable.by,
    at: typeof at === 'number' ? at : 0,
    reason: typeof reason === 'string' ? shortened(cleanLine(reason), 200) : null,
  };
};

const isMissing = (error: unknown): boolean => ['ENOENT', 'ENOTDIR'].includes(codeOf(error) ?? '');

/** A brake in a file. */
export const createFileBrake = (path: string): Brake => ({
  pulled: async () => {
    try {
      return pulledIn(await readFile(path, 'utf8'));
    } catch (error) {
      return isMissing(error) ? null : unreadable;
    }
  },
  pull: async (pulled) => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await writeFile(path, `${JSON.stringify(pulled)}\n`, { mode: 0o600 });
  },
  release: async () => {
    try {
      await rm(path);
      return true;
    } catch (error) {
      if (isMissing(error)) return false;
      throw error;
    }
  },
});

const key = 'do-mcp:changes-stopped';

/** A brake that replicas share through Redis; while that is away, what was known last holds. */
export const createRedisBrake = (redis: Pick<RedisConnection, 'run'>): Brake => {
  let last: Pulled | null = null;
  return {
    pulled: async () => {
      try {
        const text = await redis.run("return redis.call('GET', KEYS[1])", [key], []);
        last = typeof text === 'string' ? pulledIn(text) : null;
      } catch {
        // Said elsewhere: whoever shares Redis notices that it is away.
      }
      return last;
    },
    pull: async (pulled) => {
      await redis.run("redis.call('SET', KEYS[1], ARGV[1])", [key], [JSON.stringify(pulled)]);
    },
    release: async () => (await redis.run("return redis.call('DEL', KEYS[1])", [key], [])) === 1,
  };
};

/** Both are turned, whatever becomes of one of them; then it is said that only the other one holds. */
const both = async <Done>(
  one: Promise<Done>,
  other: Promise<Done>,
): Promise<readonly [Done, Done]> => {
  const [first, second] = await Promise.allSettled([one, other]);
  if (first.status === 'fulfilled' && second.status === 'fulfilled')
    return [first.value, second.value];
  const reason = [first, second].flatMap((each) =>
    each.status === 'rejected'
      ? [each.reason instanceof Error ? each.reason.message : 'unknown reason']
      : [],
  );
  const done =
    first.status === 'fulfilled'
      ? 'in the state folder, but not in Redis'
      : second.status === 'fulfilled'
        ? 'in Redis, but not in the state folder'
        : 'neither in the state folder nor in Redis';
  throw new Error(`turned ${done}: ${reason.join('; ')}`);
};

/** The switch in a file and the one in Redis: stopped by either is stopped. */
export const eitherBrake = (file: Brake, shared: Brake): Brake => ({
  pulled: async () => (await file.pulled()) ?? shared.pulled(),
  pull: async (pulled) => {
    await both(file.pull(pulled), shared.pull(pulled));
  },
  release: async () => (await both(file.release(), shared.release())).includes(true),
});
