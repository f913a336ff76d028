// Counts failed attempts to authenticate per address, so that guessing is slow and costs DigitalOcean no look-ups.
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import type { RedisConnection } from '../../redis/redis-connection.ts';

/** The failures of each address. Whoever authenticates is never held up by them. */
export interface FailedAttempts {
  /** Seconds until this address may fail again; 0 when it may now. */
  blockedFor(address: string): Promise<number>;
  /** Counts a failure; the seconds to wait when it was one too many, else 0. */
  record(address: string): Promise<number>;
}

interface Options {
  /** Shared by replicas; absent, or while it is away: each process counts for itself. */
  readonly redis?: RedisConnection | undefined;
  /** Failures an address may have in each window. Default 20. */
  readonly most?: number;
  /** The window's length in seconds. Default 60. */
  readonly seconds?: number;
}

interface Count {
  readonly failures: number;
  readonly secondsLeft: number;
}

// Addresses share a fixed number of counters, so that a flood of addresses cannot fill the memory;
// two addresses in one counter only matter to callers who fail.
const counters = 16_384;
const counterOf = (address: string): string =>
  String(createHash('sha256').update(address).digest().readUInt32BE(0) % counters);

// Adds to a counter that begins its window with its first failure; adding nothing only reads it.
const script = `
if ARGV[1] == '0' then
  return {tonumber(redis.call('get', KEYS[1]) or '0'), redis.call('pttl', KEYS[1])}
end
local failures = redis.call('incr', KEYS[1])
if failures == 1 then redis.call('pexpire', KEYS[1], ARGV[2]) end
return {failures, redis.call('pttl', KEYS[1])}`;

const secondsOf = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1_000));

/** Failed attempts, in memory or shared through Redis. */
export const createFailedAttempts = ({
  redis,
  most = 20,
  seconds = 60,
}: Options): FailedAttempts => {
  const memory = new RateLimiterMemory({ points: most, duration: seconds });

  const inMemory = async (counter: string, add: 0 | 1): Promise<Count> => {
    try {
      const result = add === 1 ? await memory.consume(counter) : await memory.get(counter);
      return {
        failures: result?.consumedPoints ?? 0,
        secondsLeft: secondsOf(result?.msBeforeNext ?? 0),
      };
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      return { failures: refused.consumedPoints, secondsLeft: secondsOf(refused.msBeforeNext) };
    }
  };

  const count = async (address: string, add: 0 | 1): Promise<Count> => {
    const counter = counterOf(address);
    if (!redis) return inMemory(counter, add);
    try {
      const reply = await redis.run(
        script,
        [`do-mcp:failed:${counter}`],
        [String(add), String(seconds * 1_000)],
      );
      const [failures, left] = Array.isArray(reply) ? reply.map(Number) : [];
      return { failures: failures ?? 0, secondsLeft: secondsOf(left ?? 0) };
    } catch {
      return inMemory(counter, add);
    }
  };

  return {
    blockedFor: async (address) => {
      const { failures, secondsLeft } = await count(address, 0);
      return failures >= most ? secondsLeft : 0;
    },
    record: async (address) => {
      const { failures, secondsLeft } = await count(address, 1);
      return failures > most ? secondsLeft : 0;
    },
  };
};
