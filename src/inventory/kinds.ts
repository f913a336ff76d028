// Everything on an account that costs and that DigitalOcean's API lists, as data: where it is read, and what it costs.
import type { Charge, Priced } from '../../scope-map/endpoint/bill.ts';
import { backupsOf, dated, notPriced } from '../../scope-map/entry/bills.ts';
import { looking } from '../../scope-map/entry/looking.ts';
import { isObject } from '../../tools/json-object.ts';
import { valueAt } from '../../tools/places.ts';
import type { Kind, Thing } from './kind.ts';

const droplet: Priced = {
  kind: 'own',
  price: 'size.price_monthly',
  unit: 'dollars_a_month',
  named: 'size_slug',
};

/** How a Droplet is backed up: `not`, a plan, or `unknown`. */
const withPlan = (thing: Thing, policies: readonly Thing[] | undefined): Thing => {
  const features = thing['features'];
  if (!Array.isArray(features) || !features.includes('backups'))
    return { ...thing, backups: 'not' };
  const own = policies?.find((one) => one['droplet_id'] === thing['id']);
  const plan = valueAt(own, 'backup_policy.plan');
  return { ...thing, backups: typeof plan === 'string' ? plan : 'unknown' };
};

const ofDatabase = (by: readonly { readonly at: string }[], name: string): Charge =>
  dated(name, { by, amount: [{ at: 'num_nodes' }] });

/** Containers of an app, by size and number. */
const containers = (at: string): Charge => ({
  kind: 'listed',
  when: { argument: at },
  tariff: {
    read: looking('apps_list_instanceSizes', {}),
    row: [{ list: 'instance_sizes', where: { slug: 'instance_size_slug' } }],
    price: 'usd_per_month',
    unit: 'dollars_a_month',
  },
  named: 'instance_size_slug',
  each: at,
  times: [{ at: 'autoscaling.max_instance_count', upTo: true }, { at: 'instance_count' }],
});

const storage = { at: 'size_gigabytes' } as const;

/** In the order in which they are read. */
export const kinds: readonly Kind[] = [
  {
    noun: 'Droplet',
    list: 'droplets_list',
    at: { region: 'region.slug', tags: 'tags' },
    fields: ['status', 'size_slug', 'size.price_monthly', 'features'],
    urn: 'droplet',
    beside: { list: 'droplets_list_backup_policies', joined: withPlan },
    charges: [
      droplet,
      backupsOf(droplet, 'backups', { when: { argument: 'backups', is: ['weekly', 'daily'] } }),
      notPriced('its backups, 20 or 30 % of its price', { argument: 'backups', is: ['unknown'] }),
    ],
    notes: [{ when: { argument: 'status', is: ['off'] }, says: 'off, and bills all the same' }],
  },
  {
    noun: 'volume',
    list: 'volumes_list',
    at: { region: 'region.slug', tags: 'tags' },
    fields: ['size_gigabytes', 'droplet_ids'],
    urn: 'volume',
    charges: [dated('volumes', { amount: [storage] })],
    notes: [{ when: { argument: 'droplet_ids', absent: true }, says: 'attached to nothing' }],
  },
  {
    noun: 'snapshot',
    list: 'snapshots_list',
    at: { region: 'regions', tags: 'tags' },
    fields: ['size_gigabytes', 'resource_type'],
    charges: [dated('snapshots', { amount: [storage] })],
  },
  {
    noun: 'custom image',
    list: 'images_list',
    given: { private: true },
    at: { region: 'regions', tags: 'tags' },
    fields: ['type', 'size_gigabytes'],
    only: { argument: 'type', is: ['custom'] },
    charges: [dated('custom_images', { amount: [storage] })],
  },
  {
    noun: 'reserved IP',
    list: 'reservedIPs_list',
    at: { name: 'ip', id: 'ip', region: 'region.slug', created: null },
    fields: ['droplet.id', 'project_id'],
    only: { argument: 'droplet.id', absent: true },
    urn: 'reservedip',
    charges: [dated('reserved_ips')],
    notes: [{ when: { argument: 'ip' }, says: 'no Droplet has it' }],
  },
  {
    noun: 'load balancer',
    list: 'loadBalancers_list',
    at: { region: 'region.slug' },
    fields: ['type', 'size_unit', 'size', 'project_id'],
    urn: 'loadbalancer',
    charges: [
      dated('load_balancers', {
        by: [{ at: 'type', otherwise: 'REGIONAL' }],
        amount: [
          { at: 'size_unit' },
          { at: 'size', is: { 'lb-small': 1, 'lb-medium': 3, 'lb-large': 6 } },
        ],
      }),
    ],
  },
  {
    noun: 'highly available control plane',
    list: 'kubernetes_list_clusters',
    at: { tags: 'tags' },
    fields: ['ha'],
    only: { argument: 'ha', is: [true] },
    urn: 'kubernetes',
    charges: [dated('kubernetes_ha')],
    notes: [{ when: { argument: 'ha' }, says: 'its nodes are among the Droplets' }],
  },
  {
    noun: 'database cluster',
    list: 'databases_list_clusters',
    at: { tags: 'tags' },
    fields: ['engine', 'size', 'num_nodes', 'project_id'],
    urn: 'dbaas',
    charges: [ofDatabase([{ at: 'engine' }, { at: 'size' }], 'databases')],
  },
  {
    noun: 'database replica',
    list: 'databases_list_replicas',
    each: {
      list: 'databases_list_clusters',
      argument: 'database_cluster_uuid',
      only: { argument: 'engine', is: ['pg', 'mysql', 'advanced_pg', 'advanced_mysql'] },
    },
    at: { tags: 'tags' },
    fields: ['size'],
    charges: [ofDatabase([{ at: 'size' }], 'database_replicas')],
  },
  {
    noun: 'app',
    list: 'apps_list',
    at: { name: 'spec.name', region: 'spec.region' },
    fields: [
      'spec.services.instance_size_slug',
      'spec.services.instance_count',
      'spec.services.autoscaling',
      'spec.workers.instance_size_slug',
      'spec.workers.instance_count',
      'spec.workers.autoscaling',
      'spec.databases.name',
      'spec.databases.production',
      'spec.static_sites.name',
      'project_id',
    ],
    urn: 'app',
    charges: [
      containers('spec.services'),
      containers('spec.workers'),
      notPriced('its static sites, of which three on an account are free', {
        argument: 'spec.static_sites',
      }),
      notPriced('its development databases', {
        argument: 'spec.databases.production',
        is: [false],
      }),
    ],
  },
  {
    noun: 'registry plan',
    list: 'registries_get_subscription',
    at: { name: 'tier.name', id: 'tier.slug', region: null },
    fields: ['tier'],
    charges: [
      {
        kind: 'own',
        price: 'tier.monthly_price_in_cents',
        unit: 'cents_a_month',
        named: 'tier.slug',
      },
    ],
  },
  {
    noun: 'NAT gateway',
    list: 'vpcnatgateways_list',
    fields: ['size'],
    charges: [dated('nat_gateways', { amount: [{ at: 'size' }] })],
  },
  {
    noun: 'partner attachment',
    list: 'partnerAttachments_list',
    fields: ['connection_bandwidth_in_mbps'],
    charges: [dated('partner_attachments', { by: [{ at: 'connection_bandwidth_in_mbps' }] })],
  },
  {
    noun: 'file share',
    list: 'nfs_list',
    fields: ['size_gib', 'performance_tier'],
    charges: [
      dated('nfs', { amount: [{ at: 'size_gib' }] }),
      notPriced('its higher performance', { argument: 'performance_tier', is: ['high'] }),
    ],
  },
  {
    noun: 'file share snapshot',
    list: 'nfs_list_snapshot',
    fields: ['size_gib'],
    charges: [dated('nfs_snapshots', { amount: [{ at: 'size_gib' }] })],
  },
  {
    noun: 'uptime check',
    list: 'uptime_list_checks',
    at: { created: null, region: null },
    fields: [],
    free: 1,
    charges: [dated('uptime_checks')],
  },
  {
    noun: 'add-on',
    list: 'addons_list',
    at: { id: 'uuid', created: null, region: null },
    fields: ['plan_slug', 'plan_price_per_month'],
    charges: [
      { kind: 'own', price: 'plan_price_per_month', unit: 'dollars_a_month', named: 'plan_slug' },
    ],
  },
  {
    noun: 'vector database',
    list: 'vectorDatabases_list',
    at: { tags: 'tags' },
    fields: ['size'],
    charges: [notPriced('vector databases')],
  },
  {
    noun: 'dedicated inference endpoint',
    list: 'dedicatedInferences_list',
    fields: ['status'],
    charges: [notPriced('dedicated inference, by its GPUs')],
  },
  {
    noun: 'knowledge base',
    list: 'genai_list_knowledge_bases',
    at: { id: 'uuid', tags: 'tags' },
    fields: ['project_id'],
    charges: [notPriced('the database that keeps it, and reading its sources')],
  },
  {
    noun: 'custom model',
    list: 'genai_list_custom_models',
    at: { id: 'uuid', tags: 'tags', region: null },
    fields: ['cost_estimate_per_month'],
    charges: [
      { kind: 'own', price: 'cost_estimate_per_month', unit: 'dollars_a_month', named: 'name' },
    ],
  },
];

/** The noun for Spaces, which no list of their own tells. */
export const spaces = 'Spaces';

/** The kinds whose prices are those of a day. */
export const datedKinds: ReadonlySet<string> = new Set([
  ...kinds.flatMap(({ noun, charges }) =>
    charges.some(({ kind }) => kind === 'dated') ? [noun] : [],
  ),
  spaces,
]);

/** What costs by its use, which no list tells. */
export const notCounted: readonly string[] = [
  'traffic beyond what is included',
  'database storage beyond what comes with a size',
  'Spaces beyond what is included, and buckets that no project names',
  'functions, agents and models, by their use',
];

/** Whether something is a thing at all. */
export const isThing = (value: unknown): value is Thing => isObject(value);
