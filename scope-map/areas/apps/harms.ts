// What goes with apps: components, domains, databases of their own; clusters that they use stay.
import type { Hanging, Harms, MonthlyCost, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const app: Thing = {
  look: look('apps_get', { id: argument('id') }),
  named: 'spec.name',
  details: [
    { at: 'live_url' },
    { at: 'region.slug', says: 'in {}' },
    { at: 'created_at', as: 'age' },
  ],
};

const part = (kind: string, list: string): Hanging => ({
  kind,
  asks: 'which components it has',
  fate: 'destroyed',
  at: `spec.${list}`,
});

// What its containers cost; static sites and functions cost by use, if at all.
const costs: MonthlyCost = {
  prices: look('apps_list_instanceSizes', {}),
  by: 'slug',
  of: 'instance_size_slug',
  at: 'usd_per_month',
  times: 'instance_count',
};

const parts: readonly Hanging[] = [
  { ...part('service', 'services'), costs },
  { ...part('worker', 'workers'), costs },
  { ...part('job', 'jobs'), costs },
  part('static site', 'static_sites'),
  part('function component', 'functions'),
];

const domains: Hanging = {
  kind: 'domain',
  asks: 'which domains it answers under',
  fate: 'loses',
  at: 'spec.domains',
  named: 'domain',
};

const ownDatabases: Hanging = {
  kind: 'database of its own',
  asks: 'which databases it has',
  fate: 'destroyed',
  at: 'spec.databases',
  // A database that is not told to be a cluster of its own lives and dies with the app.
  where: { cluster_name: null },
  note: 'with their data',
};

const clusters: Hanging = {
  kind: 'database cluster',
  asks: 'which database clusters it uses',
  fate: 'stays',
  look: look('databases_list_clusters', {}),
  belongs: [{ at: 'name', is: { thing: 'spec.databases.cluster_name' } }],
  note: 'with all data, and what it costs',
};

const whole = { kind: 'app', known: 'id', thing: app } as const;

/** By operation id. */
export const harms: Harms = {
  apps_delete: {
    ...whole,
    losesData: true,
    hangs: [...parts, ownDatabases, domains, clusters],
  },
  apps_update: {
    ...whole,
    hangs: [
      ...parts.map((one) => ({
        ...one,
        unless: { at: 'name', is: argument(`${String(one.at)}.name`) },
      })),
      { ...ownDatabases, unless: { at: 'name', is: argument('spec.databases.name') } },
      { ...domains, unless: { at: 'domain', is: argument('spec.domains.domain') } },
    ],
  },
};
