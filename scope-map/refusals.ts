// Why DigitalOcean would refuse calls, area by area; an area's part is read when one of its calls is looked at ahead.
import type { Area } from './areas.ts';
import type { Refusals } from './endpoint/refusals.ts';

const known: Readonly<Partial<Record<Area, () => Promise<{ readonly refusals: Refusals }>>>> = {
  droplets: () => import('./areas/droplets/refusals.ts'),
  droplet_actions: () => import('./areas/droplet-actions/refusals.ts'),
  autoscale_pools: () => import('./areas/autoscale-pools/refusals.ts'),
  kubernetes: () => import('./areas/kubernetes/refusals.ts'),
  registries: () => import('./areas/registries/refusals.ts'),
  databases: () => import('./areas/databases/refusals.ts'),
  domains: () => import('./areas/domains/refusals.ts'),
  load_balancers: () => import('./areas/load-balancers/refusals.ts'),
  reserved_ips: () => import('./areas/reserved-ips/refusals.ts'),
  reserved_ipv6: () => import('./areas/reserved-ipv6/refusals.ts'),
  floating_ips: () => import('./areas/floating-ips/refusals.ts'),
  volumes: () => import('./areas/volumes/refusals.ts'),
  snapshots: () => import('./areas/snapshots/refusals.ts'),
  firewalls: () => import('./areas/firewalls/refusals.ts'),
  agents: () => import('./areas/agents/refusals.ts'),
  knowledge_bases: () => import('./areas/knowledge-bases/refusals.ts'),
  vector_databases: () => import('./areas/vector-databases/refusals.ts'),
  vpc_peerings: () => import('./areas/vpc-peerings/refusals.ts'),
  nat_gateways: () => import('./areas/nat-gateways/refusals.ts'),
  partner_network_connect: () => import('./areas/partner-network-connect/refusals.ts'),
  nfs: () => import('./areas/nfs/refusals.ts'),
  certificates: () => import('./areas/certificates/refusals.ts'),
  cdn: () => import('./areas/cdn/refusals.ts'),
  monitoring: () => import('./areas/monitoring/refusals.ts'),
  apps: () => import('./areas/apps/refusals.ts'),
  uptime: () => import('./areas/uptime/refusals.ts'),
  projects: () => import('./areas/projects/refusals.ts'),
  tags: () => import('./areas/tags/refusals.ts'),
  images: () => import('./areas/images/refusals.ts'),
  ssh_keys: () => import('./areas/ssh-keys/refusals.ts'),
  vpcs: () => import('./areas/vpcs/refusals.ts'),
  spaces_keys: () => import('./areas/spaces-keys/refusals.ts'),
};

/** What is known of the refusals of an area; empty where nothing is. */
export const loadRefusals = async (area: Area): Promise<Refusals> =>
  (await known[area]?.())?.refusals ?? {};
