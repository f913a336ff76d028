// Kubernetes clusters, their node pools, and the credentials to reach them.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import { describeArea } from '../../entry/area-map.ts';
import { given, needs } from '../../entry/conditions.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { nodePools } from './node-pools.ts';
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'kubernetes_cluster.status.state',
  done: ['running'],
  failed: ['error', 'deleted'],
  message: 'kubernetes_cluster.status.message',
  usually: 300,
  what: 'cluster',
};

const itself = read('kubernetes_get_cluster', { cluster_id: argument('cluster_id') });

const plugins = [
  'cluster_autoscaler_configuration',
  'routing_agent',
  'p2p_oci_registry_plugin',
  'amd_gpu_device_plugin',
  'amd_gpu_device_metrics_exporter_plugin',
  'nvidia_gpu_device_plugin',
  'rdma_shared_dev_plugin',
  'coredns_autoscaler',
  'sso',
];

export default describeArea(facts, words, {
  kubernetes_list_clusters: {
    title: 'List Kubernetes clusters',
    description: 'Lists clusters with version, state and node pools.',
    reply: pagedList('kubernetes_clusters'),
    view: { drops: ['node_pools.nodes', ...plugins] },
  },
  kubernetes_get_cluster: {
    title: 'Get a Kubernetes cluster',
    description: 'Shows one cluster with its node pools and the state of each node.',
    reply: object('kubernetes_cluster'),
    view: { drops: ['node_pools.nodes.created_at', 'node_pools.nodes.updated_at'] },
    watch: { ...life, poll: itself },
  },
  kubernetes_create_cluster: {
    title: 'Create a Kubernetes cluster',
    description:
      'Creates a cluster, ready in some minutes; its nodes are Droplets and cost as those do, ha more on top.',
    conditions: [
      given('tags', needs('tag:read', 'tag:create')),
      given('vpc_uuid', needs('vpc:read')),
      given('worker_subnet_uuid', needs('vpc:read')),
    ],
    rules: [
      { kind: 'needs', when: { argument: 'worker_subnet_uuid' }, arguments: ['vpc_uuid'] },
      {
        kind: 'needs',
        when: { argument: 'sso.enabled', is: [true] },
        arguments: ['sso.issuer_url', 'sso.client_id'],
      },
      { kind: 'needs', when: { argument: 'sso.required', is: [true] }, arguments: ['sso.enabled'] },
      {
        kind: 'each',
        list: 'node_pools',
        rules: [
          {
            kind: 'needs',
            when: { argument: 'auto_scale', is: [true], absent: true },
            arguments: ['count'],
          },
          {
            kind: 'needs',
            when: { argument: 'auto_scale', is: [true] },
            arguments: ['min_nodes', 'max_nodes'],
          },
        ],
      },
    ],
    effect: 'write',
    cost: 'starts',
    reply: object('kubernetes_cluster'),
    watch: {
      ...life,
      poll: read('kubernetes_get_cluster', { cluster_id: reply('kubernetes_cluster.id') }),
      missing: 'wait',
    },
    says: {
      version: 'Version slug, a minor such as 1.34, or "latest".',
      tags: 'Tags, for its nodes too: firewalls and load balancers by tag take them in. Not starting with k8s.',
      vpc_uuid: "VPC id; default: the region's own.",
      'node_pools.name': 'Pool name.',
    },
  },
  kubernetes_delete_cluster: {
    title: 'Delete a Kubernetes cluster',
    description:
      'Deletes a cluster with all nodes and workloads, for good. Load balancers and volumes made from inside it stay and keep costing.',
    cost: 'stops',
    reply: nothing,
    watch: {
      ...life,
      poll: itself,
      done: ['deleted'],
      failed: ['error'],
      missing: 'done',
      usually: 120,
    },
  },
  kubernetes_get_kubeconfig: {
    title: 'Get a kubeconfig',
    description: 'Hands out a kubeconfig as YAML: whoever holds it controls the cluster.',
    discloses: {
      kind: 'credential',
      fields: ['kubeconfig'],
      only: true,
      // That one holds no credential: each user logs in through doctl.
      unless: { argument: 'type', is: ['sso'] },
      kept: { file: 'kubeconfig.yaml', use: 'set KUBECONFIG=<file> for kubectl and helm' },
    },
    reply: { kind: 'text', as: 'kubeconfig' },
    says: { type: 'How kubectl logs in: a token, or single sign-on where set up.' },
  },
  kubernetes_get_credentials: {
    title: 'Get cluster credentials',
    description:
      'Hands out server address, certificate and token of a cluster, for other clients than kubectl.',
    discloses: {
      kind: 'credential',
      fields: ['token', 'client_certificate_data', 'client_key_data'],
      only: true,
    },
    reply: object(null),
  },
  kubernetes_list_options: {
    title: 'List options of Kubernetes clusters',
    description:
      'Shows regions, node sizes and versions for new clusters, as slugs; prices of node sizes are in sizes_list.',
    reply: object('options'),
    view: { drops: ['versions.supported_features', 'sizes.name'] },
  },
  ...nodePools,
});
