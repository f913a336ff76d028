// Node pools of a cluster: the operations.

import {
  accepted,
  type Call,
  created,
  done,
  ok,
  type RouteReply,
  segment,
} from '../../exchange/call.ts';
import { read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { registerTags } from '../../things/tagging.ts';
import type { World } from '../../world/world.ts';
import { type Cluster, Clusters, type Node, type Pool } from './kept.ts';
import { changedPool, checkNodes, newPool, poolPlan } from './orders.ts';
import { addNodes, addPool, removeNode } from './pools.ts';
import { poolView } from './view.ts';

/** Where one cluster is. */
export const clusterPath = '/v2/kubernetes/clusters/{cluster_id}';

/** The cluster that a path names. @throws ApiRefusal 404. */
export const findCluster = (call: Call, world: World): Cluster => {
  const cluster = world.of(Clusters).get(segment(call, 'cluster_id'));
  if (cluster === undefined) throw notFound('cluster');
  return cluster;
};

const findPool = (call: Call, world: World): { cluster: Cluster; pool: Pool } => {
  const cluster = findCluster(call, world);
  const pool = cluster.pools.get(segment(call, 'node_pool_id'));
  if (pool === undefined) throw notFound('node pool');
  return { cluster, pool };
};

const updatePool = (call: Call, world: World): RouteReply => {
  const { cluster, pool } = findPool(call, world);
  const given = read(call, changedPool);
  const count = given.count ?? pool.nodes.length;
  const autoScale = given.auto_scale ?? pool.autoScale;
  if (count < 1 && !autoScale) throw unprocessable('A node pool has at least one node.');
  const minNodes = given.min_nodes ?? pool.minNodes;
  const maxNodes = given.max_nodes ?? pool.maxNodes;
  if (autoScale && minNodes > maxNodes) {
    throw unprocessable('min_nodes cannot be larger than max_nodes.');
  }
  pool.name = given.name ?? pool.name;
  pool.tags = given.tags ? registerTags(world, given.tags) : pool.tags;
  pool.labels = given.labels ?? pool.labels;
  pool.taints = given.taints ?? pool.taints;
  pool.autoScale = autoScale;
  pool.minNodes = minNodes;
  pool.maxNodes = maxNodes;
  const difference = count - pool.nodes.length;
  if (difference > 0) {
    checkNodes(world, difference);
    addNodes(world, cluster, pool, difference, call.now);
  }
  for (const node of pool.nodes.slice(count)) removeNode(world, pool, node, call.now);
  return accepted({ node_pool: poolView(cluster, pool, call.holder) });
};

const deleteNode = (call: Call, world: World): RouteReply => {
  const { cluster, pool } = findPool(call, world);
  const node: Node | undefined = pool.nodes.find(({ id }) => id === segment(call, 'node_id'));
  if (node === undefined) throw notFound('node');
  removeNode(world, pool, node, call.now);
  if (call.query.get('replace') === '1') addNodes(world, cluster, pool, 1, call.now);
  return accepted();
};

/** Node pools. */
export const nodePoolRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${clusterPath}/node_pools`,
    requires: [['kubernetes:read']],
    handle: (call, world) => {
      const cluster = findCluster(call, world);
      const pools = [...cluster.pools.values()];
      return ok({ node_pools: pools.map((pool) => poolView(cluster, pool, call.holder)) });
    },
  },
  {
    method: 'POST',
    path: `${clusterPath}/node_pools`,
    requires: [['kubernetes:update']],
    handle: (call, world) => {
      const cluster = findCluster(call, world);
      const plan = poolPlan(read(call, newPool));
      checkNodes(world, plan.count);
      registerTags(world, plan.tags);
      const pool = addPool(world, cluster, plan, call.now);
      return created({ node_pool: poolView(cluster, pool, call.holder) });
    },
  },
  {
    method: 'GET',
    path: `${clusterPath}/node_pools/{node_pool_id}`,
    requires: [['kubernetes:read']],
    handle: (call, world) => {
      const { cluster, pool } = findPool(call, world);
      return ok({ node_pool: poolView(cluster, pool, call.holder) });
    },
  },
  {
    method: 'PUT',
    path: `${clusterPath}/node_pools/{node_pool_id}`,
    requires: [['kubernetes:update']],
    handle: updatePool,
  },
  {
    method: 'DELETE',
    path: `${clusterPath}/node_pools/{node_pool_id}`,
    requires: [['kubernetes:update']],
    handle: (call, world) => {
      const { cluster, pool } = findPool(call, world);
      for (const node of pool.nodes) removeNode(world, pool, node, call.now);
      cluster.pools.delete(pool.id);
      return done;
    },
  },
  {
    method: 'DELETE',
    path: `${clusterPath}/node_pools/{node_pool_id}/nodes/{node_id}`,
    requires: [['kubernetes:update']],
    handle: deleteNode,
  },
];
