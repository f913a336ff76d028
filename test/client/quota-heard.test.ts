// What DigitalOcean's headers tell of the limits: believed where they make sense, and acted upon in time.
import { describe, expect, it } from 'vitest';
import { createQuota } from '../../src/client/quota/quota.ts';
import { ratesOf } from '../../src/client/quota/rates.ts';
import { createMemoryTally } from '../../src/client/quota/tally.ts';
import { createJumpingClock } from './jumping-clock.ts';
import { callOf, calm, entries, failureOf } from './kit.ts';
import { onLimits } from './quota-ground.ts';

const get = callOf(entries.get);

describe('the quota', () => {
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
});
