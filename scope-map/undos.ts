// How changes are put back, area by area; an area's part is read when one of its operations is called.
import type { Area } from './areas.ts';
import type { NoUndo, Undo, Undos } from './endpoint/undo.ts';

const known: Readonly<Partial<Record<Area, () => Promise<{ readonly undos: Undos }>>>> = {
  organizations: () => import('./areas/organizations/undo.ts'),
  droplets: () => import('./areas/droplets/undo.ts'),
  droplet_actions: () => import('./areas/droplet-actions/undo.ts'),
  autoscale_pools: () => import('./areas/autoscale-pools/undo.ts'),
  kubernetes: () => import('./areas/kubernetes/undo.ts'),
  one_clicks: () => import('./areas/one-clicks/undo.ts'),
  registries: () => import('./areas/registries/undo.ts'),
  registry: () => import('./areas/registry/undo.ts'),
  databases: () => import('./areas/databases/undo.ts'),
  vector_databases: () => import('./areas/vector-databases/undo.ts'),
  domains: () => import('./areas/domains/undo.ts'),
  load_balancers: () => import('./areas/load-balancers/undo.ts'),
  reserved_ips: () => import('./areas/reserved-ips/undo.ts'),
  reserved_ipv6: () => import('./areas/reserved-ipv6/undo.ts'),
  floating_ips: () => import('./areas/floating-ips/undo.ts'),
  byoip_prefixes: () => import('./areas/byoip-prefixes/undo.ts'),
  vpc_peerings: () => import('./areas/vpc-peerings/undo.ts'),
  nat_gateways: () => import('./areas/nat-gateways/undo.ts'),
  partner_network_connect: () => import('./areas/partner-network-connect/undo.ts'),
  certificates: () => import('./areas/certificates/undo.ts'),
  cdn: () => import('./areas/cdn/undo.ts'),
  volumes: () => import('./areas/volumes/undo.ts'),
  nfs: () => import('./areas/nfs/undo.ts'),
  snapshots: () => import('./areas/snapshots/undo.ts'),
  firewalls: () => import('./areas/firewalls/undo.ts'),
  apps: () => import('./areas/apps/undo.ts'),
  security: () => import('./areas/security/undo.ts'),
  monitoring: () => import('./areas/monitoring/undo.ts'),
  uptime: () => import('./areas/uptime/undo.ts'),
  addons: () => import('./areas/addons/undo.ts'),
  functions: () => import('./areas/functions/undo.ts'),
  dedicated_inference: () => import('./areas/dedicated-inference/undo.ts'),
  projects: () => import('./areas/projects/undo.ts'),
  spaces_keys: () => import('./areas/spaces-keys/undo.ts'),
  agents: () => import('./areas/agents/undo.ts'),
  knowledge_bases: () => import('./areas/knowledge-bases/undo.ts'),
  models: () => import('./areas/models/undo.ts'),
  evaluations: () => import('./areas/evaluations/undo.ts'),
  tags: () => import('./areas/tags/undo.ts'),
  images: () => import('./areas/images/undo.ts'),
  ssh_keys: () => import('./areas/ssh-keys/undo.ts'),
  vpcs: () => import('./areas/vpcs/undo.ts'),
};

/** How the changing operations of an area are put back; empty for an area that only reads. */
export const loadUndos = async (area: Area): Promise<Undos> => (await known[area]?.())?.undos ?? {};

/** How an operation is put back; undefined where nothing is told of it. */
export const undoOf = async (area: Area, operation: string): Promise<Undo | NoUndo | undefined> =>
  (await loadUndos(area))[operation];
