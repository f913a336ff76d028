// Node pools of clusters, and the single nodes in them.
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import type { Rule } from '../../../endpoint/rule.ts';
import { given, needs, overwrites, valued } from '../../../entry/conditions.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const itself = read('kubernetes_get_nodePool', {
  cluster_id: argument('cluster_id'),
  node_pool_id: argument('node_pool_id'),
});

// A pool has no state of its own: it is ready when all its nodes are there and run.
const life: Omit<LifeCycle, 'poll'> = {
  done: ['running'],
  failed: [],
  all: { list: 'node_pool.nodes', state: 'status.state', count: 'node_pool.count' },
  usually: 180,
  what: 'node pool',
};

const scaling = {
  kind: 'needs',
  when: { argument: 'auto_scale', is: [true] },
  arguments: ['min_nodes', 'max_nodes'],
} as const satisfies Rule;

const view = { drops: ['nodes.created_at', 'nodes.updated_at'] };

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
  kubernetes_add_nodePool: {
    title: 'Add a node pool',
    description:
      'Adds a group of like nodes to a cluster; they are Droplets, billed from now on, ready in some minutes.',
    conditions: [given('tags', needs('tag:read'))],
    rules: [
      {
        kind: 'needs',
        when: { argument: 'auto_scale', is: [true], absent: true },
        arguments: ['count'],
      },
      scaling,
    ],
    effect: 'write',
    cost: 'starts',
    reply: object('node_pool'),
    view,
    watch: {
      ...life,
      poll: read('kubernetes_get_nodePool', {
        cluster_id: argument('cluster_id'),
        node_pool_id: reply('node_pool.id'),
      }),
      missing: 'wait',
    },
  },
  kubernetes_update_nodePool: {
    title: 'Update a node pool',
    description:
      'Scales or changes a node pool; what is not given stays. Fewer nodes: the rest is drained and deleted. The size of nodes cannot change: add another pool.',
    conditions: [
      valued('count', [0], { effect: 'destroy', loses: 'takes every node out of the pool' }),
      given('count', { cost: 'raises' }),
      valued('auto_scale', [true], { cost: 'raises' }),
      given('max_nodes', { cost: 'raises' }),
      {
        ...overwrites(
          'tags',
          'replaces the tags: firewalls and load balancers by a former tag let its nodes go',
        ),
        ...needs('tag:read'),
      },
      overwrites('labels', 'replaces the labels that workloads choose nodes by'),
      overwrites('taints', 'replaces the taints that keep workloads off'),
    ],
    rules: [
      {
        kind: 'any_of',
        arguments: [
          'name',
          'count',
          'tags',
          'labels',
          'taints',
          'auto_scale',
          'min_nodes',
          'max_nodes',
        ],
      },
    ],
    effect: 'write',
    reply: object('node_pool'),
    view,
    watch: { ...life, poll: itself, settles: 20 },
    says: {
      tags: 'All tags that it shall have.',
      labels: 'All labels that its nodes shall have.',
      taints: 'All taints that its nodes shall have.',
    },
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
