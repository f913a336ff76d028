// Where DigitalOcean's document is wrong about Kubernetes clusters.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['kubernetes_create_cluster'],
    change: {
      kind: 'schema',
      at: 'body.node_pools.labels',
      set: { additionalProperties: { type: 'string' } },
    },
    why: 'Labels map names to text; the schema says nothing about their values.',
    source: 'example of the schema; Kubernetes labels are text',
  },
  {
    operations: ['kubernetes_create_cluster'],
    change: { kind: 'schema', at: 'body.node_pools', set: { minItems: 1 } },
    why: 'A cluster has at least one node pool.',
    source: 'description of the operation',
  },
  {
    operations: ['kubernetes_create_cluster'],
    change: { kind: 'optional', at: 'body.node_pools', names: ['count'] },
    why: 'A pool that scales by itself has bounds in place of a number; a rule of ours asks for either.',
    source: "description of the operation; DigitalOcean's Go client leaves a count of nothing out",
  },
  {
    operations: ['kubernetes_add_nodePool', 'kubernetes_update_nodePool'],
    change: {
      kind: 'schema',
      at: 'body.labels',
      set: { additionalProperties: { type: 'string' } },
    },
    why: 'Labels map names to text; the schema says nothing about their values.',
    source: 'example of the schema; Kubernetes labels are text',
  },
  {
    operations: ['kubernetes_add_nodePool'],
    change: { kind: 'optional', at: 'body', names: ['count'] },
    why: 'A pool that scales by itself has bounds in place of a number; a rule of ours asks for either.',
    source: "description of the operation; DigitalOcean's Go client leaves a count of nothing out",
  },
  {
    operations: ['kubernetes_update_nodePool'],
    change: { kind: 'optional', at: 'body', names: ['name', 'count'] },
    why: 'What is not sent stays: a renamed pool must not be scaled, nor a scaled one renamed.',
    source: "DigitalOcean's command line and Go client send only what changes",
  },
  {
    operations: ['kubernetes_add_nodePool', 'kubernetes_update_nodePool'],
    change: { kind: 'schema', at: 'body.count', set: { minimum: 0 } },
    why: 'There is no negative number of nodes.',
    source: 'meaning of the field',
  },
];
