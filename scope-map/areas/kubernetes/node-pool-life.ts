// How node pools of clusters come to be, wherever a call changes one.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { argument, read } from '../../entry/follow-ups.ts';

/** The pool that a call names. */
export const itself = read('kubernetes_get_nodePool', {
  cluster_id: argument('cluster_id'),
  node_pool_id: argument('node_pool_id'),
});

/** A pool has no state of its own: it is ready when all its nodes are there and run. */
export const life: Omit<LifeCycle, 'poll'> = {
  done: ['running'],
  failed: [],
  all: { list: 'node_pool.nodes', state: 'status.state', count: 'node_pool.count' },
  usually: 180,
  what: 'node pool',
};

/** How a pool is shown. */
export const view = { drops: ['nodes.created_at', 'nodes.updated_at'] };
