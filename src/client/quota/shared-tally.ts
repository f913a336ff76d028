// A tally that replicas share through Redis or Valkey: the same exact rolling count, taken in one atomic step.
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import type { RedisConnection } from '../../redis/redis-connection.ts';
import { type Counted, type Rates, shareOf } from './rates.ts';
import { createMemoryTally, type Tally } from './tally.ts';

// Redis's own time is used, so that the clocks of replicas need not agree. The list of each count holds the times
// of the last requests in order; the n-th last one tells whether another fits, as in the log of a single process.
const takeScript = `
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local wait = redis.call('PTTL', KEYS[1])
if wait < 0 then wait = 0 end
local at = 1
local keep = {}
for k = 2, #KEYS do
  local most, span = 0, 0
  local rates = tonumber(ARGV[at])
  for r = 1, rates do
    local n, ms = tonumber(ARGV[at + 1]), tonumber(ARGV[at + 2])
    at = at + 2
    if n > most then most = n end
    if ms > span then span = ms end
    local blocking = redis.call('LINDEX', KEYS[k], -n)
    if blocking then
      local free = tonumber(blocking) + ms - now
      if free > ms then free = ms end
      if free > wait then wait = free end
    end
  end
  at = at + 1
  keep[k] = { most, span }
end
if wait > 0 then return wait end
for k = 2, #KEYS do
  redis.call('RPUSH', KEYS[k], string.format('%.0f', now))
  redis.call('LTRIM', KEYS[k], -keep[k][1], -1)
  redis.call('PEXPIRE', KEYS[k], keep[k][2])
end
return 0
`;

const pauseScript = `
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 0
`;

/** What a shared tally is made of. */
export interface SharedTallyOptions {
  readonly connection: RedisConnection;
  /** Names what is counted in Redis without telling it; asked anew each time, since a renewed token is another. */
  readonly key: () => string;
  readonly rates: Rates;
  readonly clock: Clock;
  readonly log: Pick<Log, 'info' | 'warn'>;
  /** The part of the rates that this replica uses while Redis is away. Default one half. */
  readonly share?: number;
  /** How much longer than DigitalOcean's each span is, in milliseconds. Default 1,000. */
  readonly slackMs?: number;
  /** Told when sharing is lost (true) and when it is back (false); for a gauge. */
  readonly degraded?: (isDegraded: boolean) => void;
}

// How long Redis is left alone after it failed, so that its absence costs a call nothing.
const retryEveryMs = 1000;

/**
 * Counts in Redis. When Redis is lost, this replica goes on in memory with its share of the rates and a warning;
 * no call fails for it, and sharing resumes by itself. What was sent meanwhile is not added to the shared count
 * afterwards: DigitalOcean's own headers correct it.
 */
export const createSharedTally = (options: SharedTallyOptions): Tally => {
  const { connection, rates, clock, log, share = 0.5, slackMs = 1000 } = options;
  // The braces keep one token's keys on one node of a cluster.
  const keyOf = (name: string): string => `do-mcp:{${options.key()}}:${name}`;
  let alone: Tally | undefined;
  let tryAgainAt = 0;

  const valuesOf = (counted: readonly Counted[]): readonly string[] =>
    counted.flatMap((name) => [
      String(rates[name].length),
      ...rates[name].flatMap(({ most, withinMs }) => [String(most), String(withinMs + slackMs)]),
    ]);

  const lost = (error: unknown): Tally => {
    tryAgainAt = clock.now() + retryEveryMs;
    if (alone) return alone;
    alone = createMemoryTally(clock, shareOf(rates, share), slackMs);
    const reason = error instanceof Error ? error.message : String(error);
    log.warn(
      { reason, share },
      'Redis is lost: this replica keeps the request limits by itself, with a cautious share, until it is back',
    );
    options.degraded?.(true);
    return alone;
  };

  const found = (): void => {
    if (!alone) return;
    alone = undefined;
    log.info({}, 'Redis is back: the request limits are shared between replicas again');
    options.degraded?.(false);
  };

  const takeShared = async (counted: readonly Counted[]): Promise<number> => {
    try {
      const keys = [keyOf('pause'), ...counted.map(keyOf)];
      const wait = Number(await connection.run(takeScript, keys, valuesOf(counted)));
      found();
      return wait;
    } catch (error) {
      return lost(error).take(counted);
    }
  };

  return {
    rates,
    take: (counted) =>
      alone && clock.now() < tryAgainAt ? alone.take(counted) : takeShared(counted),
    pause: (milliseconds) => {
      alone?.pause(milliseconds);
      const values = [String(Math.max(1, Math.ceil(milliseconds)))];
      connection.run(pauseScript, [keyOf('pause')], values).catch(lost);
    },
  };
};
