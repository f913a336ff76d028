// Clusters and node pools as DigitalOcean shows them.

import { forPeople } from '../../exchange/times.ts';
import type { Holder } from '../../token/holder.ts';
import type { Cluster, Pool } from './kept.ts';

/** A pool as DigitalOcean shows it; tags only to a token that may read them. */
export const poolView = (cluster: Cluster, pool: Pool, holder: Holder) => ({
  id: pool.id,
  name: pool.name,
  size: pool.size,
  count: pool.nodes.length,
  tags: holder.can('tag:read') ? [...pool.tags, 'k8s', `k8s:${cluster.id}`, 'k8s:worker'] : [],
  labels: pool.labels,
  taints: pool.taints,
  auto_scale: pool.autoScale,
  min_nodes: pool.minNodes,
  max_nodes: pool.maxNodes,
  nodes: pool.nodes.map((node) => ({
    id: node.id,
    name: node.name,
    status: { state: cluster.state === 'deleting' ? 'deleting' : node.state },
    droplet_id: node.dropletId === null ? '' : String(node.dropletId),
    created_at: forPeople(node.createdAt),
    updated_at: forPeople(node.updatedAt),
  })),
});

/** A cluster as DigitalOcean shows it. */
export const clusterView = (cluster: Cluster, holder: Holder) => ({
  ...cluster.settings,
  id: cluster.id,
  name: cluster.name,
  region: cluster.region,
  version: cluster.version,
  cluster_subnet: cluster.clusterSubnet,
  service_subnet: cluster.serviceSubnet,
  ...(holder.can('vpc:read') ? { vpc_uuid: cluster.vpc } : {}),
  ipv4: cluster.ip,
  endpoint: cluster.ip === '' ? '' : `https://${cluster.id}.k8s.ondigitalocean.com`,
  tags: holder.can('tag:read') ? [...cluster.tags, 'k8s', `k8s:${cluster.id}`] : [],
  node_pools: [...cluster.pools.values()].map((pool) => poolView(cluster, pool, holder)),
  maintenance_policy: { ...cluster.maintenance, duration: '4h0m0s' },
  auto_upgrade: cluster.autoUpgrade,
  surge_upgrade: cluster.surgeUpgrade,
  ha: cluster.ha,
  registry_enabled: cluster.registries.size > 0,
  registries: [...cluster.registries],
  status: { state: cluster.state, message: cluster.message },
  created_at: forPeople(cluster.createdAt),
  updated_at: forPeople(cluster.updatedAt),
});
