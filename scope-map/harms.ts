// What every destroying operation takes with it, told beside the entries of its area; read when such a call is looked at.
import type { Area } from './areas.ts';
import type { Harm, Harmless, Harms } from './endpoint/harm.ts';

const known: Readonly<Partial<Record<Area, () => Promise<{ readonly harms: Harms }>>>> = {
  droplets: () => import('./areas/droplets/harms.ts'),
  droplet_actions: () => import('./areas/droplet-actions/harms.ts'),
  autoscale_pools: () => import('./areas/autoscale-pools/harms.ts'),
  kubernetes: () => import('./areas/kubernetes/harms.ts'),
  registries: () => import('./areas/registries/harms.ts'),
  registry: () => import('./areas/registry/harms.ts'),
  databases: () => import('./areas/databases/harms.ts'),
  vector_databases: () => import('./areas/vector-databases/harms.ts'),
  domains: () => import('./areas/domains/harms.ts'),
  load_balancers: () => import('./areas/load-balancers/harms.ts'),
  reserved_ips: () => import('./areas/reserved-ips/harms.ts'),
  reserved_ipv6: () => import('./areas/reserved-ipv6/harms.ts'),
  floating_ips: () => import('./areas/floating-ips/harms.ts'),
  byoip_prefixes: () => import('./areas/byoip-prefixes/harms.ts'),
  vpc_peerings: () => import('./areas/vpc-peerings/harms.ts'),
  nat_gateways: () => import('./areas/nat-gateways/harms.ts'),
  partner_network_connect: () => import('./areas/partner-network-connect/harms.ts'),
  certificates: () => import('./areas/certificates/harms.ts'),
  cdn: () => import('./areas/cdn/harms.ts'),
  volumes: () => import('./areas/volumes/harms.ts'),
  nfs: () => import('./areas/nfs/harms.ts'),
  snapshots: () => import('./areas/snapshots/harms.ts'),
  firewalls: () => import('./areas/firewalls/harms.ts'),
  apps: () => import('./areas/apps/harms.ts'),
  security: () => import('./areas/security/harms.ts'),
  monitoring: () => import('./areas/monitoring/harms.ts'),
  uptime: () => import('./areas/uptime/harms.ts'),
  addons: () => import('./areas/addons/harms.ts'),
  functions: () => import('./areas/functions/harms.ts'),
  dedicated_inference: () => import('./areas/dedicated-inference/harms.ts'),
  projects: () => import('./areas/projects/harms.ts'),
  spaces_keys: () => import('./areas/spaces-keys/harms.ts'),
  agents: () => import('./areas/agents/harms.ts'),
  knowledge_bases: () => import('./areas/knowledge-bases/harms.ts'),
  models: () => import('./areas/models/harms.ts'),
  evaluations: () => import('./areas/evaluations/harms.ts'),
  tags: () => import('./areas/tags/harms.ts'),
  images: () => import('./areas/images/harms.ts'),
  ssh_keys: () => import('./areas/ssh-keys/harms.ts'),
  vpcs: () => import('./areas/vpcs/harms.ts'),
};

/** What the destroying operations of an area take with them; empty for an area in which nothing is destroyed. */
export const loadHarms = async (area: Area): Promise<Harms> => (await known[area]?.())?.harms ?? {};

/** What an operation takes with it; undefined where nothing is told of it. */
export const harmOf = async (area: Area, operation: string): Promise<Harm | Harmless | undefined> =>
  (await loadHarms(area))[operation];
