// Two replicas that share Redis: what they make together never costs more than the policy allows.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { redisBinary, startRedis } from '../client/redis-server.ts';
import { messageText } from '../http/event-text.ts';
import { callLegacy } from '../http/open-server.ts';
import { serveSimulated } from '../http/serve-simulated.ts';
import { temporaryFolder } from '../http/temporary-folder.ts';
import { codeOf, type Entry, fileOf, keyOf, type Told } from '../policy/served.ts';

const free: Entry = { rules: [{ decision: 'allow' }] };

const serve = async (redisUrl: string, policy: string) => {
  const { port } = await serveSimulated({ auth: 'agents', policy, redisUrl }, { TEAM: 'sandbox' });
  return async (
    agent: string,
    tool: string,
    given: Record<string, unknown> = {},
  ): Promise<Told> => {
    const headers = { authorization: `Bearer ${keyOf(agent)}` };
    const reply = await callLegacy({ port, tool, arguments: given, headers });
    return JSON.parse(JSON.parse(messageText(reply.text)).result.content[0].text);
  };
};

/** Two replicas with one file of agents and one Redis. */
const serveTwo = async (agents: Readonly<Record<string, Entry>>, top: Entry = {}) => {
  const redis = await startRedis();
  onTestFinished(() => redis.kill());
  const policy = join(temporaryFolder(), 'policy.json');
  writeFileSync(policy, JSON.stringify({ ...JSON.parse(fileOf(agents)), ...top }));
  const [one, other] = await Promise.all([serve(redis.url, policy), serve(redis.url, policy)]);
  return { redis, one, other };
};

let made = 0;
const volume = (gigabytes: number) => {
  made += 1;
  return { name: `v-${made}`, region: 'fra1', size_gigabytes: gigabytes };
};

const create = (call: Awaited<ReturnType<typeof serve>>, agent = 'ci', gigabytes = 10) =>
  call(agent, 'volumes_create', volume(gigabytes)).then(codeOf);

const count = (codes: readonly string[], code: string): number =>
  codes.filter((one) => one === code).length;

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

/** Tries until it is there; Redis's client comes back by itself after a while. */
const sooner = async <Result>(look: () => Promise<Result | undefined>): Promise<Result> => {
  for (;;) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
};
