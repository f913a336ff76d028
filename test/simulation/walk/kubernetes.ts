// Kubernetes clusters, their pools and upgrades.
import type { Walker } from './walker.ts';

export const walkKubernetes = async ({ get, post, call, crud, pass }: Walker) => {
  await get('/v2/kubernetes/options');
  const { kubernetes_cluster: cluster } = await post('/v2/kubernetes/clusters', {
    name: 'walk',
    region: 'nyc3',
    version: 'latest',
    node_pools: [{ name: 'main', size: 's-2vcpu-4gb', count: 2, labels: null, tags: ['walk'] }],
  });
  const k8s = `/v2/kubernetes/clusters/${cluster.id}`;
  await crud('/v2/kubernetes/clusters', k8s);
  pass(200);
  await get(k8s);
  await get(`${k8s}/kubeconfig`);
  await get(`${k8s}/credentials`);
  await call('PUT', k8s, { name: 'walked', surge_upgrade: true });
  const { node_pool: pool } = await post(`${k8s}/node_pools`, {
    name: 'more',
    size: 's-1vcpu-2gb',
    count: 2,
  });
  pass(100);
  await crud(`${k8s}/node_pools`, `${k8s}/node_pools/${pool.id}`);
  await call('PUT', `${k8s}/node_pools/${pool.id}`, { name: 'more', count: 1 });
  const shown = await get(`${k8s}/node_pools/${pool.id}`);
  await call('DELETE', `${k8s}/node_pools/${pool.id}/nodes/${shown.node_pool.nodes[0].id}`);
  await call('DELETE', `${k8s}/node_pools/${pool.id}`);
  await get(`${k8s}/upgrades`);
  await get(`${k8s}/user`);
  await get(`${k8s}/status_messages`);
  await post(`${k8s}/clusterlint`);
  await get(`${k8s}/clusterlint`);
  pass(10);
  await get(`${k8s}/clusterlint`);
  const { registry } = await get('/v2/registry');
  const linked = { cluster_uuids: [cluster.id] };
  await post('/v2/kubernetes/registry', linked);
  await get(k8s);
  await call('DELETE', '/v2/kubernetes/registry', linked);
  await post('/v2/kubernetes/registries', { ...linked, registries: [registry.name] });
  await call('DELETE', '/v2/kubernetes/registries', { ...linked, registries: [registry.name] });
  await get(`${k8s}/destroy_with_associated_resources`);
  await call('DELETE', `${k8s}/destroy_with_associated_resources/selective`, {});
  await call('DELETE', `${k8s}/destroy_with_associated_resources/dangerous`);
  await call('DELETE', k8s);
  pass(60);
  const [settled] = (await get('/v2/kubernetes/clusters')).kubernetes_clusters;
  const upgrades = await get(`/v2/kubernetes/clusters/${settled.id}/upgrades`);
  const [next] = upgrades.available_upgrade_versions;
  await call('POST', `/v2/kubernetes/clusters/${settled.id}/upgrade`, { version: next.slug });
  await get(`/v2/kubernetes/clusters/${settled.id}`);
};
