// Two replicas that share Redis: what they make together never costs more than the policy allows, also where Redis is lost.
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { codeOf } from '../policy/served.ts';
import { count, create, free, serveTwo, sooner, volume } from './two-replicas.ts';

describe.skipIf(redisBinary === undefined)('two replicas that share Redis', () => {
  it('let 200 creates at once make exactly as much as the budget allows', async () => {
    const { one, other } = await serveTwo({ ci: { ...free, max_monthly_usd: 12 } });
    const codes = await Promise.all(
      Array.from({ length: 200 }, (_, index) => create(index % 2 ? one : other)),
    );
    expect(count(codes, 'ok')).toBe(12);
    expect(count(codes, 'over_budget')).toBe(188);
    const inventory = await one('ci', 'account_inventory', { kinds: ['volume'] });
    expect(inventory).toMatchObject({ budget: { held_monthly_usd: 12, left_monthly_usd: 0 } });
  });

  it('refuse what bills while Redis is away, do everything else, and pass no limit when it comes back empty', async () => {
    const { redis, one, other } = await serveTwo({ ci: { ...free, max_monthly_usd: 12 } });
    for (let round = 0; round < 3; round += 1) {
      expect(await create(one)).toBe('ok');
      expect(await create(other)).toBe('ok');
    }
    const kept = await one('ci', 'volumes_create', volume(10));
    const during = Promise.all(
      Array.from({ length: 100 }, (_, index) => create(index % 2 ? one : other)),
    );
    await redis.kill();
    const codes = await during;
    expect(
      codes.filter((code) => !['ok', 'budget_unreachable', 'over_budget'].includes(code)),
    ).toEqual([]);
    expect(await create(one)).toBe('budget_unreachable');
    expect(codeOf(await one('ci', 'volumes_list'))).toBe('ok');
    expect(codeOf(await one('ci', 'tags_create', { name: 'free' }))).toBe('ok');
    expect(codeOf(await one('ci', 'volumes_delete', { volume_id: kept['id'] }))).toBe('ok');
    const again = await startRedis(redis.port);
    onTestFinished(() => again.kill());
    const after = await sooner(async () => {
      const tries = [await create(one), await create(other)];
      return tries.includes('budget_unreachable') ? undefined : tries;
    });
    const rest = await Promise.all(
      Array.from({ length: 40 }, (_, index) => create(index % 2 ? one : other)),
    );
    const all = [...Array<string>(7).fill('ok'), ...codes, ...after, ...rest];
    // One was deleted meanwhile; those whose reservation was lost with Redis count as made.
    expect(count(all, 'ok')).toBeLessThanOrEqual(13);
    expect(count(rest, 'budget_unreachable')).toBe(0);
    expect(await create(one)).toBe('over_budget');
  });
});
