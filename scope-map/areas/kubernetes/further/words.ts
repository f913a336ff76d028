// What the arguments of further calls on Kubernetes clusters mean.
import type { Words } from '../../../endpoint/words.ts';
import { words as clusterWords } from '../words.ts';

/** Descriptions by dotted argument name; the settings of a cluster mean the same as when it is created. */
export const words: Words = {
  ...clusterWords,
  cluster_uuids: 'Cluster ids.',
  exclude_checks: 'Checks to leave out.',
  exclude_groups: 'Groups of checks to leave out.',
  ha: 'Highly available control plane, $40 a month; never off again.',
  include_checks: 'Only these checks, such as bare-pods.',
  include_groups:
    'Only these groups of checks: basic, doks, security, workload-health; default: doks.',
  load_balancers: 'Ids of load balancers to delete too.',
  name: 'Name of the pool.',
  node_id: 'Node id, from kubernetes_get_node_pool.',
  node_pool_id: 'Node pool id.',
  nodes: 'Node ids; all nodes of the pool if absent.',
  registries: 'Names of registries.',
  replace: '1: put a new node in its place.',
  run_id: 'Run id, from kubernetes_run_cluster_lint.',
  since: 'Only messages since this time.',
  skip_drain: '1: do not move workloads away first; they die.',
  volume_snapshots: 'Ids of volume snapshots to delete too.',
  volumes: 'Ids of volumes to delete too.',
};
