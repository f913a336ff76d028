// App Platform: its regions and instance sizes with published prices.

interface InstanceSize {
  readonly slug: string;
  readonly cpus: number;
  /** MiB. */
  readonly memory: number;
  /** US dollars for one container. */
  readonly monthly: number;
  readonly tier: 'basic' | 'professional';
  readonly shared: boolean;
  readonly single: boolean;
  /** GiB a month. */
  readonly transfer: number;
}

type Row = readonly [
  slug: string,
  cpus: number,
  memory: number,
  monthly: number,
  transfer: number,
  single?: true,
];

const rows: readonly Row[] = [
  ['apps-s-1vcpu-0.5gb', 1, 512, 5, 50, true],
  ['apps-s-1vcpu-1gb-fixed', 1, 1024, 10, 100, true],
  ['apps-s-1vcpu-1gb', 1, 1024, 12, 150],
  ['apps-s-1vcpu-2gb', 1, 2048, 25, 200],
  ['apps-s-2vcpu-4gb', 2, 4096, 50, 250],
  ['apps-d-1vcpu-0.5gb', 1, 512, 29, 100],
  ['apps-d-1vcpu-1gb', 1, 1024, 34, 200],
  ['apps-d-1vcpu-2gb', 1, 2048, 39, 300],
  ['apps-d-1vcpu-4gb', 1, 4096, 49, 400],
  ['apps-d-2vcpu-4gb', 2, 4096, 78, 500],
  ['apps-d-2vcpu-8gb', 2, 8192, 98, 600],
  ['apps-d-4vcpu-8gb', 4, 8192, 156, 700],
  ['apps-d-4vcpu-16gb', 4, 16384, 196, 800],
  ['apps-d-8vcpu-32gb', 8, 32768, 392, 900],
];

const instanceSizes: readonly InstanceSize[] = rows.map(
  ([slug, cpus, memory, monthly, transfer, single]) => ({
    slug,
    cpus,
    memory,
    monthly,
    transfer,
    single: single ?? false,
    shared: slug.startsWith('apps-s-'),
    tier: single ? 'basic' : 'professional',
  }),
);

/** Names of former plans, which old specs still carry. */
const formerSlugs: Readonly<Record<string, string>> = {
  'basic-xxs': 'apps-s-1vcpu-0.5gb',
  'basic-xs': 'apps-s-1vcpu-1gb-fixed',
  'basic-s': 'apps-s-1vcpu-2gb',
  'basic-m': 'apps-s-2vcpu-4gb',
  'professional-xs': 'apps-s-1vcpu-1gb',
  'professional-s': 'apps-s-1vcpu-2gb',
  'professional-m': 'apps-s-2vcpu-4gb',
  'professional-1l': 'apps-d-1vcpu-4gb',
  'professional-l': 'apps-d-2vcpu-8gb',
  'professional-xl': 'apps-d-4vcpu-16gb',
};

/** The smallest size, which a component gets that names none. */
const usual = 'apps-s-1vcpu-0.5gb';

/** An instance size by its slug, present or former; undefined when there is none. */
export const instanceSizeOf = (slug: string | undefined): InstanceSize | undefined => {
  const wanted = slug ?? usual;
  return instanceSizes.find((size) => size.slug === (formerSlugs[wanted] ?? wanted));
};

/** Sizes as DigitalOcean lists them; numbers are text there. */
export const instanceSizeViews = instanceSizes.map((size) => ({
  name: `${size.shared ? 'Shared' : 'Dedicated'} ${size.cpus}VCPU ${size.memory / 1024}GB`,
  slug: size.slug,
  cpu_type: size.shared ? 'SHARED' : 'DEDICATED',
  cpus: String(size.cpus),
  memory_bytes: String(size.memory * 1_048_576),
  usd_per_month: size.monthly.toFixed(2),
  usd_per_second: (size.monthly / 2_419_200).toFixed(12),
  tier_slug: size.tier,
  single_instance_only: size.single,
  scalable: !size.shared,
  bandwidth_allowance_gib: String(size.transfer),
}));

const regionRows = [
  ['nyc', 'New York', 'usa', 'North America', ['nyc1', 'nyc3']],
  ['sfo', 'San Francisco', 'usa', 'North America', ['sfo3']],
  ['tor', 'Toronto', 'canada', 'North America', ['tor1']],
  ['atl', 'Atlanta', 'usa', 'North America', ['atl1']],
  ['ams', 'Amsterdam', 'netherlands', 'Europe', ['ams3']],
  ['fra', 'Frankfurt', 'germany', 'Europe', ['fra1']],
  ['lon', 'London', 'uk', 'Europe', ['lon1']],
  ['blr', 'Bangalore', 'india', 'Asia', ['blr1']],
  ['sgp', 'Singapore', 'singapore', 'Asia', ['sgp1']],
  ['syd', 'Sydney', 'australia', 'Australia', ['syd1']],
] as const;

/** Regions as DigitalOcean lists them; the first one is where an app goes that names none. */
export const appRegions = regionRows.map(([slug, label, flag, continent, centers]) => ({
  slug,
  label,
  flag,
  continent,
  data_centers: centers,
  default: slug === 'nyc',
}));

/** A region by its slug (a datacenter's slug such as `nyc3` is understood too). */
export const appRegionOf = (slug: string | undefined) =>
  appRegions.find((region) => region.slug === (slug ?? 'nyc').replace(/\d+$/, ''));

/** Three static sites of an account are free, further ones cost $3; a development database costs $7. */
export const appPrices = { freeSites: 3, site: 3, devDatabase: 7 };
