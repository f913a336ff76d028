// A store that replicas share through Redis.
import type { RedisConnection } from '../../redis/redis-connection.ts';
import { isName, keptFor, type OnceStore } from './once-store.ts';

// One slot of a cluster for all of it: a script may only touch keys that lie together.
const index = 'do-mcp:{approvals}:names';
const keyOf = (name: string): string => `do-mcp:{approvals}:${name}`;

const make = `
local made = redis.call('SET', KEYS[1], ARGV[1], 'NX', 'PX', ARGV[2])
if not made then return 0 end
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZADD', KEYS[2], now + tonumber(ARGV[2]), ARGV[3])
redis.call('PEXPIRE', KEYS[2], ARGV[2])
return 1`;

const read = `return redis.call('GET', KEYS[1])`;

const names = `return redis.call('ZRANGE', KEYS[1], 0, -1)`;

/** @throws from its methods when Redis cannot be reached. */
export const createRedisStore = (redis: Pick<RedisConnection, 'run'>): OnceStore => ({
  make: async (name, text) =>
    isName(name) &&
    (await redis.run(make, [keyOf(name), index], [text, String(keptFor), name])) === 1,
  read: async (name) => {
    const text = isName(name) ? await redis.run(read, [keyOf(name)], []) : null;
    return typeof text === 'string' ? text : undefined;
  },
  names: async (ending) => {
    const all = await redis.run(names, [index], []);
    return Array.isArray(all)
      ? all.filter((name): name is string => typeof name === 'string' && name.endsWith(ending))
      : [];
  },
});
