// Two replicas that share Redis: what one of them makes, the other counts.
import { describe, expect, it } from 'vitest';
import { redisBinary } from '../client/redis-server.ts';
import { count, create, free, serveTwo, volume } from './two-replicas.ts';

describe.skipIf(redisBinary === undefined)('two replicas that share Redis', () => {
  it('count an hour together, and all agents together', async () => {
    const { one, other } = await serveTwo(
      { ci: { ...free, max_creates_per_hour: 5 }, dev: { ...free } },
      { max_monthly_usd: 9 },
    );
    const ofOne = await Promise.all(
      Array.from({ length: 20 }, (_, index) => create(index % 2 ? one : other)),
    );
    expect(count(ofOne, 'ok')).toBe(5);
    expect(count(ofOne, 'too_many_creates')).toBe(15);
    const ofTwo = await Promise.all(
      Array.from({ length: 20 }, (_, index) => create(index % 2 ? one : other, 'dev')),
    );
    expect(count(ofTwo, 'ok')).toBe(4);
    expect(count(ofTwo, 'over_budget')).toBe(16);
  });

  it('give back at one what was made at the other', async () => {
    const { one, other } = await serveTwo({ ci: { ...free, max_monthly_usd: 1 } });
    const volumeMade = await one('ci', 'volumes_create', volume(10));
    expect(await create(other)).toBe('over_budget');
    await one('ci', 'volumes_delete', { volume_id: volumeMade['id'] });
    expect(await create(other)).toBe('ok');
    expect(await create(one)).toBe('over_budget');
  });
});

describe.skipIf(redisBinary === undefined)('a replica whose Redis hangs', () => {
  it('counts nothing for a call that it refused, although Redis may write it down later', async () => {
    const { redis, one, other } = await serveTwo({ ci: { ...free, max_monthly_usd: 3 } });
    expect(await create(one)).toBe('ok');
    redis.freeze();
    expect(await create(one)).toBe('budget_unreachable');
    expect(await create(other)).toBe('budget_unreachable');
    redis.thaw();
    // What hung is written down now, and taken back with the next call of the same replica.
    const codes = [await create(one), await create(other), await create(one)];
    expect(count(codes, 'ok')).toBe(2);
    expect(codes.at(-1)).toBe('over_budget');
  });
});
