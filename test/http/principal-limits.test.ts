// Principals share the server: bounded each, in turns, and nobody waits for ever.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoarseTimer } from '../../src/http/sharing/coarse-timer.ts';
import type { Place } from '../../src/http/sharing/place.ts';
import {
  type CallBounds,
  type NoPlace,
  PrincipalLimits,
} from '../../src/http/sharing/principal-limits.ts';
import { createManualClock } from '../manual-clock.ts';
import { realClock } from './real-clock.ts';

const bounds: CallBounds = { runningEach: 2, waitingEach: 3, runningAll: 4, longestWait: 1_000 };
const staying = new AbortController().signal;

const placeNow = (taken: Place | Promise<Place | NoPlace>): Place => {
  if (taken instanceof Promise) throw new Error('had to wait');
  return taken;
};

describe('places for calls', () => {
  it('are given at once up to the bound of a principal, then in order of arrival', async () => {
    const limits = new PrincipalLimits(bounds, createCoarseTimer(realClock));
    const [a, b] = [placeNow(limits.take('x', 1, staying)), placeNow(limits.take('x', 1, staying))];
    const order: string[] = [];
    const third = Promise.resolve(limits.take('x', 1, staying)).then(() => order.push('third'));
    const fourth = Promise.resolve(limits.take('x', 1, staying)).then(() => order.push('fourth'));
    expect(limits.running).toBe(2);
    expect(limits.waiting).toBe(2);
    a.release();
    await third;
    b.release();
    await fourth;
    expect(order).toEqual(['third', 'fourth']);
  });

  it('are refused when too many of the same principal wait, and another is not touched by it', async () => {
    const limits = new PrincipalLimits(bounds, createCoarseTimer(realClock));
    for (let call = 0; call < 5; call++) void limits.take('loud', 1, staying);
    expect(await limits.take('loud', 1, staying)).toBe('queue_full');
    placeNow(limits.take('quiet', 1, staying));
  });

  it('go round between principals when the server is full', async () => {
    const limits = new PrincipalLimits(
      { ...bounds, runningEach: 4, waitingEach: 9 },
      createCoarseTimer(realClock),
    );
    const places = [1, 2, 3, 4].map(() => placeNow(limits.take('loud', 1, staying)));
    const order: string[] = [];
    const wait = async (who: string): Promise<void> => {
      const place = await limits.take(who, 1, staying);
      order.push(who);
      if (typeof place !== 'string') places.push(place);
    };
    const all = [wait('loud'), wait('loud'), wait('loud'), wait('quiet'), wait('other')];
    for (let turn = 0; turn < all.length; turn++) {
      places.shift()?.release();
      await new Promise((resolve) => setImmediate(resolve));
    }
    await Promise.all(all);
    expect(order.slice(0, 3).toSorted()).toEqual(['loud', 'other', 'quiet']);
  });

  it('are given up after the longest wait', async () => {
    const clock = createManualClock();
    const limits = new PrincipalLimits(bounds, createCoarseTimer(clock, 100));
    const place = placeNow(limits.take('x', 2, staying));
    const waiting = limits.take('x', 1, staying);
    await clock.advance(1_000);
    expect(await waiting).toBe('waited_too_long');
    place.release();
    expect(limits).toMatchObject({ running: 0, waiting: 0 });
  });

  it('are not kept for whoever has gone away', async () => {
    const limits = new PrincipalLimits(bounds, createCoarseTimer(realClock));
    const place = placeNow(limits.take('x', 2, staying));
    const client = new AbortController();
    const waiting = limits.take('x', 1, client.signal);
    client.abort();
    expect(await waiting).toBe('gone');
    place.release();
    expect(limits).toMatchObject({ running: 0, waiting: 0 });
  });

  it('are refused to all who wait when the server closes', async () => {
    const limits = new PrincipalLimits(bounds, createCoarseTimer(realClock));
    const place = placeNow(limits.take('x', 2, staying));
    const waiting = limits.take('x', 1, staying);
    limits.close();
    expect(await waiting).toBe('closing');
    expect(await limits.take('x', 1, staying)).toBe('closing');
    place.release();
    expect(limits.running).toBe(0);
  });

  it('are given to a batch heavier than the bound when it can run alone', async () => {
    const limits = new PrincipalLimits(bounds, createCoarseTimer(realClock));
    const heavy = placeNow(limits.take('x', 9, staying));
    const next = limits.take('x', 1, staying);
    heavy.release();
    expect(typeof (await next)).toBe('object');
  });

  it('are never more than the bounds and all come back, in whatever order calls come and end', async () => {
    const action = fc.record({
      who: fc.constantFrom('a', 'b', 'c'),
      weight: fc.integer({ min: 1, max: 2 }),
      ends: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(action, { maxLength: 60 }), async (actions) => {
        const limits = new PrincipalLimits(bounds, createCoarseTimer(realClock));
        const held: Place[] = [];
        const coming: Promise<void>[] = [];
        const client = new AbortController();
        for (const { who, weight, ends } of actions) {
          const taken = limits.take(who, weight, client.signal);
          if (taken instanceof Promise)
            coming.push(
              taken.then((place) => void (typeof place === 'string' || held.push(place))),
            );
          else held.push(taken);
          if (ends) held.shift()?.release();
          await Promise.resolve();
          expect(limits.running).toBeLessThanOrEqual(bounds.runningAll);
        }
        while (held.length > 0) {
          held.shift()?.release();
          await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(coming);
        for (const place of held) place.release();
        expect(limits).toMatchObject({ running: 0, waiting: 0 });
      }),
      { numRuns: 60 },
    );
  });
});
