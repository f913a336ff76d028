// What goes with clusters, node pools and nodes, and what was made from inside a cluster and outlives it.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look, priceOfSize, shownWith } from '../../entry/looks.ts';

const cluster: Thing = {
  look: look('kubernetes_get_cluster', { cluster_id: argument('cluster_id') }),
  details: [
    { at: 'version', says: 'version {}' },
    { at: 'region', says: 'in {}' },
    { at: 'created_at', as: 'age' },
    { at: 'tags', says: 'tagged {}' },
  ],
};

const nodes: Hanging = {
  kind: 'node',
  asks: 'how many nodes it has',
  fate: 'destroyed',
  at: 'node_pools',
  counted: 'count',
  costs: priceOfSize('size', 'count'),
  note: 'with everything that runs on them',
};

/** What a cluster has made by itself, by the field that tells it. */
const made = [
  {
    kind: 'load balancer',
    at: 'load_balancers',
    asks: 'which load balancers were made from inside it',
    ...shownWith('load_balancer:read'),
  },
  {
    kind: 'volume',
    at: 'volumes',
    asks: 'which volumes were made from inside it',
    ...shownWith('block_storage:read'),
  },
  {
    kind: 'volume snapshot',
    at: 'volume_snapshots',
    asks: 'which snapshots of its volumes there are',
    ...shownWith('block_storage_snapshot:read'),
  },
] as const;

const withIt = (fate: Hanging['fate'], byArgument = false): readonly Hanging[] =>
  made.map((one) => ({
    ...one,
    fate,
    look: look('kubernetes_list_associatedResources', { cluster_id: argument('cluster_id') }),
    ...(byArgument && {
      chosen: { at: 'id', is: argument(one.at), fate: 'destroyed' as const },
    }),
  }));

const whole = { kind: 'Kubernetes cluster', known: 'cluster_id', thing: cluster } as const;

const pool: Thing = {
  look: look('kubernetes_get_nodePool', {
    cluster_id: argument('cluster_id'),
    node_pool_id: argument('node_pool_id'),
  }),
  details: [{ at: 'size' }, { at: 'count', says: 'nodes: {}' }, { at: 'tags', says: 'tagged {}' }],
};

const ofCluster: Hanging = {
  kind: 'Kubernetes cluster',
  asks: 'of which cluster it is',
  fate: 'loses',
  look: look('kubernetes_get_cluster', { cluster_id: argument('cluster_id') }),
};

const node: Hanging = {
  kind: 'node',
  asks: 'which nodes it has',
  fate: 'destroyed',
  at: 'nodes',
};

const thePool = { kind: 'node pool', known: 'node_pool_id', thing: pool } as const;

const clusters: Hanging = {
  kind: 'Kubernetes cluster',
  asks: 'which clusters they are',
  fate: 'loses',
  argument: 'cluster_uuids',
  named: '',
  called: { look: look('kubernetes_list_clusters', {}), by: 'id', named: 'name' },
  note: 'what is not on a node already is no longer pulled',
};

/** By operation id. */
export const harms: Harms = {
  kubernetes_delete_cluster: {
    ...whole,
    losesData: true,
    hangs: [nodes, ...withIt('keeps_costing')],
  },
  kubernetes_destroy_associatedResourcesSelective: {
    ...whole,
    losesData: true,
    hangs: [nodes, ...withIt('keeps_costing', true)],
  },
  kubernetes_destroy_associatedResourcesDangerous: {
    ...whole,
    losesData: true,
    hangs: [nodes, ...withIt('destroyed')],
  },
  kubernetes_update_cluster: {
    ...whole,
    hangs: [
      {
        kind: 'tag',
        asks: 'which tags it has',
        fate: 'destroyed',
        when: { argument: 'tags' },
        at: 'tags',
        named: '',
        unless: { at: '', is: argument('tags') },
        note: 'no longer on the cluster and its nodes',
        ...shownWith('tag:read'),
      },
      {
        kind: 'address that may reach the Kubernetes API',
        asks: 'which addresses may reach the Kubernetes API',
        fate: 'loses',
        when: { argument: 'control_plane_firewall.allowed_addresses' },
        at: 'control_plane_firewall.allowed_addresses',
        named: '',
        unless: { at: '', is: argument('control_plane_firewall.allowed_addresses') },
      },
    ],
  },
  kubernetes_update_nodePool: {
    ...thePool,
    losesData: [{ argument: 'count', is: [0] }],
    hangs: [
      { ...node, when: { argument: 'count', is: [0] } },
      { ...ofCluster, fate: 'stays' },
    ],
  },
  kubernetes_delete_nodePool: {
    kind: 'node pool',
    known: 'node_pool_id',
    thing: { ...pool, costs: priceOfSize('size', 'count') },
    losesData: true,
    hangs: [node, { ...ofCluster, note: 'what ran there needs room in another pool' }],
  },
  kubernetes_delete_node: {
    kind: 'node',
    known: 'node_id',
    thing: {
      ...pool,
      details: [{ at: 'status.state' }, { at: 'created_at', as: 'age' }],
      at: 'nodes',
      belongs: [{ at: 'id', is: argument('node_id') }],
    },
    losesData: true,
    hangs: [
      {
        kind: 'node pool',
        asks: 'of which pool it is',
        fate: 'loses',
        look: pool.look,
        note: 'smaller by one unless it is replaced',
      },
    ],
  },
  kubernetes_recycle_node_pool: {
    ...thePool,
    does: 'Replaces nodes of',
    losesData: true,
    hangs: [
      { ...node, when: { argument: 'nodes', absent: true } },
      {
        ...node,
        when: { argument: 'nodes' },
        belongs: [{ at: 'id', is: argument('nodes') }],
      },
    ],
  },
  kubernetes_remove_registries: {
    kind: 'registry',
    does: 'Takes from clusters',
    name: 'registries',
    hangs: [clusters],
  },
  kubernetes_remove_registry: {
    kind: 'registry',
    does: 'Takes from clusters',
    thing: { look: look('registries_list', {}) },
    hangs: [clusters],
  },
};
