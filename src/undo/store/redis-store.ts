// A store that replicas share through Redis.
import type { RedisConnection } from '../../redis/redis-connection.ts';
import { heldFor, isId, type Store } from './store.ts';

const put = `
redis.call('SET', KEYS[1], ARGV[1], 'PXAT', ARGV[2])
local time = redis.call('TIME')
local now = tonumber(time[1]) * 1000
redis.call('ZREMRANGEBYSCORE', KEYS[2], '-inf', now)
redis.call('ZADD', KEYS[2], ARGV[2], ARGV[3])
redis.call('PEXPIREAT', KEYS[2], ARGV[2])
local many = redis.call('ZCARD', KEYS[2]) - tonumber(ARGV[4])
if many > 0 then
  for _, id in ipairs(redis.call('ZRANGE', KEYS[2], 0, many - 1)) do
    redis.call('DEL', ARGV[5] .. id)
    redis.call('ZREM', KEYS[2], id)
  end
end
return 1`;

const read = `return redis.call('GET', KEYS[1])`;
const ids = `return redis.call('ZRANGE', KEYS[1], 0, -1)`;
const remove = `redis.call('DEL', KEYS[1], KEYS[3]) return redis.call('ZREM', KEYS[2], ARGV[1])`;
const take = `if redis.call('SET', KEYS[1], '1', 'NX', 'PX', ARGV[1]) then return 1 end return 0`;
const release = `return redis.call('DEL', KEYS[1])`;

/**
 * @param room what is kept, as its keys name it.
 * @param most so many are kept; the oldest go first.
 * @throws from its methods when Redis cannot be reached.
 */
export const createRedisStore = (
  redis: Pick<RedisConnection, 'run'>,
  most: number,
  room: string,
): Store => {
  // One slot of a cluster for all of it: a script may only touch keys that lie together.
  const stem = `do-mcp:{${room}}:`;
  const index = `${stem}ids`;
  const keyOf = (id: string): string => `${stem}${id}`;
  const heldKeyOf = (id: string): string => `${stem}${id}:taken`;
  return {
    put: async (id, text, until) => {
      if (!isId(id)) throw new Error('this is no id of the record');
      await redis.run(put, [keyOf(id), index], [text, String(until), id, String(most), stem]);
    },
    read: async (id) => {
      const text = isId(id) ? await redis.run(read, [keyOf(id)], []) : null;
      return typeof text === 'string' ? text : undefined;
    },
    ids: async () => {
      const all = await redis.run(ids, [index], []);
      return Array.isArray(all) ? all.filter((id): id is string => typeof id === 'string') : [];
    },
    remove: async (id) => {
      if (isId(id)) await redis.run(remove, [keyOf(id), index, heldKeyOf(id)], [id]);
    },
    take: async (id) =>
      isId(id) && (await redis.run(take, [heldKeyOf(id)], [String(heldFor)])) === 1,
    release: async (id) => {
      if (isId(id)) await redis.run(release, [heldKeyOf(id)], []);
    },
  };
};
