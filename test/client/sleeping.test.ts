// What only sleeps holds no place: every nap of a call is handed to whoever keeps the places.
import { describe, expect, it } from 'vitest';
import { createQuota } from '../../src/client/quota/quota.ts';
import { ratesOf } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { callOf, calm, createKit, entries } from './kit.ts';

const counting = () => {
  let asleep = 0;
  let naps = 0;
  return {
    context: {
      ...calm,
      sleeping: async <T>(nap: () => Promise<T>): Promise<T> => {
        naps += 1;
        asleep += 1;
        try {
          return await nap();
        } finally {
          asleep -= 1;
        }
      },
    },
    asleep: () => asleep,
    naps: () => naps,
  };
};

const answering = (statuses: readonly number[], look: () => void = () => undefined) => {
  let at = 0;
  return {
    exchange: async () => {
      look();
      const status = statuses[Math.min(at, statuses.length - 1)] ?? 200;
      at += 1;
      return {
        status,
        headers: status === 429 ? { 'retry-after': '2' } : {},
        body: '{"droplet":{"id":1,"status":"active"}}',
      };
    },
    close: async () => undefined,
  };
};

describe('a call gives up its place', () => {
  it('while it waits between two attempts, and has it back when it sends', async () => {
    const { context, asleep, naps } = counting();
    const held: number[] = [];
    const transport = answering([429, 503, 200], () => held.push(asleep()));
    const { api } = createKit({ transport });
    await api.send(callOf(entries.get), context);
    expect(naps()).toBe(2);
    expect(held).toEqual([0, 0, 0]);
  });

  it('while it waits for quota', async () => {
    const { context, naps } = counting();
    const clock = createJumpingClock(() => 0);
    const rates = { ...ratesOf(), token: [{ most: 1, withinMs: 5_000 }] };
    const quota = createQuota({ tally: createMemoryTally(clock, rates), clock });
    const { api } = createKit({ transport: answering([200]) }, { quota, clock });
    await api.send(callOf(entries.get), context);
    expect(naps()).toBe(0);
    await api.send(callOf(entries.get), context);
    expect(naps()).toBe(1);
  });

  it('while it waits for work to end', async () => {
    const { context, naps } = counting();
    const { api } = createKit({ transport: answering([200]) });
    const reading = callOf({
      ...entries.get,
      watch: {
        poll: { operation: 'droplets_get', path: {} },
        state: 'droplet.status',
        done: ['active'],
        failed: [],
        usually: 20,
        what: 'Droplet',
      },
    });
    const first = {
      status: 200,
      headers: {},
      body: { droplet: { status: 'new' } },
      requestId: null,
    };
    expect((await api.watch(reading, first, 30, context)).ended).toBe('done');
    expect(naps()).toBe(1);
  });
});
