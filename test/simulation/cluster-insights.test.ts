// What is told about clusters: their user, checks, registries, and their end with what belongs to them.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const prepare = async () => {
  const world = createWorld();
  const [{ id }] = (await world.send('GET', '/v2/kubernetes/clusters')).body.kubernetes_clusters;
  return { ...world, id, path: `/v2/kubernetes/clusters/${id}` };
};

describe('a cluster', () => {
  it('is checked, and the newest check is the one that is read', async () => {
    const { send, pass, path } = await prepare();
    expect((await send('GET', `${path}/clusterlint`)).status).toBe(404);
    const first = (await send('POST', `${path}/clusterlint`)).body.run_id;
    expect((await send('GET', `${path}/clusterlint`)).body).not.toHaveProperty('completed_at');
    pass(5);
    expect((await send('GET', `${path}/clusterlint`)).body).toMatchObject({
      run_id: first,
      completed_at: expect.any(String),
      diagnostics: [],
    });
    const second = (await send('POST', `${path}/clusterlint`)).body.run_id;
    expect((await send('GET', `${path}/clusterlint`)).body.run_id).toBe(second);
    const asked = await send('GET', `${path}/clusterlint?run_id=${first}`);
    expect(asked.body.run_id).toBe(first);
    expect((await send('GET', `${path}/clusterlint?run_id=x`)).status).toBe(404);
  });

  it('is not checked before it runs, and says why it does not', async () => {
    const { send } = createWorld();
    const order = {
      name: 'young',
      region: 'nyc3',
      version: 'latest',
      node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 1 }],
    };
    const { id } = (await send('POST', '/v2/kubernetes/clusters', order)).body.kubernetes_cluster;
    const path = `/v2/kubernetes/clusters/${id}`;
    expect((await send('POST', `${path}/clusterlint`)).status).toBe(412);
    expect((await send('GET', `${path}/status_messages`)).body.messages).toMatchObject([
      { message: 'provisioning' },
    ]);
    const since = '2030-01-01T00:00:00Z';
    expect((await send('GET', `${path}/status_messages?since=${since}`)).body.messages).toEqual([]);
  });

  it('names its user', async () => {
    const { send, path } = await prepare();
    const { email } = (await send('GET', '/v2/account')).body.account;
    expect((await send('GET', `${path}/user`)).body.kubernetes_cluster_user.username).toBe(email);
  });

  it('pulls from registries until they are taken off or gone', async () => {
    const { send, id, path } = await prepare();
    const { name } = (await send('GET', '/v2/registry')).body.registry;
    const cluster_uuids = [id];
    const read = async () => (await send('GET', path)).body.kubernetes_cluster;
    const post = (body: object, road = 'registries') =>
      send('POST', `/v2/kubernetes/${road}`, body);
    expect((await post({ cluster_uuids, registries: ['nothing'] })).status).toBe(404);
    expect((await post({ cluster_uuids: ['x'], registries: [name] })).status).toBe(404);
    expect((await post({ cluster_uuids, registries: [name] })).status).toBe(204);
    expect(await read()).toMatchObject({ registry_enabled: true, registries: [name] });
    await send('DELETE', '/v2/kubernetes/registries', { cluster_uuids, registries: [name] });
    expect(await read()).toMatchObject({ registry_enabled: false, registries: [] });
    expect((await post({ cluster_uuids }, 'registry')).status).toBe(204);
    expect(await read()).toMatchObject({ registries: [name] });
    await send('DELETE', `/v2/registries/${name}`);
    expect(await read()).toMatchObject({ registry_enabled: false });
  });

  it('goes with nothing that does not belong to it', async () => {
    const { send, pass, path } = await prepare();
    const end = `${path}/destroy_with_associated_resources`;
    const [volume] = (await send('GET', '/v2/volumes')).body.volumes;
    expect((await send('GET', end)).body).toEqual({
      load_balancers: [],
      volumes: [],
      volume_snapshots: [],
    });
    const chosen = { volumes: [volume.id] };
    expect((await send('DELETE', `${end}/selective`, chosen)).status).toBe(422);
    expect((await send('DELETE', `${end}/dangerous`)).status).toBe(204);
    pass(60);
    expect((await send('GET', path)).status).toBe(404);
    expect((await send('GET', `/v2/volumes/${volume.id}`)).status).toBe(200);
  });

  it('takes along what was made from inside it, which carries or goes by its tag', async () => {
    const { send, pass, path } = await prepare();
    const end = `${path}/destroy_with_associated_resources`;
    const tag = `k8s:${path.split('/').at(-1)}`;
    const make = async (name: string) =>
      (
        await send('POST', '/v2/volumes', {
          name,
          region: 'nyc3',
          size_gigabytes: 5,
          tags: [tag],
        })
      ).body.volume;
    const kept = await make('pvc-kept');
    const gone = await make('pvc-gone');
    const balancer = (
      await send('POST', '/v2/load_balancers', {
        name: 'a-service',
        region: 'nyc3',
        tag,
        forwarding_rules: [
          { entry_protocol: 'tcp', entry_port: 80, target_protocol: 'tcp', target_port: 80 },
        ],
      })
    ).body.load_balancer;
    expect((await send('GET', end)).body).toEqual({
      load_balancers: [{ id: balancer.id, name: 'a-service' }],
      volumes: [
        { id: kept.id, name: 'pvc-kept' },
        { id: gone.id, name: 'pvc-gone' },
      ],
      volume_snapshots: [],
    });
    const chosen = { load_balancers: [balancer.id], volumes: [gone.id] };
    expect((await send('DELETE', `${end}/selective`, chosen)).status).toBe(204);
    pass(60);
    expect((await send('GET', `/v2/volumes/${gone.id}`)).status).toBe(404);
    expect((await send('GET', `/v2/volumes/${kept.id}`)).status).toBe(200);
    expect((await send('GET', `/v2/load_balancers/${balancer.id}`)).status).toBe(404);
  });
});
