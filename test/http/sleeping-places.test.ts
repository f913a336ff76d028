// What only sleeps holds no place, and a place is there for whoever has none.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoarseTimer } from '../../src/http/sharing/coarse-timer.ts';
import type { Place } from '../../src/http/sharing/place.ts';
import {
  type CallBounds,
  PrincipalLimits,
  usualBounds,
} from '../../src/http/sharing/principal-limits.ts';
import { type Deferred, deferred } from './deferred.ts';
import { realClock } from './real-clock.ts';

const staying = new AbortController().signal;
const limitsOf = (bounds: Partial<CallBounds>): PrincipalLimits =>
  new PrincipalLimits({ ...usualBounds, ...bounds }, createCoarseTimer(realClock));
const settle = () => new Promise((resolve) => setImmediate(resolve));

const now = (limits: PrincipalLimits, who: string, weight = 1): Place => {
  const taken = limits.take(who, weight, staying);
  if (taken instanceof Promise) throw new Error(`${who} had to wait`);
  return taken;
};

const nap = (place: Place): { readonly end: Deferred; readonly over: Promise<void> } => {
  const end = deferred();
  return { end, over: place.sleeping(() => end.promise) };
};

describe('a call that only sleeps', () => {
  it('leaves its place to others, and gets it back before those who wait', async () => {
    const limits = limitsOf({ runningEach: 1 });
    const sleeper = now(limits, 'x');
    const { end, over } = nap(sleeper);
    const second = now(limits, 'x');
    expect(limits).toMatchObject({ running: 1, sleeping: 1 });
    const order: string[] = [];
    const third = Promise.resolve(limits.take('x', 1, staying)).then(() => order.push('third'));
    end.resolve();
    await settle();
    second.release();
    await over;
    order.push('sleeper');
    expect(order).toEqual(['sleeper']);
    sleeper.release();
    await third;
    expect(order).toEqual(['sleeper', 'third']);
  });

  it('takes nothing when its exchange is over before it wakes', async () => {
    const limits = limitsOf({ runningEach: 1 });
    const place = now(limits, 'x');
    const { end, over } = nap(place);
    place.release();
    end.resolve();
    await over;
    expect(limits).toMatchObject({ running: 0, sleeping: 0, waiting: 0 });
    now(limits, 'x');
  });

  it('gives back the place that it got too late', async () => {
    const limits = limitsOf({ runningEach: 1 });
    const place = now(limits, 'x');
    const { end, over } = nap(place);
    const other = now(limits, 'x');
    end.resolve();
    await settle();
    place.release();
    other.release();
    await over;
    expect(limits).toMatchObject({ running: 0, sleeping: 0, waiting: 0 });
  });

  it('goes on when what it slept for has failed', async () => {
    const limits = limitsOf({});
    const place = now(limits, 'x');
    await expect(place.sleeping(() => Promise.reject(new Error('woken roughly')))).rejects.toThrow(
      'woken roughly',
    );
    expect(limits).toMatchObject({ running: 1, sleeping: 0 });
  });

  it('keeps its place when its principal has as many sleepers as it may', () => {
    const limits = limitsOf({ sleepingEach: 2 });
    const places = [1, 2, 3].map(() => now(limits, 'x'));
    for (const place of places) void nap(place);
    expect(limits).toMatchObject({ running: 1, sleeping: 2 });
  });

  it('goes on when the server closes, and ends', async () => {
    const limits = limitsOf({ runningEach: 1 });
    const place = now(limits, 'x');
    const { end, over } = nap(place);
    now(limits, 'x');
    end.resolve();
    await settle();
    limits.close();
    await over;
    expect(limits.running).toBe(2);
  });

  it('of a batch lends out one place for each message that sleeps', async () => {
    const limits = limitsOf({});
    const place = now(limits, 'x', 3);
    const naps = [nap(place), nap(place)];
    expect(limits).toMatchObject({ running: 1, sleeping: 2 });
    for (const { end } of naps) end.resolve();
    await Promise.all(naps.map(({ over }) => over));
    expect(limits.running).toBe(3);
    place.release();
    expect(limits.running).toBe(0);
  });

  it('is never lost and never counted twice, in whatever order naps and calls end', async () => {
    const step = fc.record({
      who: fc.constantFrom('a', 'b'),
      does: fc.constantFrom('come', 'sleep', 'wake', 'leave'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
        const limits = limitsOf({ runningEach: 2, runningAll: 3, spare: 1, sleepingEach: 3 });
        const places: Place[] = [];
        const ends: Deferred[] = [];
        const all: Promise<unknown>[] = [];
        const client = new AbortController();
        for (const { who, does } of steps) {
          if (does === 'come') {
            const taken = limits.take(who, 1, client.signal);
            all.push(
              Promise.resolve(taken).then((place) => {
                if (typeof place !== 'string') places.push(place);
              }),
            );
          } else if (does === 'sleep') {
            const place = places[0];
            if (place) {
              const { end, over } = nap(place);
              ends.push(end);
              all.push(over);
            }
          } else if (does === 'wake') ends.shift()?.resolve();
          else places.shift()?.release();
          await settle();
          expect(limits.running).toBeLessThanOrEqual(3);
        }
        client.abort();
        for (const end of ends) end.resolve();
        for (let turn = 0; turn < 60; turn++) {
          for (const place of places.splice(0)) place.release();
          await settle();
        }
        await Promise.all(all);
        expect(limits).toMatchObject({ running: 0, sleeping: 0, waiting: 0 });
      }),
      { numRuns: 60 },
    );
  });
});

describe('principals that take all they may', () => {
  it('leave places for those that have none, at the usual bounds', () => {
    const limits = limitsOf({});
    for (let who = 0; who < 16; who++)
      for (let call = 0; call < usualBounds.runningEach; call++)
        void limits.take(`loud-${who}`, 1, staying);
    // The last two that came got one of the spare places each, and no more.
    expect(limits.running).toBe(usualBounds.runningAll - (usualBounds.spare ?? 0) + 2);
    for (let who = limits.running; who < usualBounds.runningAll; who++) now(limits, `quiet-${who}`);
    expect(limits.running).toBe(usualBounds.runningAll);
    expect(limits.take('late', 1, staying)).toBeInstanceOf(Promise);
  });

  it('leave all places when all that they do is sleep', () => {
    const limits = limitsOf({});
    for (let who = 0; who < 17; who++)
      for (let call = 0; call < usualBounds.runningEach; call++) void nap(now(limits, `w${who}`));
    expect(limits).toMatchObject({ running: 0, sleeping: 17 * usualBounds.runningEach });
    now(limits, 'newcomer');
  });
});
