// Where requests are counted before they are sent: in this process, or shared with other replicas.
import type { Clock } from '../../ports.ts';
import type { Counted, Rates } from './rates.ts';
import { createSlidingLog } from './sliding-log.ts';

/** Counts requests. */
export interface Tally {
  /** Counts one request and gives 0, or counts nothing and gives the milliseconds until it is worth asking again. */
  take(counted: readonly Counted[]): number | Promise<number>;
  /** Lets nobody through for so many milliseconds, because DigitalOcean said so. */
  pause(milliseconds: number): void;
  readonly rates: Rates;
}

/** A tally of this process alone. */
export const createMemoryTally = (
  clock: Pick<Clock, 'now'>,
  rates: Rates,
  slackMs = 1000,
): Tally => {
  const logs = {
    token: createSlidingLog(rates.token, slackMs),
    ssh_key_lists: createSlidingLog(rates.ssh_key_lists, slackMs),
    cdn: createSlidingLog(rates.cdn, slackMs),
  };
  let pausedUntil = Number.NEGATIVE_INFINITY;
  return {
    rates,
    take: (counted) => {
      const now = clock.now();
      const wait = counted.reduce(
        (longest, name) => Math.max(longest, logs[name].waitMs(now)),
        Math.max(0, pausedUntil - now),
      );
      if (wait > 0) return wait;
      for (const name of counted) logs[name].add(now);
      return 0;
    },
    pause: (milliseconds) => {
      pausedUntil = Math.max(pausedUntil, clock.now() + milliseconds);
    },
  };
};
