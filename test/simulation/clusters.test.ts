// Kubernetes clusters: their nodes, their kubeconfig, their states over time.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const cluster = {
  name: 'c',
  region: 'nyc3',
  version: '1.35',
  node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 2 }],
};

describe('a cluster', () => {
  it('is provisioned, runs, and its nodes are Droplets', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/kubernetes/clusters', cluster);
    expect(made.status).toBe(201);
    const path = `/v2/kubernetes/clusters/${made.body.kubernetes_cluster.id}`;
    const read = async () => (await send('GET', path)).body.kubernetes_cluster;
    expect(await read()).toMatchObject({
      status: { state: 'provisioning' },
      version: '1.35.2-do.0',
      endpoint: '',
    });
    expect((await send('GET', `${path}/kubeconfig`)).status).toBe(412);
    pass(180);
    const running = await read();
    expect(running.status.state).toBe('running');
    expect(running.endpoint).toContain(running.id);
    const [node] = running.node_pools[0].nodes;
    expect(node.status.state).toBe('running');
    expect((await send('GET', `/v2/droplets/${node.droplet_id}`)).body.droplet.tags).toContain(
      'k8s:worker',
    );
  });

  it('hands out a kubeconfig as YAML, with a token that differs each time', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/kubernetes/clusters')).body.kubernetes_clusters;
    const path = `/v2/kubernetes/clusters/${id}/kubeconfig`;
    const first = await send('GET', path);
    expect(first.headers.get('content-type')).toBe('application/yaml');
    expect(first.body).toContain('kind: Config');
    expect((await send('GET', path)).body).not.toBe(first.body);
    const credentials = await send(
      'GET',
      `/v2/kubernetes/clusters/${id}/credentials?expiry_seconds=60`,
    );
    expect(credentials.body.expires_at).toBe('2026-11-24T12:01:00Z');
  });

  it('is deleted in the background, with its nodes', async () => {
    const { send, pass } = createWorld();
    const [{ id, node_pools: pools }] = (await send('GET', '/v2/kubernetes/clusters')).body
      .kubernetes_clusters;
    expect((await send('DELETE', `/v2/kubernetes/clusters/${id}`)).status).toBe(204);
    const path = `/v2/kubernetes/clusters/${id}`;
    expect((await send('GET', path)).body.kubernetes_cluster.status.state).toBe('deleting');
    pass(30);
    expect((await send('GET', path)).status).toBe(404);
    expect((await send('GET', `/v2/droplets/${pools[0].nodes[0].droplet_id}`)).status).toBe(404);
  });

  it('turns on high availability by itself from version 1.36 on, and never off again', async () => {
    const { send } = createWorld();
    const make = async (name: string, version: string) =>
      (await send('POST', '/v2/kubernetes/clusters', { ...cluster, name, version })).body
        .kubernetes_cluster;
    expect((await make('old', '1.35')).ha).toBe(false);
    const latest = await make('new', 'latest');
    expect(latest.ha).toBe(true);
    const put = await send('PUT', `/v2/kubernetes/clusters/${latest.id}`, {
      name: 'new',
      ha: false,
    });
    expect(put.status).toBe(422);
  });

  it.each([
    ['an unknown version', { version: '1.2' }],
    ['an unknown size', { node_pools: [{ name: 'p', size: 's-1vcpu-1gb', count: 1 }] }],
    ['no node pools', { node_pools: [] }],
    ['an empty pool', { node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 0 }] }],
    ['a reserved tag', { tags: ['k8s-mine'] }],
    ['incomplete single sign-on', { sso: { enabled: true } }],
    [
      'more nodes than the account may have',
      { node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 60 }] },
    ],
    ['a worker subnet but no VPC network', { worker_subnet_uuid: 'x' }],
  ])('with %s is refused', async (_, change) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/kubernetes/clusters', { ...cluster, ...change })).status).toBe(
      422,
    );
  });

  it('grows and shrinks by its pools', async () => {
    const { send, pass } = createWorld();
    const [{ id, node_pools: pools }] = (await send('GET', '/v2/kubernetes/clusters')).body
      .kubernetes_clusters;
    const path = `/v2/kubernetes/clusters/${id}/node_pools/${pools[0].id}`;
    await send('PUT', path, { name: 'pool-main', count: 3 });
    const states = async () =>
      (await send('GET', path)).body.node_pool.nodes.map(
        (it: { status: { state: string } }) => it.status.state,
      );
    expect(await states()).toEqual(['running', 'running', 'provisioning']);
    pass(90);
    expect(await states()).toEqual(['running', 'running', 'running']);
    await send('PUT', path, { name: 'pool-main', count: 1 });
    expect(await states()).toEqual(['running']);
  });
});
