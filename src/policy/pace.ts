// How many calls somebody may make in a minute, so that whoever goes round in a circle stops by itself. Replicas count
// together where they share Redis; each by itself where they do not, and while Redis is away.
import { createHash } from 'node:crypto';
import type { Pace } from '../guard/policy.ts';
import type { Log } from '../log.ts';
import type { Clock } from '../ports.ts';
import type { RedisConnection } from '../redis/redis-connection.ts';

const minute = 60_000;

/** So many are counted at once; whoever called least recently begins anew. */
const mostCounted = 4_096;

/** How long Redis is left alone after it failed, in milliseconds, so that its absence costs a call nothing. */
const leftAlone = 1_000;

/** Counts a call by Redis's own time; 0 when it may be made, or the milliseconds after which one may be. */
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local oldest = redis.call('LINDEX', KEYS[1], -tonumber(ARGV[1]))
if oldest and tonumber(oldest) + ${minute} > now then return tonumber(oldest) + ${minute} - now end
redis.call('RPUSH', KEYS[1], string.format('%.0f', now))
redis.call('LTRIM', KEYS[1], -tonumber(ARGV[2]), -1)
redis.call('PEXPIRE', KEYS[1], ${minute})
return 0
`;

/** The largest bound that a file may have: so many times are kept, whatever the bound is now. */
const largest = 10_000;

type Take = (who: string, most: number) => Promise<number | undefined>;

const seconds = (milliseconds: number): number => Math.max(1, Math.ceil(milliseconds / 1_000));

/** The calls of the last minute, by whoever made them. */
const createMemory = (clock: Clock) => {
  const madeBy = new Map<string, number[]>();
  const madeOf = (who: string): number[] => {
    const made = (madeBy.get(who) ?? []).filter((at) => at > clock.now() - minute);
    madeBy.delete(who);
    madeBy.set(who, made);
    const [first] = madeBy.keys();
    if (madeBy.size > mostCounted && first !== undefined) madeBy.delete(first);
    return made;
  };
  const add = (who: string): void => void madeOf(who).push(clock.now());
  const take: Take = async (who, most) => {
    const made = madeOf(who);
    const oldest = made[made.length - most];
    if (oldest !== undefined) return seconds(oldest + minute - clock.now());
    made.push(clock.now());
    return undefined;
  };
  return { add, take };
};

/** What paces are counted with. */
export interface PaceParts {
  readonly clock: Clock;
  /** Where replicas count together. */
  readonly redis?: Pick<RedisConnection, 'run'> | undefined;
  readonly log?: Pick<Log, 'info' | 'warn'> | undefined;
}

const inRedis = (redis: Pick<RedisConnection, 'run'>, { clock, log }: PaceParts): Take => {
  const memory = createMemory(clock);
  let isAway = false;
  let tryAgainAt = 0;
  return async (who, most) => {
    if (isAway && clock.now() < tryAgainAt) return memory.take(who, most);
    const key = `do-mcp:pace:${createHash('sha256').update(who).digest('hex').slice(0, 32)}`;
    try {
      const left = Number(await redis.run(takeScript, [key], [String(most), String(largest)]));
      if (isAway)
        log?.info({}, 'Redis is back: calls a minute are counted by all replicas together');
      isAway = false;
      if (left > 0) return seconds(left);
      // What was counted together is known here, too, when Redis is lost.
      memory.add(who);
      return undefined;
    } catch (error) {
      tryAgainAt = clock.now() + leftAlone;
      if (!isAway)
        log?.warn(
          { reason: error instanceof Error ? error.message : String(error) },
          'Redis is lost: this replica counts calls a minute by itself until it is back',
        );
      isAway = true;
      return memory.take(who, most);
    }
  };
};

/** Counts by whoever calls, so that a change of the file begins no new minute. */
export const createPaces = (parts: PaceParts): ((who: string, most: number) => Pace) => {
  const take = parts.redis ? inRedis(parts.redis, parts) : createMemory(parts.clock).take;
  return (who, most) => ({ take: () => take(who, most) });
};
