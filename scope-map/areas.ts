// The areas of DigitalOcean's API that the catalogue knows, and which of them are served by default.

interface AreaFacts {
  /** The area's name as a person says it. */
  readonly title: string;
  /** `core`: an area of the seed catalogue. `reference`: lists that the core areas need. Both are served by default. */
  readonly kind: 'core' | 'reference';
}

/** Every area by its slug, in the order in which its tools are listed. */
export const areas = {
  account: { title: 'Account', kind: 'core' },
  droplets: { title: 'Droplets', kind: 'core' },
  droplet_actions: { title: 'Droplet actions', kind: 'core' },
  kubernetes: { title: 'Kubernetes', kind: 'core' },
  databases: { title: 'Managed databases', kind: 'core' },
  domains: { title: 'Domains and DNS', kind: 'core' },
  load_balancers: { title: 'Load balancers', kind: 'core' },
  volumes: { title: 'Volumes', kind: 'core' },
  snapshots: { title: 'Snapshots', kind: 'core' },
  firewalls: { title: 'Firewalls', kind: 'core' },
  apps: { title: 'App Platform', kind: 'core' },
  projects: { title: 'Projects', kind: 'core' },
  spaces_keys: { title: 'Spaces keys', kind: 'core' },
  actions: { title: 'Actions', kind: 'reference' },
  regions: { title: 'Regions', kind: 'reference' },
  sizes: { title: 'Sizes', kind: 'reference' },
  images: { title: 'Images', kind: 'reference' },
  ssh_keys: { title: 'SSH keys', kind: 'reference' },
  vpcs: { title: 'VPC networks', kind: 'reference' },
} as const satisfies Record<string, AreaFacts>;

/** The slug of an area. */
export type Area = keyof typeof areas;

/** Every area slug, in catalogue order. */
export const areaNames = Object.keys(areas) as readonly Area[];
