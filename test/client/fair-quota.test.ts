// Two agents on one token: neither starves the other, with the product's own limits on a clock that is moved by hand.
import { describe, expect, it } from 'vitest';
import { createFairShare } from '../../src/client/quota/fair-share.ts';
import { createQuota } from '../../src/client/quota/quota.ts';
import { ratesOf } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import { createManualClock } from '../manual-clock.ts';

const sharing = (longestQueue = 1000) => {
  const clock = createManualClock();
  const rates = ratesOf();
  const quota = createQuota({
    tally: createMemoryTally(clock, rates),
    clock,
    share: createFairShare(rates.token, clock),
    longestQueue,
  });
  const granted: string[] = [];
  const refused: string[] = [];
  const wish = (principal: string, patienceMs = 20_000): void => {
    const own = new AbortController();
    Promise.resolve(quota.take({ principal, patienceMs, signal: own.signal })).then(
      () => granted.push(principal),
      () => refused.push(principal),
    );
  };
  return { clock, quota, wish, granted, refused };
};

const of = (list: readonly string[], principal: string): number =>
  list.filter((one) => one === principal).length;

describe('two agents on one token', () => {
  it('do not starve each other: what one has used up leaves the other a part at once', async () => {
    const { clock, wish, granted } = sharing();
    for (let at = 0; at < 400; at += 1) wish('greedy', 90_000);
    await clock.advance(0);
    expect(of(granted, 'greedy')).toBe(200);
    for (let at = 0; at < 40; at += 1) wish('quiet');
    await clock.advance(0);
    expect(of(granted, 'quiet')).toBe(40);
    // And a third is not shut out either.
    wish('third');
    await clock.advance(0);
    expect(of(granted, 'third')).toBe(1);
  });

  it('never pass the limit together, and the greedy one goes on when its minute is over', async () => {
    const { clock, wish, granted } = sharing();
    for (let at = 0; at < 300; at += 1) wish('greedy', 90_000);
    for (let at = 0; at < 100; at += 1) wish('quiet', 90_000);
    await clock.advance(0);
    expect(granted.length).toBeLessThanOrEqual(250);
    await clock.advance(62_000);
    expect(of(granted, 'greedy')).toBe(300);
    expect(of(granted, 'quiet')).toBe(100);
  });

  it('take turns while they wait', async () => {
    const { clock, wish, granted } = sharing();
    for (let at = 0; at < 260; at += 1) wish('greedy', 90_000);
    for (let at = 0; at < 60; at += 1) wish('quiet', 90_000);
    await clock.advance(0);
    const before = granted.length;
    for (let at = 0; at < 20; at += 1) wish('quiet', 90_000);
    await clock.advance(61_500);
    const next = granted.slice(before, before + 20);
    expect(of(next, 'quiet')).toBeGreaterThanOrEqual(8);
    expect(of(next, 'greedy')).toBeGreaterThanOrEqual(8);
  });

  it('cannot fill the queue: the other still gets into it', async () => {
    const { clock, wish, refused } = sharing(100);
    for (let at = 0; at < 500; at += 1) wish('greedy', 90_000);
    await clock.advance(0);
    expect(of(refused, 'greedy')).toBeGreaterThan(100);
    for (let at = 0; at < 10; at += 1) wish('quiet');
    await clock.advance(0);
    expect(of(refused, 'quiet')).toBe(0);
  });
});

describe('an agent alone on a token', () => {
  it('waits for its own oldest request, not for ever', async () => {
    const { clock, wish, granted } = sharing();
    for (let at = 0; at < 201; at += 1) wish('alone', 90_000);
    await clock.advance(59_000);
    expect(granted).toHaveLength(200);
    await clock.advance(2_500);
    expect(granted).toHaveLength(201);
  });
});

describe('a pause that DigitalOcean asked for', () => {
  it('is not cut by a later, shorter one, whichever order they come in', async () => {
    for (const order of [
      [30, 2],
      [2, 30],
    ]) {
      const { clock, quota, wish, granted } = sharing();
      for (const seconds of order) quota.heard(0, 429, { 'retry-after': String(seconds) });
      wish('a', 60_000);
      await clock.advance(29_000);
      expect(granted).toEqual([]);
      await clock.advance(1_500);
      expect(granted).toEqual(['a']);
      // Recovery: after it everything goes at once again.
      wish('a');
      await clock.advance(0);
      expect(granted).toHaveLength(2);
    }
  });
});
