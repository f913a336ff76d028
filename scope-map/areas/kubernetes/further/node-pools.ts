// Node pools of clusters, and the single nodes in them.
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import { itself, life, view } from '../node-pool-life.ts';
import facts from './facts.json' with { type: 'json' };

/** Node pools and nodes. */
export const nodePools = entriesOf(facts, {
  kubernetes_list_nodePools: {
    title: 'List node pools',
    description:
      'Lists the node pools of a cluster with size, count and scaling; the single nodes are in kubernetes_get_node_pool.',
    reply: { kind: 'list', key: 'node_pools', paging: { style: 'none' } },
    view: { drops: ['nodes'] },
  },
  kubernetes_get_nodePool: {
    title: 'Get a node pool',
    description: 'Shows one node pool with its nodes: their ids, states and Droplets.',
    reply: object('node_pool'),
    view,
    watch: { ...life, poll: itself },
  },
  kubernetes_delete_nodePool: {
    title: 'Delete a node pool',
    description:
      'Drains and deletes all nodes of a pool, for good; workloads need room in another pool, or they stop.',
    cost: 'stops',
    reply: nothing,
    watch: { poll: itself, done: [], failed: [], missing: 'done', usually: 120, what: 'node pool' },
  },
  kubernetes_delete_node: {
    title: 'Delete a node',
    description:
      'Drains and deletes one node with its disk; replace puts a new one in its place, without it the pool is smaller by one.',
    cost: 'stops',
    reply: nothing,
    watch: { ...life, poll: itself, settles: 30 },
  },
  kubernetes_recycle_node_pool: {
    title: 'Recycle a node pool',
    description:
      'Replaces nodes of a pool by new ones; kubernetes_delete_node with replace does it now.',
    deprecated: 'Use kubernetes_delete_node with replace 1, node by node.',
    effect: 'destroy',
    repeatable: false,
    reply: nothing,
    watch: { ...life, poll: itself, settles: 30 },
  },
});
