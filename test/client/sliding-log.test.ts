// The rolling count, held against a plain recount of all requests.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ratesOf, shareOf, tokenRates } from '../../src/client/quota/rates.ts';
import { createSlidingLog } from '../../src/client/quota/sliding-log.ts';

const rates = [
  { most: 12, withinMs: 1000 },
  { most: 5, withinMs: 100 },
];

const recount = (times: readonly number[], now: number): boolean =>
  rates.every(({ most, withinMs }) => times.filter((time) => time > now - withinMs).length < most);

describe('a sliding log', () => {
  it('lets a request through exactly when a recount says that it fits', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 400 }), (steps) => {
        const log = createSlidingLog(rates, 0);
        const times: number[] = [];
        let now = 1_000_000;
        for (const step of steps) {
          now += step;
          const wait = log.waitMs(now);
          if (wait > 0 === recount(times, now)) throw new Error(`disagrees at ${now}`);
          if (wait > 0) {
            // The wait is the shortest that is enough.
            if (!recount(times, now + wait) || recount(times, now + wait - 1))
              throw new Error(`waits ${wait} at ${now}`);
            continue;
          }
          log.add(now);
          times.push(now);
        }
      }),
    );
  });

  it('never lets more than the burst through at the edge of a minute, unlike a fixed window', () => {
    const log = createSlidingLog(tokenRates(), 0);
    const sent = (now: number): number => {
      let count = 0;
      while (log.waitMs(now) === 0) {
        log.add(now);
        count += 1;
      }
      return count;
    };
    expect([sent(59_000), sent(61_000), sent(118_999), sent(119_000)]).toEqual([250, 0, 0, 250]);
  });

  it('counts what was made within its first span', () => {
    const log = createSlidingLog([{ most: 5000, withinMs: 3_600_000 }], 0);
    for (let minute = 0; minute < 120; minute += 1) log.add(minute * 60_000);
    expect(log.count(120 * 60_000)).toBe(59);
  });

  it('does not block for ever when the clock was set back', () => {
    const log = createSlidingLog([{ most: 1, withinMs: 1000 }], 0);
    log.add(10_000_000);
    expect(log.waitMs(5_000)).toBe(1000);
  });

  it('stays small however many requests there are', () => {
    const log = createSlidingLog([{ most: 100, withinMs: 1 }], 0);
    for (let now = 0; now < 300_000; now += 1) log.add(now);
    expect(log.waitMs(300_000)).toBe(0);
    expect(log.count(300_000)).toBe(0);
  });
});

describe('a share of the rates', () => {
  it('is cautious and never nothing', () => {
    expect(shareOf(ratesOf(), 0.5)).toEqual({
      token: [
        { most: 2500, withinMs: 3_600_000 },
        { most: 125, withinMs: 60_000 },
      ],
      ssh_key_lists: [{ most: 5, withinMs: 60_000 }],
      cdn: [{ most: 2, withinMs: 10_000 }],
    });
    expect(shareOf(ratesOf(), 0).cdn).toEqual([{ most: 1, withinMs: 10_000 }]);
  });
});
