// Node pools of a cluster: the operations.
import type { Account } from '../../account/account.ts';
import { registerTags } from '../../account/tagging.ts';
import {
  type Answer,
  accepted,
  type Call,
  created,
  done,
  ok,
  segment,
} from '../../exchange/call.ts';
import { read } from '../../exchange/input.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import {
  addNodes,
  addPool,
  type Cluster,
  type Node,
  type Pool,
  poolView,
  removeNode,
} from './cluster.ts';
import { changedPool, checkNodes, newPool, poolPlan } from './orders.ts';

/** Where one cluster is. */
export const clusterPath = '/v2/kubernetes/clusters/{cluster_id}';

/** The cluster that a path names. @throws Refusal 404. */
export const findCluster = (call: Call, account: Account): Cluster => {
  const cluster = account.clusters.get(segment(call, 'cluster_id'));
  if (cluster === undefined) throw notFound('cluster');
  return cluster;
};

const findPool = (call: Call, account: Account): { cluster: Cluster; pool: Pool } => {
  const cluster = findCluster(call, account);
  const pool = cluster.pools.get(segment(call, 'node_pool_id'));
  if (pool === undefined) throw notFound('node pool');
  return { cluster, pool };
};

const updatePool = (call: Call, account: Account): Answer => {
  const { cluster, pool } = findPool(call, account);
  const given = read(call, changedPool);
  const count = given.count ?? pool.nodes.length;
  if (count < 1 && !given.auto_scale) throw unprocessable('A node pool has at least one node.');
  pool.name = given.name;
  pool.tags = registerTags(account, given.tags);
  pool.labels = given.labels ?? null;
  pool.taints = given.taints;
  pool.autoScale = given.auto_scale ?? false;
  pool.minNodes = given.min_nodes ?? 0;
  pool.maxNodes = given.max_nodes ?? 0;
  const difference = count - pool.nodes.length;
  if (difference > 0) {
    checkNodes(account, difference);
    addNodes(account, cluster, pool, difference, call.now);
  }
  for (const node of pool.nodes.slice(count)) removeNode(account, pool, node, call.now);
  return accepted({ node_pool: poolView(cluster, pool, call.holder) });
};

const deleteNode = (call: Call, account: Account): Answer => {
  const { cluster, pool } = findPool(call, account);
  const node: Node | undefined = pool.nodes.find(({ id }) => id === segment(call, 'node_id'));
  if (node === undefined) throw notFound('node');
  removeNode(account, pool, node, call.now);
  if (call.query.get('replace') === '1') addNodes(account, cluster, pool, 1, call.now);
  return accepted();
};

/** Node pools. */
export const nodePoolRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: `${clusterPath}/node_pools`,
    requires: [['kubernetes:read']],
    handle: (call, account) => {
      const cluster = findCluster(call, account);
      const pools = [...cluster.pools.values()];
      return ok({ node_pools: pools.map((pool) => poolView(cluster, pool, call.holder)) });
    },
  },
  {
    method: 'POST',
    path: `${clusterPath}/node_pools`,
    requires: [['kubernetes:update']],
    handle: (call, account) => {
      const cluster = findCluster(call, account);
      const plan = poolPlan(read(call, newPool));
      checkNodes(account, plan.count);
      registerTags(account, plan.tags);
      const pool = addPool(account, cluster, plan, call.now);
      return created({ node_pool: poolView(cluster, pool, call.holder) });
    },
  },
  {
    method: 'GET',
    path: `${clusterPath}/node_pools/{node_pool_id}`,
    requires: [['kubernetes:read']],
    handle: (call, account) => {
      const { cluster, pool } = findPool(call, account);
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
    handle: (call, account) => {
      const { cluster, pool } = findPool(call, account);
      for (const node of pool.nodes) removeNode(account, pool, node, call.now);
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
