// How changes of Kubernetes clusters and their node pools are put back.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { cluster_id: argument('cluster_id') };
const pool = { ...itself, node_pool_id: argument('node_pool_id') };
const poolNow = look('kubernetes_get_nodePool', pool);
const poolFields = asBefore(
  'name',
  'count',
  'tags',
  'labels',
  'taints',
  'auto_scale',
  'min_nodes',
  'max_nodes',
);
const made = { ...itself, node_pool_id: reply('node_pool.id') };
const gone = cannot('what ran in the cluster, and its state, is gone with it');
const both = {
  cluster_uuids: argument('cluster_uuids'),
  registries: argument('registries'),
};
const clusters = { cluster_uuids: argument('cluster_uuids') };
const unlessBefore = 'clusters for which that held before are changed too';

/** By operation id. */
export const undos: Undos = {
  kubernetes_create_cluster: removes(
    look('kubernetes_get_cluster', { cluster_id: reply('kubernetes_cluster.id') }),
    call('kubernetes_delete_cluster', { cluster_id: reply('kubernetes_cluster.id') }),
    ['name', 'tags', 'node_pools.name'],
    'whatever runs in it is lost, and its load balancers and volumes stay',
  ),
  kubernetes_delete_cluster: gone,
  kubernetes_destroy_associatedResourcesSelective: gone,
  kubernetes_destroy_associatedResourcesDangerous: gone,
  kubernetes_add_nodePool: removes(
    look('kubernetes_get_nodePool', made),
    call('kubernetes_delete_nodePool', made),
    ['name', 'count'],
    'what runs on its nodes moves elsewhere, or stops',
  ),
  kubernetes_update_nodePool: restores(
    poolNow,
    call('kubernetes_update_nodePool', { ...pool, ...poolFields }),
    { differs: 'nodes that went do not come back; others take their place' },
  ),
  kubernetes_update_cluster: restores(
    look('kubernetes_get_cluster', itself),
    call('kubernetes_update_cluster', {
      ...itself,
      ...asBefore(
        'name',
        'tags',
        'maintenance_policy',
        'auto_upgrade',
        'surge_upgrade',
        'control_plane_firewall',
        'cluster_autoscaler_configuration',
        'sso',
        'routing_agent',
        'p2p_oci_registry_plugin',
        'amd_gpu_device_plugin',
        'amd_gpu_device_metrics_exporter_plugin',
        'nvidia_gpu_device_plugin',
        'rdma_shared_dev_plugin',
      ),
    }),
    { differs: 'a control plane that was made highly available stays so' },
  ),
  kubernetes_upgrade_cluster: cannot('a version does not go back'),
  kubernetes_delete_nodePool: restores(
    poolNow,
    call('kubernetes_add_nodePool', { ...itself, ...poolFields, ...asBefore('size') }),
    { differs: 'the pool and its nodes are new, and what was on their disks is gone' },
  ),
  kubernetes_delete_node: cannot('what was on the disk of the node is gone with it'),
  kubernetes_recycle_node_pool: cannot('what was on the disks of the nodes is gone with them'),
  kubernetes_run_clusterLint: cannot('a check leaves nothing to put back'),
  kubernetes_add_registries: {
    ways: [{ calls: [call('kubernetes_remove_registries', both)], differs: unlessBefore }],
  },
  kubernetes_remove_registries: {
    ways: [{ calls: [call('kubernetes_add_registries', both)], differs: unlessBefore }],
  },
  kubernetes_add_registry: {
    ways: [{ calls: [call('kubernetes_remove_registry', clusters)], differs: unlessBefore }],
  },
  kubernetes_remove_registry: {
    ways: [{ calls: [call('kubernetes_add_registry', clusters)], differs: unlessBefore }],
  },
};
