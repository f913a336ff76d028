// Keeps the ledger in Redis, for all replicas.
import { randomBytes } from 'node:crypto';
import type { RedisConnection } from '../../redis/redis-connection.ts';
import type { Kept, Shelf } from './shelf.ts';

const key = 'do-mcp:{budget}:ledger';

const readScript = `
local version = redis.call('HGET', KEYS[1], 'version')
if not version then return {} end
return { version, redis.call('HGET', KEYS[1], 'text') }`;

/** Compared and put in one step: of two replicas that replace the same version, one comes first. */
const replaceScript = `
local version = redis.call('HGET', KEYS[1], 'version') or ''
if version ~= ARGV[1] then
  if version == '' then return {} end
  return { version, redis.call('HGET', KEYS[1], 'text') }
end
redis.call('HSET', KEYS[1], 'version', ARGV[2], 'text', ARGV[3])
return 1`;

const keptIn = (reply: unknown): Kept | null => {
  const [version, text] = Array.isArray(reply) ? reply : [];
  return typeof version === 'string' && typeof text === 'string' ? { version, text } : null;
};

/** @throws from its methods when Redis cannot be reached. */
export const createRedisShelf = (redis: Pick<RedisConnection, 'run'>): Shelf => ({
  read: async () => keptIn(await redis.run(readScript, [key], [])),
  replace: async (version, text) => {
    const next = randomBytes(12).toString('hex');
    const reply = await redis.run(replaceScript, [key], [version ?? '', next, text]);
    return reply === 1 ? { done: next } : { now: keptIn(reply) };
  },
});
