// How people ask for Kubernetes clusters, their nodes and their health.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id, those of both shelves. */
export const asked: Askings = {
  kubernetes_list_clusters: {
    asked: ['show my k8s clusters', 'how many clusters do we run', 'what kubernetes do i have'],
    common: 2,
  },
  kubernetes_get_cluster: {
    asked: [
      'is the cluster healthy',
      'which version does my cluster run',
      'details of the production cluster',
      'is my new cluster ready yet',
    ],
    common: 2,
  },
  kubernetes_create_cluster: {
    asked: [
      'set up a new kubernetes cluster with three nodes',
      'spin up a k8s environment',
      'start a doks cluster in frankfurt',
    ],
    common: 2,
  },
  kubernetes_delete_cluster: {
    asked: [
      'tear down the staging cluster',
      'get rid of my k8s cluster',
      'shut the cluster down for good',
    ],
  },
  kubernetes_get_kubeconfig: {
    asked: [
      'give me the kubeconfig',
      'how do i connect kubectl to my cluster',
      'config file to log in to the cluster',
    ],
  },
  kubernetes_get_credentials: {
    asked: [
      'api token of my cluster',
      'certificate and server address of the cluster api',
      'credentials for a script that talks to kubernetes',
    ],
    common: 0,
  },
  kubernetes_update_cluster: {
    asked: [
      'rename my cluster',
      'turn on automatic upgrades for the cluster',
      'make the control plane highly available',
      'change when maintenance happens on k8s',
      'only let our office reach the kubernetes api',
      'set up sso login for the cluster',
    ],
  },
  kubernetes_list_options: {
    asked: [
      'which kubernetes versions can i choose',
      'what node sizes are there for clusters',
      'newest k8s version on offer',
      'where can i run kubernetes',
    ],
  },
  kubernetes_get_availableUpgrades: {
    asked: [
      'is there a newer version for my cluster',
      'can i upgrade kubernetes',
      'is the cluster out of date',
    ],
  },
  kubernetes_upgrade_cluster: {
    asked: [
      'bring the cluster to the latest version',
      'upgrade kubernetes to 1.34',
      'update k8s to a newer release',
    ],
  },
  kubernetes_list_associatedResources: {
    asked: [
      'what would be left over if i delete the cluster',
      'which volumes and load balancers belong to the cluster',
      'what did kubernetes create on its own',
    ],
  },
  kubernetes_destroy_associatedResourcesSelective: {
    asked: [
      'delete the cluster and its load balancer but keep the volumes',
      'remove the cluster with some of its disks',
      'tear down k8s and only these leftovers',
    ],
    common: 0,
  },
  kubernetes_destroy_associatedResourcesDangerous: {
    asked: [
      'delete the cluster with everything it made',
      'wipe the cluster including its volumes and load balancers',
      'remove kubernetes and leave nothing behind that costs',
    ],
    common: 0,
  },
  kubernetes_list_nodePools: {
    asked: [
      'which node pools does the cluster have',
      'what machines run in my cluster',
      'is autoscaling on for the nodes',
    ],
  },
  kubernetes_get_nodePool: {
    asked: [
      'are all nodes of this pool ready',
      'show the nodes in the pool',
      'which droplets are workers in this pool',
    ],
  },
  kubernetes_add_nodePool: {
    asked: [
      'add gpu nodes to the cluster',
      'i need bigger workers in k8s',
      'a second group of machines for the cluster',
      'give the cluster another pool',
    ],
  },
  kubernetes_update_nodePool: {
    asked: [
      'scale the cluster to five nodes',
      'more workers please',
      'shrink the pool to two machines',
      'turn on autoscaling between 2 and 6 nodes',
      'put a label on the workers',
    ],
    common: 2,
  },
  kubernetes_delete_nodePool: {
    asked: [
      'drop the old node pool',
      'remove the gpu workers',
      'get rid of a whole group of nodes',
    ],
  },
  kubernetes_delete_node: {
    asked: [
      'replace a broken node',
      'kick one worker out of the cluster',
      'this node hangs, give me a fresh one',
    ],
  },
  kubernetes_recycle_node_pool: {
    asked: ['recycle nodes', 'refresh all machines of a pool'],
    common: 0,
  },
  kubernetes_get_status_messages: {
    asked: [
      'why is my cluster stuck provisioning',
      'any incidents with the cluster',
      'what does digitalocean say is wrong with my k8s',
    ],
  },
  kubernetes_run_clusterLint: {
    asked: [
      'lint my cluster',
      'check kubernetes for security mistakes',
      'is the cluster fit for an upgrade',
    ],
  },
  kubernetes_get_clusterLintResults: {
    asked: [
      'what did the cluster check find',
      'show the lint report',
      'which pods break best practice',
    ],
  },
  kubernetes_get_clusterUser: {
    asked: [
      'who am i in the cluster',
      'my kubernetes groups',
      'under which username does my token act in k8s',
    ],
    common: 0,
  },
  kubernetes_add_registries: {
    asked: [
      'let the cluster pull private images',
      'connect my docker registry with kubernetes',
      'image pull secret for all namespaces',
    ],
  },
  kubernetes_remove_registries: {
    asked: [
      'stop the cluster from pulling from this registry',
      'disconnect a registry from kubernetes',
    ],
  },
  kubernetes_add_registry: {
    asked: ['integrate the registry with my clusters'],
    common: 0,
  },
  kubernetes_remove_registry: {
    asked: ['undo the registry integration of my clusters'],
    common: 0,
  },
};
