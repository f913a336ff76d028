// What the arguments of further calls on Kubernetes clusters mean.
import type { Words } from '../../../endpoint/words.ts';
import { words as clusterWords } from '../words.ts';

/** Descriptions by dotted argument name; the settings of a cluster mean the same as when it is created. */
export const words: Words = {
  ...clusterWords,
  auto_scale: 'Let the pool scale by itself, between min_nodes and max_nodes.',
  cluster_uuids: 'Cluster ids.',
  count: 'Number of nodes.',
  exclude_checks: 'Checks to leave out.',
  exclude_groups: 'Groups of checks to leave out.',
  ha: 'Highly available control plane, $40 a month; never off again.',
  include_checks: 'Only these checks, such as bare-pods.',
  include_groups:
    'Only these groups of checks: basic, doks, security, workload-health; default: doks.',
  labels: 'Kubernetes labels for all its nodes.',
  load_balancers: 'Ids of load balancers to delete too.',
  max_nodes: 'Most nodes, each billed while there.',
  min_nodes: 'Fewest nodes.',
  name: 'Name of the pool.',
  node_id: 'Node id, from kubernetes_get_node_pool.',
  node_pool_id: 'Node pool id.',
  nodes: 'Node ids; all nodes of the pool if absent.',
  registries: 'Names of registries.',
  replace: '1: put a new node in its place.',
  run_id: 'Run id, from kubernetes_run_cluster_lint.',
  since: 'Only messages since this time.',
  size: 'Size slug of its nodes, from kubernetes_list_options; cannot be changed later.',
  skip_drain: '1: do not move workloads away first; they die.',
  tags: 'Tags for its nodes, not starting with k8s.',
  taints: 'Keep workloads off that do not tolerate these.',
  volume_snapshots: 'Ids of volume snapshots to delete too.',
  volumes: 'Ids of volumes to delete too.',
};
