// Failures are counted per address, within bounds, and forgiven in time.
import { describe, expect, it } from 'vitest';
import { createFailedAttempts } from '../../src/http/authentication/failed-attempts.ts';
import type { RedisConnection } from '../../src/redis/redis-connection.ts';

describe('failed attempts', () => {
  it('lets an address fail as often as it may, then tells how long to wait', async () => {
    const failures = createFailedAttempts({ most: 3, seconds: 60 });
    for (let attempt = 0; attempt < 3; attempt++)
      expect(await failures.record('203.0.113.7')).toBe(0);
    const wait = await failures.record('203.0.113.7');
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
    expect(await failures.blockedFor('203.0.113.7')).toBeGreaterThan(0);
    expect(await failures.blockedFor('203.0.113.8')).toBe(0);
    expect(await failures.record('203.0.113.8')).toBe(0);
  });

  it('keeps a bounded number of counters however many addresses fail', async () => {
    const counters = new Set<string>();
    const redis: RedisConnection = {
      run: async (_script, [key = '']) => {
        counters.add(key);
        return [1, 60_000];
      },
      close: async () => {},
    };
    const failures = createFailedAttempts({ redis });
    for (let one = 0; one < 40_000; one++) await failures.record(`198.51.${one >> 8}.${one & 255}`);
    expect(counters.size).toBeLessThanOrEqual(16_384);
    expect(counters.size).toBeGreaterThan(10_000);
  });

  it('goes on counting by itself while Redis is away', async () => {
    const redis: RedisConnection = {
      run: async () => {
        throw new Error('Redis cannot be reached');
      },
      close: async () => {},
    };
    const failures = createFailedAttempts({ redis, most: 1, seconds: 60 });
    expect(await failures.record('203.0.113.7')).toBe(0);
    expect(await failures.record('203.0.113.7')).toBeGreaterThan(0);
  });
});
