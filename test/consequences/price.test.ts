// What calls cost a month: priced from what the API tells, or said to be not priced.
import { describe, expect, it } from 'vitest';
import { loadBills } from '../../scope-map/bills.ts';
import { isOperationId } from '../../scope-map/operation-id.ts';
import type { Looked, Looking } from '../../src/consequences/look.ts';
import { priceOf } from '../../src/consequences/price/price-of.ts';
import type { Price } from '../../src/consequences/price.ts';
import { consequenceOf } from '../../src/guard/effect.ts';
import { tools } from '../agent.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';

const costs = (cost: string | undefined): boolean => cost === 'starts' || cost === 'raises';

const billing = catalogue.filter(
  ({ cost, conditions = [] }) => costs(cost) || conditions.some((one) => costs(one.cost)),
);

const size = (slug: string, price_monthly: number) => ({ slug, price_monthly });

const replies: Readonly<Record<string, unknown>> = {
  sizes_list: { sizes: [size('s-1', 6), size('s-2', 24), size('c-1', 10.4)] },
  droplets_get: { droplet: { size_slug: 'old', size: { price_monthly: 5 } } },
  kubernetes_get_nodePool: {
    node_pool: { size: 's-2', count: 2, auto_scale: false, min_nodes: 0, max_nodes: 0 },
  },
  autoscalepools_get: {
    autoscale_pool: {
      config: { min_instances: 1, max_instances: 2 },
      droplet_template: { size: 's-1', region: 'nyc3' },
    },
  },
  registries_get_options: {
    options: {
      subscription_tiers: [
        { slug: 'basic', monthly_price_in_cents: 500 },
        { slug: 'professional', monthly_price_in_cents: 2000 },
      ],
    },
  },
  registries_get_subscription: {
    subscription: { tier: { slug: 'basic', monthly_price_in_cents: 500 } },
  },
  addons_get_app: {
    apps: [
      { app_slug: 'other', plans: [{ slug: 'small', price_per_month: 99 }] },
      { app_slug: 'mail', plans: [{ slug: 'small', price_per_month: '12.50' }] },
    ],
  },
  dedicatedInferences_list_sizes: {
    sizes: [
      { gpu_slug: 'gpu-1', region: 'tor1', price_per_hour: '9' },
      { gpu_slug: 'gpu-1', region: 'nyc2', price_per_hour: '2' },
    ],
  },
  apps_get: { app: { id: 'a', spec: { name: 'old' } } },
};

/** Sees what is above; of an app, a name of so many letters costs so many dollars. */
const looking = (
  seen: (operation: string) => Looked | undefined = () => undefined,
): Looking & { readonly asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    get sent() {
      return asked.length;
    },
    look: async (operation, given) => {
      asked.push(operation);
      const other = seen(operation);
      if (other) return other;
      const spec = given['spec'] as { name: string } | undefined;
      const body = spec ? { app_cost: spec.name.length } : replies[operation];
      return body === undefined
        ? { kind: 'barred', reason: 'nobody may read it' }
        : { kind: 'seen', body, isWhole: true };
    },
  };
};

const price = (
  id: string,
  given: Readonly<Record<string, unknown>>,
  look: Looking = looking(),
): Promise<Price> => {
  const tool = tools.find(({ endpoint }) => endpoint.id === id);
  if (!tool) throw new Error(`no tool for ${id}`);
  return priceOf({ tool, given, decision: consequenceOf(tool, given) }, look);
};

describe('every operation that bills', () => {
  it.each(billing.map(({ id, area }) => [id, area] as const))(
    '%s is priced or said not to be',
    async (id, area) => {
      expect((await loadBills(area))[id]).toBeDefined();
    },
  );

  it('has a charge for each of the conditions under which it bills', async () => {
    for (const { id, area, cost, conditions = [] } of billing) {
      const charges = (await loadBills(area))[id] ?? [];
      const always = charges.some(({ when }) => when === undefined);
      if (costs(cost)) expect(always, id).toBe(true);
      for (const { when, cost: added } of conditions) {
        if (!costs(added) || always) continue;
        const covered = charges.flatMap((charge) =>
          charge.when?.argument === when.argument ? (charge.when.is ?? [undefined]) : [],
        );
        if (when.absent) expect(covered.length, id).toBeGreaterThan(0);
        else for (const value of when.is ?? [undefined]) expect(covered, id).toContain(value);
      }
    }
  });

  it('is the only kind that has a bill', async () => {
    for (const area of new Set(catalogue.map((one) => one.area)))
      for (const id of Object.keys(await loadBills(area))) {
        expect(isOperationId(id), id).toBe(true);
        expect(
          billing.map((one) => one.id),
          id,
        ).toContain(id);
      }
  });
});

describe('a price', () => {
  it('is nothing for what costs nothing, and costs no request', async () => {
    const look = looking();
    expect(await price('firewalls_create', { name: 'f' }, look)).toEqual({
      monthlyUsd: 0,
      notPriced: [],
      of: [],
    });
    expect(look.sent).toBe(0);
  });

  it('counts every Droplet of one call', async () => {
    expect(await price('droplets_create', { size: 's-2', names: ['a', 'b', 'c'] })).toEqual({
      monthlyUsd: 72,
      notPriced: [],
      of: ['3 × s-2 at $24'],
    });
  });

  it('has backups in it, by how often they are made', async () => {
    const { monthlyUsd, notPriced } = await price('droplets_create', {
      size: 's-1',
      backups: true,
    });
    expect(monthlyUsd).toBe(7.2);
    expect(notPriced).toEqual([]);
    const daily = { size: 's-1', backups: true, backup_policy: { plan: 'daily' } };
    expect((await price('droplets_create', daily)).monthlyUsd).toBe(7.8);
    const unheard = { size: 's-1', backups: true, backup_policy: { plan: 'hourly' } };
    const half = await price('droplets_create', unheard);
    expect(half).toMatchObject({ monthlyUsd: 6, notPriced: [expect.stringContaining('hourly')] });
  });

  it('of a resize is the difference, less than nothing where it gets cheaper', async () => {
    expect(
      await price('dropletActions_post', { droplet_id: 1, type: 'resize', size: 's-2' }),
    ).toEqual({
      monthlyUsd: 19,
      notPriced: [],
      of: ['s-2 at $24 instead of old at $5'],
    });
    const cheaper = await price('registries_update_subscription', { tier_slug: 'basic' });
    expect(cheaper.monthlyUsd).toBe(0);
  });

  it('adds up the node pools of a cluster, at the most that they may grow to', async () => {
    const { monthlyUsd, notPriced, of } = await price('kubernetes_create_cluster', {
      ha: false,
      node_pools: [
        { name: 'a', size: 's-1', count: 2 },
        { name: 'b', size: 'c-1', count: 1, auto_scale: true, min_nodes: 1, max_nodes: 5 },
      ],
    });
    expect(monthlyUsd).toBe(64);
    expect(notPriced).toEqual([]);
    expect(of).toEqual(['2 × s-1 at $6', 'up to 5 × c-1 at $10.40']);
  });

  it.each([
    [{}, 46],
    [{ ha: true }, 46],
    [{ ha: false }, 6],
  ])('of a cluster has the control plane in it with %j', async (more, usd) => {
    const { monthlyUsd, notPriced } = await price('kubernetes_create_cluster', {
      ...more,
      node_pools: [{ name: 'a', size: 's-1', count: 1 }],
    });
    expect(notPriced).toEqual([]);
    expect(monthlyUsd).toBe(usd);
  });

  it('of a changed pool takes from what is there what the call does not say', async () => {
    const change = (given: object) =>
      price('kubernetes_update_nodePool', { cluster_id: 'c', node_pool_id: 'p', ...given });
    expect((await change({ count: 3 })).monthlyUsd).toBe(24);
    expect((await change({ auto_scale: true, max_nodes: 10 })).monthlyUsd).toBe(192);
    const pool = await price('autoscalepools_update', {
      autoscale_pool_id: 'p',
      name: 'p',
      config: { max_instances: 4 },
      droplet_template: { size: 's-2' },
    });
    expect(pool.monthlyUsd).toBe(84);
    expect(pool.of).toEqual(['up to 4 × s-2 at $24 instead of up to 2 × s-1 at $6']);
  });

  it('is read in cents, in texts and an hour too', async () => {
    expect(
      (await price('registries_create', { name: 'r', subscription_tier_slug: 'professional' }))
        .monthlyUsd,
    ).toBe(20);
    expect(
      (await price('registries_update_subscription', { tier_slug: 'professional' })).monthlyUsd,
    ).toBe(15);
    expect(
      (await price('addons_create', { app_slug: 'mail', plan_slug: 'small' })).monthlyUsd,
    ).toBe(12.5);
    const spec = {
      region: 'nyc2',
      model_deployments: [
        { accelerators: [{ accelerator_slug: 'gpu-1', type: 'prefill', scale: 2 }] },
      ],
    };
    expect((await price('dedicatedInferences_create', { spec })).monthlyUsd).toBe(2920);
  });

  it('of an app is the one that DigitalOcean works out', async () => {
    expect((await price('apps_create', { spec: { name: 'four' } })).monthlyUsd).toBe(4);
    expect((await price('apps_update', { id: 'a', spec: { name: 'longer' } })).monthlyUsd).toBe(3);
  });

  it.each([
    ['that no list has', 's-99', undefined],
    ['of a list that nobody may read', 's-1', { kind: 'barred', reason: 'the token lacks it' }],
    ['of a list that was not read', 's-1', { kind: 'unread', reason: 'there was no time left' }],
    [
      'that is told as nonsense',
      's-1',
      { kind: 'seen', body: { sizes: [{ slug: 's-1', price_monthly: 'a lot' }] }, isWhole: true },
    ],
    [
      'that is less than nothing',
      's-1',
      { kind: 'seen', body: { sizes: [{ slug: 's-1', price_monthly: -1 }] }, isWhole: true },
    ],
    ['of an answer of another shape', 's-1', { kind: 'seen', body: 'gone fishing', isWhole: true }],
  ] as const)('%s is not priced', async (_, slug, seen) => {
    const { monthlyUsd, notPriced } = await price(
      'droplets_create',
      { size: slug, name: 'a' },
      looking(() => seen),
    );
    expect(monthlyUsd).toBeNull();
    expect(notPriced).toHaveLength(1);
  });

  it('of a difference is not guessed where the thing as it is cannot be read', async () => {
    const look = looking((operation) =>
      operation === 'droplets_get'
        ? { kind: 'barred', reason: 'the token lacks the scope droplet:read' }
        : undefined,
    );
    const { monthlyUsd, notPriced } = await price(
      'dropletActions_post',
      { droplet_id: 1, type: 'resize', size: 's-2' },
      look,
    );
    expect(monthlyUsd).toBeNull();
    expect(notPriced[0]).toContain('droplet:read');
  });
});
