// Journeys about Kubernetes: a cluster comes up in minutes, its keys are kept back, and it goes with its nodes.
import { describe, expect, it } from 'vitest';
import { meetPerson, objectsAt, textAt } from './person.ts';

const order = {
  name: 'batch',
  region: 'fra1',
  version: '1.35',
  node_pools: [{ name: 'workers', size: 's-2vcpu-4gb', count: 3 }],
};

describe('a cluster', () => {
  it('"Set up a cluster of three nodes in Frankfurt and tell me how it goes"', async () => {
    const me = await meetPerson();
    const heard: string[] = [];
    const hear = (message: string) => heard.push(message);
    const made = await me.ask(
      'kubernetes_create_cluster',
      { ...order, wait_seconds: 45 },
      { hear },
    );
    const cluster_id = textAt(made, 'id');
    expect(made).toMatchObject({ status: { state: 'provisioning' }, state: 'provisioning' });
    expect(made['note']).toMatch(/Not finished after 45 seconds/);
    expect(made['next']).toContain(`kubernetes_get_cluster with cluster_id "${cluster_id}"`);

    const running = await me.until(
      'kubernetes_get_cluster',
      { cluster_id },
      'status.state',
      'running',
      { hear },
    );
    expect(heard[0]).toMatch(/^The cluster is provisioning after 0 seconds/);
    expect(heard.every((message) => message.includes('usually takes about 5 minutes'))).toBe(true);
    expect(running).toMatchObject({ version: '1.35.2-do.0', region: 'fra1', ha: false });
    expect(textAt(running, 'endpoint')).toContain(cluster_id);
    const nodes = objectsAt(running, 'node_pools.nodes');
    expect(nodes.map(({ status }) => status)).toEqual(
      Array.from({ length: 3 }, () => ({ state: 'running' })),
    );
    // The nodes are Droplets, billed and listed as such.
    const tag_name = `k8s:${cluster_id}`;
    const workers = await me.every('droplets_list', { tag_name });
    expect(workers.map(({ id }) => String(id))).toEqual(nodes.map((node) => node['droplet_id']));
    const [compact] = (await me.every('kubernetes_list_clusters')).filter(
      ({ name }) => name === 'batch',
    );
    expect(objectsAt(compact ?? {}, 'node_pools')).toEqual([
      expect.objectContaining({ name: 'workers', count: 3 }),
    ]);

    const taken = await me.refused('kubernetes_create_cluster', order);
    expect(taken).toMatchObject({ status: 422 });
    expect(taken.message).toMatch(/already exists/);

    const gone = await me.ask('kubernetes_delete_cluster', { cluster_id, wait_seconds: 45 });
    expect(gone).toMatchObject({ deleted: true, id: cluster_id });
    expect(gone).not.toHaveProperty('next');
    expect(await me.every('droplets_list', { tag_name })).toEqual([]);
    const lookup = await me.refused('kubernetes_get_cluster', { cluster_id });
    expect(lookup).toMatchObject({ status: 404 });
    expect(lookup.next).toContain('kubernetes_list_clusters');
  });

  it('"Give me the kubeconfig" is kept back unless the owner lets credentials through', async () => {
    const me = await meetPerson();
    const { id: cluster_id } = await me.named('kubernetes_list_clusters', 'shop-cluster');
    const tools = await me.tools();
    for (const tool of ['kubernetes_get_kubeconfig', 'kubernetes_get_credentials']) {
      expect(tools).not.toContain(tool);
      const no = await me.refused(tool, { cluster_id });
      expect(no).toMatchObject({ status: null, code: 'not_allowed' });
      expect(no.next).toContain('--allow-secrets');
    }
    expect(me.requests.some((request) => request.endsWith('/kubeconfig'))).toBe(false);

    const owner = await meetPerson({ argv: ['--allow-secrets'] });
    const { kubeconfig } = await owner.ask('kubernetes_get_kubeconfig', { cluster_id });
    expect(kubeconfig).toMatch(/^apiVersion: v1\n/);
    expect(kubeconfig).toMatch(/token: sandbox_k8s_/);
    const credentials = await owner.ask('kubernetes_get_credentials', {
      cluster_id,
      expiry_seconds: 3600,
    });
    expect(credentials['token']).toMatch(/^sandbox_k8s_/);
    expect(credentials['expires_at']).toMatch(/T13:00:\d\dZ$/);
  });

  it('"Let me in" to a cluster that is not up yet has to wait', async () => {
    const me = await meetPerson({ argv: ['--allow-secrets'] });
    const { id: cluster_id } = await me.ask('kubernetes_create_cluster', order);
    const early = await me.refused('kubernetes_get_kubeconfig', { cluster_id });
    expect(early).toMatchObject({ status: 412, code: 'precondition_failed' });
    expect(early.message).toMatch(/not provisioned yet/);
    await me.until('kubernetes_get_cluster', { cluster_id }, 'status.state', 'running');
    expect(await me.ask('kubernetes_get_kubeconfig', { cluster_id })).toHaveProperty('kubeconfig');
  });

  it('"Set up a cluster" that does not come up is told with the reason', async () => {
    const me = await meetPerson();
    me.faults.add({ action_errors: 'cluster' });
    const { id: cluster_id } = await me.ask('kubernetes_create_cluster', order);
    await me.pass(180);
    const failed = await me.refused('kubernetes_get_cluster', { cluster_id, wait_seconds: 45 });
    expect(failed).toMatchObject({ code: 'work_failed' });
    expect(failed.message).toMatch(/cluster ended in the state error: “The control plane/);
    expect(await me.ask('kubernetes_get_cluster', { cluster_id })).toMatchObject({
      status: { state: 'error' },
    });
  });

  it('"Set up a cluster" with what cannot be ordered is refused with the reason', async () => {
    const me = await meetPerson();
    const pool = { name: 'workers', size: 's-2vcpu-4gb', count: 1 };
    const tiny = await me.refused('kubernetes_create_cluster', {
      ...order,
      node_pools: [{ ...pool, size: 's-1vcpu-1gb' }],
    });
    expect(tiny.message).toMatch(/invalid size/);
    const old = await me.refused('kubernetes_create_cluster', { ...order, version: '1.20' });
    expect(old.message).toMatch(/invalid version/);
    const reserved = await me.refused('kubernetes_create_cluster', {
      ...order,
      tags: ['k8s-mine'],
    });
    expect(reserved.message).toMatch(/k8s are reserved/);
    const poolless = await me.refused('kubernetes_create_cluster', { ...order, node_pools: [] });
    expect(poolless).toMatchObject({ status: null, code: 'invalid_arguments' });
    const elastic = await me.refused('kubernetes_create_cluster', {
      ...order,
      node_pools: [{ ...pool, auto_scale: true }],
    });
    expect(elastic.message).toContain('min_nodes');
    expect(await me.every('kubernetes_list_clusters')).toHaveLength(1);
  });
});
