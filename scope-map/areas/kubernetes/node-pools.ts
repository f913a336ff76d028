// Node pools of clusters: adding one, and scaling or changing it.
import type { Rule } from '../../endpoint/rule.ts';
import { given, needs, overwrites, valued } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { object } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { itself, life, view } from './node-pool-life.ts';

const scaling = {
  kind: 'needs',
  when: { argument: 'auto_scale', is: [true] },
  arguments: ['min_nodes', 'max_nodes'],
} as const satisfies Rule;

/** What the arguments of both mean. */
const says = {
  name: 'Name of the pool.',
  count: 'Number of nodes.',
  auto_scale: 'Let the pool scale by itself, between min_nodes and max_nodes.',
  min_nodes: 'Fewest nodes.',
  max_nodes: 'Most nodes, each billed while there.',
  taints: 'Keep workloads off that do not tolerate these.',
};

/** By operation id. */
export const nodePools = entriesOf(facts, {
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
    says: {
      ...says,
      size: 'Size slug of its nodes, from kubernetes_list_options; cannot be changed later.',
      tags: 'Tags for its nodes, not starting with k8s.',
      labels: 'Kubernetes labels for all its nodes.',
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
      ...says,
      node_pool_id: 'Node pool id.',
      tags: 'All tags that it shall have.',
      labels: 'All labels that its nodes shall have.',
      taints: 'All taints that its nodes shall have.',
    },
  },
});
