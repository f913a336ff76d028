// The areas of DigitalOcean's API that the catalogue knows, and which of them are served by default.
import type { KnownArea } from './known-area.ts';
import { networkAreas } from './network-areas.ts';

/** Every area by its slug, in the order in which its tools are listed. */
export const areas = {
  account: {
    title: 'Account',
    load: () => import('./areas/account/entries.ts'),
    asked: () => import('./areas/account/asked.ts'),
  },
  billing: {
    title: 'Billing',
    load: () => import('./areas/billing/entries.ts'),
    asked: () => import('./areas/billing/asked.ts'),
  },
  organizations: {
    title: 'Organizations',
    load: () => import('./areas/organizations/entries.ts'),
    asked: () => import('./areas/organizations/asked.ts'),
  },
  droplets: {
    title: 'Droplets',
    load: () => import('./areas/droplets/entries.ts'),
    further: () => import('./areas/droplets/further/entries.ts'),
    asked: () => import('./areas/droplets/asked.ts'),
  },
  droplet_actions: {
    title: 'Droplet actions',
    load: () => import('./areas/droplet-actions/entries.ts'),
    further: () => import('./areas/droplet-actions/further/entries.ts'),
    asked: () => import('./areas/droplet-actions/asked.ts'),
  },
  autoscale_pools: {
    title: 'Autoscale pools',
    load: () => import('./areas/autoscale-pools/entries.ts'),
    asked: () => import('./areas/autoscale-pools/asked.ts'),
  },
  kubernetes: {
    title: 'Kubernetes',
    load: () => import('./areas/kubernetes/entries.ts'),
    further: () => import('./areas/kubernetes/further/entries.ts'),
    asked: () => import('./areas/kubernetes/asked.ts'),
  },
  one_clicks: {
    title: '1-Click applications',
    load: () => import('./areas/one-clicks/entries.ts'),
    asked: () => import('./areas/one-clicks/asked.ts'),
  },
  registries: {
    title: 'Container registries',
    load: () => import('./areas/registries/entries.ts'),
    asked: () => import('./areas/registries/asked.ts'),
  },
  registry: {
    title: 'Container registry, older road',
    load: () => import('./areas/registry/entries.ts'),
    asked: () => import('./areas/registry/asked.ts'),
  },
  databases: {
    title: 'Managed databases',
    load: () => import('./areas/databases/entries.ts'),
    further: () => import('./areas/databases/further/entries.ts'),
    asked: () => import('./areas/databases/asked.ts'),
  },
  vector_databases: {
    title: 'Vector databases',
    load: () => import('./areas/vector-databases/entries.ts'),
    asked: () => import('./areas/vector-databases/asked.ts'),
  },
  domains: {
    title: 'Domains and DNS',
    load: () => import('./areas/domains/entries.ts'),
    asked: () => import('./areas/domains/asked.ts'),
  },
  load_balancers: {
    title: 'Load balancers',
    load: () => import('./areas/load-balancers/entries.ts'),
    further: () => import('./areas/load-balancers/further/entries.ts'),
    asked: () => import('./areas/load-balancers/asked.ts'),
  },
  ...networkAreas,
  volumes: {
    title: 'Volumes',
    load: () => import('./areas/volumes/entries.ts'),
    further: () => import('./areas/volumes/further/entries.ts'),
    asked: () => import('./areas/volumes/asked.ts'),
  },
  nfs: {
    title: 'NFS file shares',
    load: () => import('./areas/nfs/entries.ts'),
    asked: () => import('./areas/nfs/asked.ts'),
  },
  snapshots: {
    title: 'Snapshots',
    load: () => import('./areas/snapshots/entries.ts'),
    asked: () => import('./areas/snapshots/asked.ts'),
  },
  firewalls: {
    title: 'Firewalls',
    load: () => import('./areas/firewalls/entries.ts'),
    further: () => import('./areas/firewalls/further/entries.ts'),
    asked: () => import('./areas/firewalls/asked.ts'),
  },
  apps: {
    title: 'App Platform',
    load: () => import('./areas/apps/entries.ts'),
    further: () => import('./areas/apps/further/entries.ts'),
    asked: () => import('./areas/apps/asked.ts'),
  },
  security: {
    title: 'Security scans',
    load: () => import('./areas/security/entries.ts'),
    asked: () => import('./areas/security/asked.ts'),
  },
  monitoring: {
    title: 'Monitoring',
    load: () => import('./areas/monitoring/entries.ts'),
    asked: () => import('./areas/monitoring/asked.ts'),
  },
  uptime: {
    title: 'Uptime',
    load: () => import('./areas/uptime/entries.ts'),
    asked: () => import('./areas/uptime/asked.ts'),
  },
  addons: {
    title: 'Add-ons',
    load: () => import('./areas/addons/entries.ts'),
    asked: () => import('./areas/addons/asked.ts'),
  },
  functions: {
    title: 'Functions',
    load: () => import('./areas/functions/entries.ts'),
    asked: () => import('./areas/functions/asked.ts'),
  },
  dedicated_inference: {
    title: 'Dedicated inference',
    load: () => import('./areas/dedicated-inference/entries.ts'),
    asked: () => import('./areas/dedicated-inference/asked.ts'),
  },
  projects: {
    title: 'Projects',
    load: () => import('./areas/projects/entries.ts'),
    further: () => import('./areas/projects/further/entries.ts'),
    asked: () => import('./areas/projects/asked.ts'),
  },
  spaces_keys: {
    title: 'Spaces keys',
    load: () => import('./areas/spaces-keys/entries.ts'),
    further: () => import('./areas/spaces-keys/further/entries.ts'),
    asked: () => import('./areas/spaces-keys/asked.ts'),
  },
  agents: {
    title: 'AI agents',
    load: () => import('./areas/agents/entries.ts'),
    asked: () => import('./areas/agents/asked.ts'),
  },
  knowledge_bases: {
    title: 'Knowledge bases',
    load: () => import('./areas/knowledge-bases/entries.ts'),
    asked: () => import('./areas/knowledge-bases/asked.ts'),
  },
  models: {
    title: 'AI models',
    load: () => import('./areas/models/entries.ts'),
    asked: () => import('./areas/models/asked.ts'),
  },
  evaluations: {
    title: 'AI evaluations',
    load: () => import('./areas/evaluations/entries.ts'),
    asked: () => import('./areas/evaluations/asked.ts'),
  },
  tags: {
    title: 'Tags',
    load: () => import('./areas/tags/entries.ts'),
    asked: () => import('./areas/tags/asked.ts'),
  },
  actions: {
    title: 'Actions',
    load: () => import('./areas/actions/entries.ts'),
    asked: () => import('./areas/actions/asked.ts'),
  },
  regions: {
    title: 'Regions',
    load: () => import('./areas/regions/entries.ts'),
    asked: () => import('./areas/regions/asked.ts'),
  },
  sizes: {
    title: 'Sizes',
    load: () => import('./areas/sizes/entries.ts'),
    asked: () => import('./areas/sizes/asked.ts'),
  },
  images: {
    title: 'Images',
    load: () => import('./areas/images/entries.ts'),
    further: () => import('./areas/images/further/entries.ts'),
    asked: () => import('./areas/images/asked.ts'),
  },
  ssh_keys: {
    title: 'SSH keys',
    load: () => import('./areas/ssh-keys/entries.ts'),
    further: () => import('./areas/ssh-keys/further/entries.ts'),
    asked: () => import('./areas/ssh-keys/asked.ts'),
  },
  vpcs: {
    title: 'VPC networks',
    load: () => import('./areas/vpcs/entries.ts'),
    further: () => import('./areas/vpcs/further/entries.ts'),
    asked: () => import('./areas/vpcs/asked.ts'),
  },
} as const satisfies Record<string, KnownArea>;

/** The slug of an area. */
export type Area = keyof typeof areas;

/** Every area slug, in catalogue order. */
export const areaNames = Object.keys(areas) as readonly Area[];
