// The request limits as we keep them: before DigitalOcean has to refuse, fairly, and with the seconds when it is too long.
import { describe, expect, it } from 'vitest';
import { createOpenQuota, createQuota } from '../../src/client/quota/quota.ts';
import { ratesOf, tokenRates } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { callOf, calm, entries, entry } from './kit.ts';
import { onLimits } from './quota-ground.ts';

const patient = { waitMs: 3_600_000, callMs: 7_200_000 };
const get = callOf(entries.get);

describe('a thousand calls at once on one token, over real sockets, against a server that enforces the limits', () => {
  it('are all answered without a single 429 when the callers are patient', async () => {
    const { api, server, clock } = await onLimits({ sockets: true, limits: patient });
    const begun = clock.now();
    const replies = await Promise.all(Array.from({ length: 1000 }, () => api.send(get, calm)));
    expect(replies.every(({ status }) => status === 200)).toBe(true);
    expect([server.answers, server.refusals]).toEqual([1000, 0]);
    expect(clock.now() - begun).toBeGreaterThan(180_000);
    expect(clock.now() - begun).toBeLessThan(190_000);
  });

  it('are answered or refused with their seconds when they are not', async () => {
    const { api, server } = await onLimits({ sockets: true });
    const results = await Promise.allSettled(
      Array.from({ length: 1000 }, () => api.send(get, calm)),
    );
    const refused = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect([server.answers, server.refusals, refused.length]).toEqual([250, 0, 750]);
    for (const failure of refused)
      expect(failure).toMatchObject({ code: 'quota_exhausted', status: null });
    const seconds = refused.map((failure) => failure.retryAfterSeconds);
    // The first 250 of those refused fit a minute later, the next ones two minutes later, and so on.
    expect([Math.min(...seconds), Math.max(...seconds)]).toEqual([61, 181]);
  });
});

describe('the quota', () => {
  it('keeps the hour as well as the minute', async () => {
    const { api, server, clock } = await onLimits({
      limits: { ...patient, waitMs: 120_000 },
      longestQueue: 10_000,
    });
    const results = await Promise.allSettled(
      Array.from({ length: 20 }, async () => {
        for (let one = 0; one < 300; one += 1) await api.send(get, calm);
      }),
    );
    expect([server.answers, server.refusals]).toEqual([5000, 0]);
    const failures = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(failures).toHaveLength(20);
    const left = Math.max(...failures.map((failure) => failure.retryAfterSeconds));
    expect(left).toBeGreaterThan(2000);
    expect(clock.slept.every((milliseconds) => milliseconds <= 120_000)).toBe(true);
  });

  it('serves first come, first served', async () => {
    const clock = createJumpingClock(() => 0);
    const rates = { ...ratesOf(), token: [{ most: 2, withinMs: 1000 }] };
    const quota = createQuota({ tally: createMemoryTally(clock, rates, 0), clock });
    const order: number[] = [];
    await Promise.all(
      Array.from({ length: 9 }, async (_, at) => {
        await quota.take({ patienceMs: 60_000, signal: calm.signal });
        order.push(at);
      }),
    );
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('refuses at once when too many wait already', async () => {
    const { api, quota, server } = await onLimits({ limits: patient, longestQueue: 3 });
    const work = Array.from({ length: 260 }, () => api.send(get, calm));
    const results = await Promise.allSettled(work);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(7);
    expect(server.answers).toBe(253);
    expect(quota.gauge.waiting).toBe(0);
  });

  it('forgets a caller who leaves, and lets the others move up', async () => {
    const clock = createJumpingClock(() => 0);
    const rates = { ...ratesOf(), token: [{ most: 1, withinMs: 1000 }] };
    const quota = createQuota({ tally: createMemoryTally(clock, rates, 0), clock });
    const leaver = new AbortController();
    const begun = clock.now();
    await quota.take({ patienceMs: 60_000, signal: calm.signal });
    const leaving = Promise.resolve(quota.take({ patienceMs: 60_000, signal: leaver.signal }));
    const staying = Promise.resolve(quota.take({ patienceMs: 60_000, signal: calm.signal }));
    leaver.abort('gone');
    await expect(leaving).rejects.toBe('gone');
    await staying;
    expect(clock.now() - begun).toBe(1000);
    expect(clock.sleeping).toBe(0);
  });

  it('rests when the last caller has left', async () => {
    const clock = createJumpingClock(() => 1);
    const rates = { ...ratesOf(), token: [{ most: 1, withinMs: 1000 }] };
    const quota = createQuota({ tally: createMemoryTally(clock, rates, 0), clock });
    await quota.take({ patienceMs: 60_000, signal: calm.signal });
    const leaver = new AbortController();
    const leaving = Promise.resolve(quota.take({ patienceMs: 60_000, signal: leaver.signal }));
    while (clock.sleeping === 0) await new Promise((resolve) => setImmediate(resolve));
    leaver.abort('gone');
    await expect(leaving).rejects.toBe('gone');
    expect([clock.sleeping, quota.gauge.waiting]).toEqual([0, 0]);
  });

  it('a call that can go under its own limit is not held up by calls that cannot', async () => {
    const { api, server, clock } = await onLimits({
      limits: patient,
      server: [
        5000,
        250,
        {
          '/v2/cdn/endpoints': { most: 5, withinMs: 10_000 },
          '/v2/account/keys': { most: 10, withinMs: 60_000 },
        },
      ],
    });
    const cdn = entry({
      id: 'cdn_list_endpoints',
      method: 'GET',
      path: '/v2/cdn/endpoints',
      reply: { kind: 'object', key: 'droplet' },
      limit: 'cdn',
    });
    const keys = entry({
      id: 'sshKeys_list',
      method: 'GET',
      path: '/v2/account/keys',
      reply: { kind: 'object', key: 'droplet' },
      limit: 'ssh_key_lists',
    });
    const begun = clock.now();
    const ended: [string, number][] = [];
    const run = async (name: string, endpoint: typeof cdn): Promise<void> => {
      await api.send(callOf(endpoint), calm);
      ended.push([name, clock.now() - begun]);
    };
    await Promise.all([
      ...Array.from({ length: 12 }, () => run('cdn', cdn)),
      ...Array.from({ length: 12 }, () => run('keys', keys)),
      ...Array.from({ length: 12 }, () => run('other', entries.get)),
    ]);
    const last = (name: string): number =>
      Math.max(...ended.filter(([one]) => one === name).map(([, time]) => time));
    expect([last('other'), last('cdn'), last('keys')]).toEqual([0, 22_000, 61_000]);
    expect(server.refusals).toBe(0);
  });

  it('switched off counts nothing', async () => {
    const quota = createOpenQuota();
    for (let one = 0; one < 1000; one += 1)
      expect(await quota.take({ patienceMs: 0, signal: calm.signal })).toBe(0);
    expect(quota.gauge).toEqual({ left: null, waiting: 0 });
  });

  it('other figures can be given', async () => {
    const clock = createJumpingClock(() => 0);
    const quota = createQuota({
      tally: createMemoryTally(clock, ratesOf(tokenRates(100, 7)), 0),
      clock,
    });
    for (let one = 0; one < 7; one += 1) await quota.take({ patienceMs: 0, signal: calm.signal });
    await expect(quota.take({ patienceMs: 0, signal: calm.signal })).rejects.toMatchObject({
      retryAfterSeconds: 60,
    });
  });
});
