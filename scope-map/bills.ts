// What calls bill, area by area; an area's bill is read when one of its calls is to be priced.
import type { Area } from './areas.ts';
import type { Bills } from './endpoint/bill.ts';

const known: Readonly<Partial<Record<Area, () => Promise<{ readonly bills: Bills }>>>> = {
  droplets: () => import('./areas/droplets/bills.ts'),
  droplet_actions: () => import('./areas/droplet-actions/bills.ts'),
  autoscale_pools: () => import('./areas/autoscale-pools/bills.ts'),
  kubernetes: () => import('./areas/kubernetes/bills.ts'),
  one_clicks: () => import('./areas/one-clicks/bills.ts'),
  registries: () => import('./areas/registries/bills.ts'),
  registry: () => import('./areas/registry/bills.ts'),
  databases: () => import('./areas/databases/bills.ts'),
  vector_databases: () => import('./areas/vector-databases/bills.ts'),
  load_balancers: () => import('./areas/load-balancers/bills.ts'),
  reserved_ips: () => import('./areas/reserved-ips/bills.ts'),
  floating_ips: () => import('./areas/floating-ips/bills.ts'),
  nat_gateways: () => import('./areas/nat-gateways/bills.ts'),
  partner_network_connect: () => import('./areas/partner-network-connect/bills.ts'),
  volumes: () => import('./areas/volumes/bills.ts'),
  nfs: () => import('./areas/nfs/bills.ts'),
  apps: () => import('./areas/apps/bills.ts'),
  security: () => import('./areas/security/bills.ts'),
  uptime: () => import('./areas/uptime/bills.ts'),
  addons: () => import('./areas/addons/bills.ts'),
  dedicated_inference: () => import('./areas/dedicated-inference/bills.ts'),
  agents: () => import('./areas/agents/bills.ts'),
  knowledge_bases: () => import('./areas/knowledge-bases/bills.ts'),
  models: () => import('./areas/models/bills.ts'),
  evaluations: () => import('./areas/evaluations/bills.ts'),
  images: () => import('./areas/images/bills.ts'),
};

/** What the operations of an area bill; empty for an area in which nothing costs. */
export const loadBills = async (area: Area): Promise<Bills> => (await known[area]?.())?.bills ?? {};
