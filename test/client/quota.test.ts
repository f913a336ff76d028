// The request limits as we keep them: before DigitalOcean has to refuse, fairly, and with the seconds when it is too long.
import { afterEach, describe, expect, it } from 'vitest';
import type { ClientLimits } from '../../src/client/limits.ts';
import { createOpenQuota, createQuota, type Quota } from '../../src/client/quota/quota.ts';
import { ratesOf, tokenRates } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import type { Transport } from '../../src/client/wire/transport.ts';
import type { Clock } from '../../src/ports.ts';
import { type Arrived, type Fault, startFaultServer } from './fault-server.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { callOf, calm, createKit, entries, entry, failureOf, type Kit } from './kit.ts';
import { createLimitingServer, type LimitingServer } from './limiting-server.ts';

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A transport in this process for a fault server's script, for runs of thousands of calls. */
const inProcess = (script: (arrived: Arrived) => Fault): Transport => {
  let number = 0;
  return {
    exchange: async ({ method, url, headers, body }) => {
      number += 1;
      const fault = script({
        method,
        path: url.pathname,
        query: url.searchParams,
        headers,
        body: body ?? '',
        connection: 1,
        number,
      });
      if (fault.do !== 'answer') throw new Error('only answers here');
      return { status: fault.status, headers: fault.headers, body: fault.body };
    },
    close: async () => undefined,
  };
};

interface Ground extends Kit {
  readonly server: LimitingServer;
  readonly quota: Quota;
}

const onLimits = async (
  own: {
    readonly limits?: Partial<ClientLimits>;
    readonly sockets?: boolean;
    readonly longestQueue?: number;
    readonly server?: readonly [
      perHour: number,
      perMinute: number,
      narrow?: Parameters<typeof createLimitingServer>[3],
    ];
  } = {},
): Promise<Ground> => {
  let clock: Clock | undefined;
  const now = (): Clock => {
    if (!clock) throw new Error('the clock is not there yet');
    return clock;
  };
  const server = createLimitingServer(now, own.server?.[0], own.server?.[1], own.server?.[2]);
  const lazy: Clock = {
    now: () => now().now(),
    sleep: (milliseconds, signal) => now().sleep(milliseconds, signal),
  };
  const quota = createQuota({
    tally: createMemoryTally(lazy, ratesOf()),
    clock: lazy,
    ...(own.longestQueue !== undefined && { longestQueue: own.longestQueue }),
  });
  const real = own.sockets ? await startFaultServer(server.script) : undefined;
  if (real) opened.push(real.close);
  const kit = createKit(real ?? { transport: inProcess(server.script) }, {
    quota,
    ...(own.limits && { limits: own.limits }),
  });
  clock = kit.clock;
  opened.push(kit.close);
  return { ...kit, server, quota };
};

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

  it('hears from the headers that others use the token too, and stops in time', async () => {
    const fresh = await onLimits({ server: [5000, 10_000] });
    fresh.server.othersSend(4995);
    await fresh.api.send(get, calm);
    expect(fresh.quota.gauge.left).toBe(4);
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, () => fresh.api.send(get, calm)),
    );
    const failures = results.flatMap((result) =>
      result.status === 'rejected' ? [result.reason] : [],
    );
    expect(failures).toHaveLength(6);
    for (const failure of failures)
      expect(failure).toMatchObject({ code: 'quota_exhausted', retryAfterSeconds: 3600 });
    expect(fresh.server.refusals).toBe(0);
  });

  it('goes on with one call when the hour has moved on, and believes what it then hears', async () => {
    const { api, server, clock } = await onLimits({ server: [5000, 10_000] });
    server.othersSend(5000);
    expect(await failureOf(api.send(get, calm))).toMatchObject({
      code: 'wait_too_long',
      retryAfterSeconds: 3600,
    });
    expect(await failureOf(api.send(get, calm))).toMatchObject({
      code: 'quota_exhausted',
      retryAfterSeconds: 3600,
    });
    await clock.sleep(3_601_000);
    await Promise.all(Array.from({ length: 20 }, () => api.send(get, calm)));
    expect(server.answers).toBe(20);
  });

  it('a burst that DigitalOcean refuses holds everybody back, although its remaining count reads 0', async () => {
    const clock = createJumpingClock(() => 0);
    const quota = createQuota({ tally: createMemoryTally(clock, ratesOf(), 0), clock });
    const ticket = await quota.take({ patienceMs: 0, signal: calm.signal });
    quota.heard(ticket, 429, {
      'retry-after': '7',
      'ratelimit-remaining': '0',
      'ratelimit-reset': '1900000000',
    });
    await expect(quota.take({ patienceMs: 6000, signal: calm.signal })).rejects.toMatchObject({
      retryAfterSeconds: 7,
    });
    const begun = clock.now();
    await quota.take({ patienceMs: 8000, signal: calm.signal });
    expect(clock.now() - begun).toBe(7000);
  });

  it('ignores headers that make no sense', async () => {
    const clock = createJumpingClock(() => 0);
    const quota = createQuota({ tally: createMemoryTally(clock, ratesOf(), 0), clock });
    for (const remaining of ['-1', 'none', '', '1e9', 'NaN']) {
      const ticket = await quota.take({ patienceMs: 0, signal: calm.signal });
      quota.heard(ticket, 200, { 'ratelimit-remaining': remaining, 'ratelimit-reset': 'never' });
      expect(quota.gauge.left).toBeNull();
    }
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
