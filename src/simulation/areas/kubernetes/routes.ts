// Kubernetes clusters: the operations.

import { done, ok } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import type { Route } from '../../exchange/router.ts';
import { kubernetesOptions } from '../../reference/kubernetes.ts';
import { Assignables, idByName } from '../../things/belonging.ts';
import { RegistryGone } from '../../things/registries/registry.ts';
import { Residents } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { deleteCluster } from './cluster.ts';
import { credentials, kubeconfig } from './credentials.ts';
import { insightRoutes } from './insights.ts';
import { Clusters } from './kept.ts';
import { clusterPath, findCluster, nodePoolRoutes } from './node-pools.ts';
import { createCluster, updateCluster } from './orders.ts';
import { clusterRegistryRoutes } from './registries.ts';
import { upgradeRoutes } from './upgrades.ts';
import { clusterView } from './view.ts';

const routes: readonly Route[] = [
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
    handle: (call, world) =>
      page(call, 'kubernetes_clusters', [...world.of(Clusters).values()], (it) =>
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
    handle: (call, world) =>
      ok({ kubernetes_cluster: clusterView(findCluster(call, world), call.holder) }),
  },
  {
    method: 'PUT',
    path: clusterPath,
    requires: [['kubernetes:update']],
    handle: (call, world) => updateCluster(call, world, findCluster(call, world)),
  },
  {
    method: 'DELETE',
    path: clusterPath,
    requires: [['kubernetes:delete']],
    handle: (call, world) => {
      deleteCluster(world, findCluster(call, world), call.now);
      return done;
    },
  },
  {
    method: 'GET',
    path: `${clusterPath}/kubeconfig`,
    requires: [['kubernetes:access_cluster']],
    handle: (call, world) => kubeconfig(world, findCluster(call, world)),
  },
  {
    method: 'GET',
    path: `${clusterPath}/credentials`,
    requires: [['kubernetes:access_cluster']],
    handle: (call, world) => credentials(call, world, findCluster(call, world)),
  },
  ...nodePoolRoutes,
  ...upgradeRoutes,
  ...insightRoutes,
  ...clusterRegistryRoutes,
];

const join = (world: World): void => {
  const clusters = world.of(Clusters);
  world.of(Assignables).set('kubernetes', {
    scope: 'kubernetes:read',
    path: 'kubernetes/clusters',
    called: 'kubernetes',
    named: (name) => idByName(clusters.values(), name),
  });
  world.of(Residents).set('kubernetes', {
    scope: 'kubernetes:read',
    items: () => clusters.values(),
  });
  world.hear(RegistryGone, ({ name }) => {
    for (const cluster of clusters.values()) {
      cluster.registries = new Set([...cluster.registries].filter((other) => other !== name));
    }
  });
};

/** Kubernetes. */
export const kubernetesArea: SimulatedArea = { routes, join };
