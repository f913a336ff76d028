// An exact rolling count: the times of the last requests, as many as the largest rate needs.
import type { Rate } from './rates.ts';

/** Remembers when requests were made and says when the next one fits. */
export interface SlidingLog {
  /** Milliseconds until another request fits every rate; 0 when it fits now. */
  waitMs(now: number): number;
  add(now: number): void;
  /** Milliseconds until the oldest request within the first rate's span leaves it; 0 when there is none. */
  oldestLeavesMs(now: number): number;
  /** Requests within the span of the first rate. */
  count(now: number): number;
}

/**
 * A log over several rates. A request fits a rate of n when the n-th last one has left the span, so the answer
 * takes one look per rate, however many requests there were.
 * @param slackMs how much longer than DigitalOcean's each span is, since requests do not all travel equally fast.
 */
export const createSlidingLog = (rates: readonly Rate[], slackMs: number): SlidingLog => {
  const largest = Math.max(...rates.map((rate) => rate.most));
  let times: number[] = [];
  let first = 0;

  const trim = (): void => {
    if (times.length - first > largest) first += 1;
    // Moving the rest down now and then keeps adding cheap and memory bounded.
    if (first > 1024 && first * 2 > times.length) {
      times = times.slice(first);
      first = 0;
    }
  };

  /** Where the requests begin that are younger than the first rate's span. */
  const beginOf = (now: number, withinMs: number): number => {
    const since = now - withinMs;
    let low = first;
    let high = times.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((times[middle] ?? now) <= since) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  return {
    oldestLeavesMs: (now) => {
      const [rate] = rates;
      const oldest = rate === undefined ? undefined : times[beginOf(now, rate.withinMs)];
      if (rate === undefined || oldest === undefined) return 0;
      return Math.max(1, Math.min(oldest + rate.withinMs - now, rate.withinMs));
    },
    waitMs: (now) =>
      rates.reduce((longest, { most, withinMs }) => {
        const blocking = times[times.length - most];
        if (times.length - first < most || blocking === undefined) return longest;
        const span = withinMs + slackMs;
        // A clock that was set back must not block for longer than the span itself.
        return Math.max(longest, Math.min(blocking + span - now, span));
      }, 0),
    add: (now) => {
      times.push(Math.max(now, times.at(-1) ?? now));
      trim();
    },
    count: (now) => {
      const [rate] = rates;
      if (rate === undefined) return 0;
      return times.length - beginOf(now, rate.withinMs);
    },
  };
};
