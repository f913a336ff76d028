// Prices of a day: bills of twenty accounts written by hand from what DigitalOcean's pages told, and what pricing makes of them.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import { loadBills } from '../../scope-map/bills.ts';
import { datedPrices } from '../../scope-map/dated-prices.ts';
import type { Charge } from '../../scope-map/endpoint/bill.ts';
import type { Looking } from '../../src/consequences/look.ts';
import { priceOf } from '../../src/consequences/price/price-of.ts';
import type { Price } from '../../src/consequences/price.ts';
import { consequenceOf } from '../../src/guard/effect.ts';
import { tools } from '../agent.ts';

const replies: Readonly<Record<string, unknown>> = {
  sizes_list: {
    sizes: [
      { slug: 's-1vcpu-1gb', price_monthly: 6 },
      { slug: 's-2vcpu-4gb', price_monthly: 24 },
      { slug: 's-4vcpu-8gb', price_monthly: 48 },
    ],
  },
  droplets_get: { droplet: { size_slug: 's-2vcpu-4gb', disk: 80, size: { price_monthly: 24 } } },
  droplets_get_backup_policy: { policy: { backup_policy: { plan: 'weekly' } } },
  volumes_get: { volume: { size_gigabytes: 50 } },
  nfs_get: { share: { size_gib: 100 } },
  images_get: { image: { size_gigabytes: 2.5, min_disk_size: 25 } },
  loadBalancers_get: { load_balancer: { type: 'REGIONAL', size_unit: 1 } },
  vpcnatgateways_get: { vpc_nat_gateway: { size: 1 } },
  databases_get_cluster: { database: { engine: 'pg', size: 'db-s-1vcpu-1gb', num_nodes: 1 } },
};

const looking: Looking = {
  sent: 0,
  look: async (operation) => {
    const body = replies[operation];
    return body === undefined
      ? { kind: 'barred', reason: 'nobody may read it' }
      : { kind: 'seen', body, isWhole: true };
  },
};

type Call = readonly [operation: string, given: Readonly<Record<string, unknown>>];

const priceOfCall = ([id, given]: Call): Promise<Price> => {
  const tool = tools.find(({ endpoint }) => endpoint.id === id);
  if (!tool) throw new Error(`no tool for ${id}`);
  return priceOf({ tool, given, decision: consequenceOf(tool, given) }, looking);
};

const droplet = (more: Call[1] = {}): Call => ['droplets_create', { size: 's-1vcpu-1gb', ...more }];
const volume = (size_gigabytes: number): Call => ['volumes_create', { size_gigabytes }];
const balancer = (more: Call[1] = {}): Call => ['loadBalancers_create', more];
const cluster = (engine: string, size: string, num_nodes: number, more: Call[1] = {}): Call => [
  'databases_create_cluster',
  { engine, size, num_nodes, ...more },
];
const doOnDroplet = (type: string, more: Call[1] = {}): Call => [
  'dropletActions_post',
  { droplet_id: 1, type, ...more },
];
const pool = { node_pools: [{ name: 'a', size: 's-1vcpu-1gb', count: 2 }] };

/** By hand, in US dollars a month. */
const accounts: readonly (readonly [name: string, calls: readonly Call[], usd: number])[] = [
  ['a blog: a Droplet with weekly backups', [droplet({ backups: true })], 6 + 1.2],
  [
    'a shop: three Droplets behind a load balancer',
    [droplet({ names: ['a', 'b', 'c'] }), balancer()],
    18 + 12,
  ],
  ['an archive: 500 GiB beside a Droplet', [droplet(), volume(500)], 6 + 50],
  ['a small volume', [volume(10)], 1],
  [
    'a Droplet with daily backups',
    [droplet({ backups: true, backup_policy: { plan: 'daily' } })],
    6 + 1.8,
  ],
  ['a snapshot of a Droplet with 80 GiB', [doOnDroplet('snapshot', { name: 's' })], 4.8],
  [
    'a snapshot of a volume with 50 GiB',
    [['volumeSnapshots_create', { volume_id: 'v', name: 's' }]],
    3,
  ],
  ['an address for later', [['reservedIPs_create', { region: 'nyc3' }]], 5],
  ['an address with its Droplet', [['reservedIPs_create', { droplet_id: 1 }], droplet()], 6],
  ['an app with a database', [droplet(), cluster('pg', 'db-s-1vcpu-1gb', 1)], 6 + 15],
  ['a database with a standby', [cluster('mysql', 'db-s-1vcpu-2gb', 2)], 60],
  ['three nodes of MongoDB', [cluster('mongodb', 'db-s-1vcpu-1gb', 3)], 45],
  [
    'Kafka and OpenSearch',
    [cluster('kafka', 'db-s-2vcpu-2gb', 3), cluster('opensearch', 'db-s-1vcpu-2gb', 1)],
    147 + 19,
  ],
  [
    'a cluster that says nothing of its control plane',
    [['kubernetes_create_cluster', pool]],
    12 + 40,
  ],
  [
    'a cluster with a plain control plane and a network load balancer',
    [
      ['kubernetes_create_cluster', { ...pool, ha: false }],
      balancer({ type: 'REGIONAL_NETWORK', size_unit: 2 }),
    ],
    12 + 30,
  ],
  [
    'the world: a global load balancer, however large',
    [balancer({ type: 'GLOBAL', size_unit: 4 })],
    15,
  ],
  [
    'a closed network: a gateway and a connection',
    [
      ['vpcnatgateways_create', { size: 2 }],
      ['partnerAttachments_create', { connection_bandwidth_in_mbps: 1000 }],
    ],
    80 + 840,
  ],
  [
    'shared files with a snapshot',
    [
      ['nfs_create', { size_gib: 100 }],
      ['nfs_create_action', { nfs_id: 'n', type: 'snapshot', params: { name: 's' } }],
    ],
    30 + 6,
  ],
  ['a watched page', [['uptime_create_check', { name: 'u' }]], 1],
  [
    'growth: everything one size up',
    [
      doOnDroplet('resize', { size: 's-4vcpu-8gb' }),
      doOnDroplet('change_backup_policy', { backup_policy: { plan: 'daily' } }),
      ['volumeActions_post_byId', { volume_id: 'v', type: 'resize', size_gigabytes: 80 }],
      ['loadBalancers_update', { lb_id: 'l', size_unit: 3 }],
      ['vpcnatgateways_update', { id: 'g', size: 2 }],
      ['nfs_create_action', { nfs_id: 'n', type: 'resize', params: { size_gib: 150 } }],
      [
        'databases_update_clusterSize',
        { database_cluster_uuid: 'c', size: 'db-s-1vcpu-2gb', num_nodes: 2 },
      ],
    ],
    24 + 2.4 + 3 + 24 + 40 + 15 + 45,
  ],
];

describe('the bill of an account', () => {
  it.each(accounts)('of %s is what was worked out by hand', async (_, calls, usd) => {
    const prices = await Promise.all(calls.map(priceOfCall));
    expect(prices.flatMap(({ notPriced }) => notPriced)).toEqual([]);
    const sum = prices.reduce((total, { monthlyUsd }) => total + (monthlyUsd ?? Number.NaN), 0);
    expect(sum).toBeCloseTo(usd, 6);
  });

  const unknown: readonly (readonly [name: string, call: Call])[] = [
    ['a database of a size without a price', cluster('pg', 'db-s-16vcpu-64gb', 1)],
    ['a database of an engine without a price', cluster('advanced_pg', 'db-s-1vcpu-1gb', 1)],
    ['a standby for the smallest size, which has none', cluster('pg', 'db-s-1vcpu-1gb', 2)],
    [
      'storage beyond what comes with a size',
      cluster('pg', 'db-s-1vcpu-1gb', 1, { storage_size_mib: 102_400 }),
    ],
    [
      'storage that grows by itself',
      cluster('pg', 'db-s-1vcpu-1gb', 1, { autoscale: { storage: { enabled: true } } }),
    ],
    ['a volume that does not say how large it is', ['volumes_create', { snapshot_id: 's' }]],
    ['a faster file share', ['nfs_create', { size_gib: 100, performance_tier: 'high' }]],
    [
      'a connection of another bandwidth',
      ['partnerAttachments_create', { connection_bandwidth_in_mbps: 3 }],
    ],
    ['a new kind of load balancer', balancer({ type: 'GALACTIC' })],
    ['an image of unknown size', ['images_create_custom', { name: 'i' }]],
    ['a price with a name of the language', cluster('__proto__', 'constructor', 1)],
  ];
  it.each(unknown)('names %s as not priced', async (_, call) => {
    const { notPriced } = await priceOfCall(call);
    expect(notPriced).toHaveLength(1);
  });

  it('says of which day its prices are, and what is easily overlooked', async () => {
    expect((await priceOfCall(volume(10))).of).toEqual([
      '10 GiB of volume storage at $0.10 (attached or not, and also without its Droplet; price of 2025-12-05)',
    ]);
    const [, plane] = (await priceOfCall(['kubernetes_create_cluster', pool])).of;
    expect(plane).toContain('highly available control plane at up to $40');
    expect(plane).toContain('unless ha is false');
    expect((await priceOfCall(droplet({ backups: true }))).of[1]).toBe(
      'weekly backups at 20 % of s-1vcpu-1gb at $6 (price of 2025-12-05)',
    );
  });
});

describe('the dated prices', () => {
  it('each have a day, a page, and a price that is one', () => {
    for (const [name, { price, on, source, what }] of Object.entries(datedPrices)) {
      expect(price, name).toBeGreaterThan(0);
      expect(new Date(on).toISOString().slice(0, 10), name).toBe(on);
      expect(URL.canParse(source), name).toBe(true);
      expect(what.length, name).toBeGreaterThan(3);
    }
  });

  it('are there for everything that is billed by them', async () => {
    const names = Object.keys(datedPrices);
    const priced = (charge: Charge) =>
      'price' in charge && typeof charge.price === 'object' ? [charge.price] : [];
    for (const area of areaNames)
      for (const [id, charges] of Object.entries(await loadBills(area)))
        for (const { name, by } of charges.flatMap(priced))
          expect(
            names.some((one) => (by ? one.startsWith(`${name}/`) : one === name)),
            `${id}: ${name}`,
          ).toBe(true);
  });
});
