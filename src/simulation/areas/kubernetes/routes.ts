// Kubernetes clusters: the operations.
import { done, ok } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import type { Route } from '../../exchange/router.ts';
import { kubernetesOptions } from '../../reference/kubernetes.ts';
import { clusterView, deleteCluster } from './cluster.ts';
import { credentials, kubeconfig } from './credentials.ts';
import { clusterPath, findCluster, nodePoolRoutes } from './node-pools.ts';
import { createCluster, updateCluster } from './orders.ts';

/** Kubernetes. */
export const kubernetesRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/kubernetes/options',
    requires: [['kubernetes:read']],
    handle: () => ok({ options: kubernetesOptions }),
  },
  {
    method: 'GET',
    path: '/v2/kubernetes/clusters',
    requires: [['kubernetes:read']],
    handle: (call, account) =>
      page(call, 'kubernetes_clusters', [...account.clusters.values()], (it) =>
        clusterView(it, call.holder),
      ),
  },
  {
    method: 'POST',
    path: '/v2/kubernetes/clusters',
    requires: [['kubernetes:create']],
    handle: createCluster,
  },
  {
    method: 'GET',
    path: clusterPath,
    requires: [['kubernetes:read']],
    handle: (call, account) =>
      ok({ kubernetes_cluster: clusterView(findCluster(call, account), call.holder) }),
  },
  {
    method: 'PUT',
    path: clusterPath,
    requires: [['kubernetes:update']],
    handle: (call, account) => updateCluster(call, account, findCluster(call, account)),
  },
  {
    method: 'DELETE',
    path: clusterPath,
    requires: [['kubernetes:delete']],
    handle: (call, account) => {
      deleteCluster(account, findCluster(call, account), call.now);
      return done;
    },
  },
  {
    method: 'GET',
    path: `${clusterPath}/kubeconfig`,
    requires: [['kubernetes:access_cluster']],
    handle: (call, account) => kubeconfig(account, findCluster(call, account)),
  },
  {
    method: 'GET',
    path: `${clusterPath}/credentials`,
    requires: [['kubernetes:access_cluster']],
    handle: (call, account) => credentials(call, account, findCluster(call, account)),
  },
  ...nodePoolRoutes,
];
