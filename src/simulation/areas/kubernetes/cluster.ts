// A Kubernetes cluster: how it comes up, what it costs and how it goes.

import { haPrice } from '../../reference/kubernetes.ts';
import { assign, projectName, unassign, urn } from '../../things/belonging.ts';
import { publicAddress } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';
import { type Cluster, Clusters } from './kept.ts';
import { addPool, type PoolPlan, removeNode } from './pools.ts';

/** Seconds until a new cluster runs, and until a deleted one is gone. */
const runsAfter = 180;
const goneAfter = 30;

/** Bills the control plane where it is highly available; nodes are billed as Droplets. */
export const billControlPlane = (world: World, cluster: Cluster, at: number): void => {
  const key = `kubernetes:${cluster.id}`;
  if (!cluster.ha) {
    world.books.stop(key, at);
    return;
  }
  world.books.start(
    key,
    {
      product: 'Kubernetes',
      description: `${cluster.name} (high availability control plane)`,
      group: cluster.name,
      resourceId: '',
      resourceUuid: cluster.id,
      hourly: haPrice / 672,
      monthly: haPrice,
      project: projectName(world, urn('kubernetes', cluster.id)),
    },
    at,
  );
};

/** What a cluster is ordered with. */
export type ClusterPlan = Pick<
  Cluster,
  | 'name'
  | 'region'
  | 'version'
  | 'clusterSubnet'
  | 'serviceSubnet'
  | 'vpc'
  | 'tags'
  | 'maintenance'
  | 'autoUpgrade'
  | 'surgeUpgrade'
  | 'ha'
  | 'settings'
> & { readonly pools: readonly PoolPlan[] };

/** Adds a cluster that comes up by itself. */
export const addCluster = (world: World, plan: ClusterPlan, at: number): Cluster => {
  const { pools, ...rest } = plan;
  const cluster: Cluster = {
    ...rest,
    id: world.ids.uuid(),
    pools: new Map(),
    registries: new Set(),
    state: 'provisioning',
    message: 'provisioning',
    ip: '',
    createdAt: at,
    updatedAt: at,
  };
  world.of(Clusters).set(cluster.id, cluster);
  assign(world, urn('kubernetes', cluster.id), null, at);
  billControlPlane(world, cluster, at);
  for (const pool of pools) addPool(world, cluster, pool, at, runsAfter);
  const fails = world.faults.fails('cluster');
  world.pace.later(runsAfter, at, (later) => {
    if (cluster.state !== 'provisioning') return;
    cluster.state = fails ? 'error' : 'running';
    cluster.message = fails ? 'The control plane could not be provisioned.' : '';
    cluster.ip = fails ? '' : publicAddress(world);
    cluster.updatedAt = later;
  });
  return cluster;
};

/** Begins the end of a cluster; volumes and load balancers made from inside it stay. */
export const deleteCluster = (world: World, cluster: Cluster, at: number): void => {
  if (cluster.state === 'deleting') return;
  cluster.state = 'deleting';
  cluster.message = '';
  cluster.updatedAt = at;
  world.pace.later(goneAfter, at, (later) => {
    for (const pool of cluster.pools.values()) {
      for (const node of pool.nodes) removeNode(world, pool, node, later);
    }
    world.of(Clusters).delete(cluster.id);
    world.books.stop(`kubernetes:${cluster.id}`, later);
    unassign(world, urn('kubernetes', cluster.id));
  });
};
