// What goes with clusters of Kubernetes, databases, registries and apps.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../tools/json-object.ts';
import { meetOwner, type Owner } from './owner.ts';

const clusterOf = async (me: Owner): Promise<string> =>
  String((await me.named('/v2/kubernetes/clusters', 'kubernetes_clusters', 'shop-cluster'))['id']);

const madeInside = async (me: Owner, cluster: string): Promise<JsonObject> => {
  const tag = `k8s:${cluster}`;
  await me.make('POST', '/v2/load_balancers', {
    name: 'a-service',
    region: 'nyc3',
    tag,
    forwarding_rules: [
      { entry_protocol: 'tcp', entry_port: 80, target_protocol: 'tcp', target_port: 80 },
    ],
  });
  const { volume } = await me.make('POST', '/v2/volumes', {
    name: 'pvc-orders',
    region: 'nyc3',
    size_gigabytes: 5,
    tags: [tag],
  });
  return volume as JsonObject;
};

describe('a Kubernetes cluster', () => {
  it('counts its nodes with what they cost, and names what it made and leaves behind', async () => {
    const me = await meetOwner();
    const cluster_id = await clusterOf(me);
    const volume = await madeInside(me, cluster_id);
    const found = await me.harm('kubernetes_delete_cluster', { cluster_id });
    expect(found).toMatchObject({
      name: 'shop-cluster',
      destroyed: 3,
      losesData: true,
      monthlyUsd: 48,
      unknown: [],
    });
    expect(found.of('node')).toMatchObject({ count: 2, fate: 'destroyed' });
    expect(found.of('load balancer')).toMatchObject({
      names: ['a-service'],
      fate: 'keeps_costing',
    });
    expect(found.of('volume')).toMatchObject({ names: ['pvc-orders'], fate: 'keeps_costing' });

    const some = await me.harm('kubernetes_destroy_associated_selective', {
      cluster_id,
      volumes: [volume['id']],
    });
    expect(some.destroyed).toBe(4);
    expect(some.of('volume')?.fate).toBe('destroyed');
    expect(some.of('load balancer')?.fate).toBe('keeps_costing');

    const all = await me.harm('kubernetes_destroy_associated_dangerous', { cluster_id });
    expect(all.destroyed).toBe(5);
    expect(all.sentence).toContain('and with it 2 nodes, 1 load balancer and 1 volume');
  });

  it('says what the token does not see of what it made, and that it knows no price', async () => {
    const me = await meetOwner({ scopes: 'kubernetes:read,kubernetes:delete' });
    const found = await me.harm('kubernetes_delete_cluster', { cluster_id: await clusterOf(me) });
    expect(found.monthlyUsd).toBeNull();
    expect(found.unknown).toEqual([
      'what the nodes cost (the token lacks the scopes sizes:read, regions:read)',
      'which load balancers were made from inside it (the token lacks load_balancer:read)',
      'which volumes were made from inside it (the token lacks block_storage:read)',
      'which snapshots of its volumes there are (the token lacks block_storage_snapshot:read)',
    ]);
  });

  it('loses a node pool or a node', async () => {
    const me = await meetOwner();
    const cluster_id = await clusterOf(me);
    const { node_pools } = await me.make('GET', `/v2/kubernetes/clusters/${cluster_id}/node_pools`);
    const [pool] = node_pools as { id: string; nodes: { id: string; name: string }[] }[];
    const given = { cluster_id, node_pool_id: pool?.id };
    const whole = await me.harm('kubernetes_delete_node_pool', given);
    expect(whole).toMatchObject({ name: 'pool-main', destroyed: 3, monthlyUsd: 48 });
    expect(whole.of('node')?.names).toHaveLength(2);
    const emptied = await me.harm('kubernetes_update_node_pool', {
      ...given,
      name: 'pool-main',
      count: 0,
    });
    expect(emptied).toMatchObject({ destroyed: 2, losesData: true });
    const node = pool?.nodes[0];
    const one = await me.harm('kubernetes_delete_node', { ...given, node_id: node?.id });
    expect(one).toMatchObject({ name: node?.name, destroyed: 1 });
    expect(one.of('node pool')?.names).toEqual(['pool-main']);
  });
});

describe('a database cluster', () => {
  const databaseOf = async (me: Owner): Promise<string> =>
    String((await me.named('/v2/databases', 'databases', 'shop-db'))['id']);

  it('names replicas, backups, users, and who uses it', async () => {
    const me = await meetOwner();
    const database_cluster_uuid = await databaseOf(me);
    const path = `/v2/databases/${database_cluster_uuid}`;
    await me.make('POST', `${path}/replicas`, { name: 'reader', size: 'db-s-1vcpu-2gb' });
    await me.pass(3_600);
    await me.make('POST', `${path}/users`, { name: 'shop' });
    await me.make('POST', '/v2/apps', {
      spec: {
        name: 'checkout',
        databases: [
          { name: 'db', engine: 'PG', production: true, cluster_name: 'shop-db', db_user: 'shop' },
        ],
        static_sites: [{ name: 'site', github: { repo: 'example/site', branch: 'main' } }],
      },
    });
    const found = await me.harm('databases_destroy_cluster', { database_cluster_uuid });
    expect(found).toMatchObject({ name: 'shop-db', losesData: true, unknown: [] });
    expect(found.sentence).toContain('$30 a month by prices of 2025-12-05');
    expect(found.monthlyUsd).toBeGreaterThanOrEqual(30);
    expect(found.of('replica')).toMatchObject({ names: ['reader'], fate: 'destroyed' });
    expect(found.of('backup')).toMatchObject({ count: 7, fate: 'destroyed' });
    expect(found.of('database user')?.names).toEqual(['doadmin', 'shop']);
    expect(found.of('app')).toMatchObject({ names: ['checkout'], fate: 'loses' });

    const user = await me.harm('databases_delete_user', {
      database_cluster_uuid,
      username: 'shop',
    });
    expect(user).toMatchObject({ name: 'shop', destroyed: 1 });
    expect(user.of('app')?.names).toEqual(['checkout']);
    expect(user.of('database cluster')).toMatchObject({ names: ['shop-db'], fate: 'stays' });
  });

  it('names the apps that it lets in, whatever their specs say', async () => {
    const me = await meetOwner();
    const database_cluster_uuid = await databaseOf(me);
    const { apps } = await me.make('GET', '/v2/apps');
    await me.make('PUT', `/v2/databases/${database_cluster_uuid}/firewall`, {
      rules: [{ type: 'app', value: (apps as JsonObject[])[0]?.['id'] }],
    });
    const found = await me.harm('databases_destroy_cluster', { database_cluster_uuid });
    expect(found.of('app')).toMatchObject({ names: ['storefront'], fate: 'loses' });
    expect(found.of('trusted source')).toMatchObject({ count: 1, note: '1 by app' });
  });

  it('names the trusted sources that an empty list takes away', async () => {
    const me = await meetOwner();
    const database_cluster_uuid = await databaseOf(me);
    await me.make('PUT', `/v2/databases/${database_cluster_uuid}/firewall`, {
      rules: [{ type: 'ip_addr', value: '192.0.2.7' }],
    });
    const found = await me.harm('databases_update_firewall_rules', {
      database_cluster_uuid,
      rules: [],
    });
    expect(found.of('trusted source')).toMatchObject({ names: ['192.0.2.7'], fate: 'destroyed' });
  });
});

describe('a registry', () => {
  it('names its repositories and the clusters that pull from it', async () => {
    const me = await meetOwner();
    await me.make('POST', '/v2/kubernetes/registries', {
      cluster_uuids: [await clusterOf(me)],
      registries: ['example-shop'],
    });
    const found = await me.harm('registries_delete', { registry_name: 'example-shop' });
    expect(found).toMatchObject({ name: 'example-shop', destroyed: 3, losesData: true });
    expect(found.of('repository')?.names).toEqual(['shop/web', 'shop/worker']);
    expect(found.of('Kubernetes cluster')).toMatchObject({
      names: ['shop-cluster'],
      fate: 'loses',
    });
    const off = await me.harm('kubernetes_remove_registries', {
      cluster_uuids: [await clusterOf(me)],
      registries: ['example-shop'],
    });
    expect(off).toMatchObject({ name: 'example-shop', destroyed: 0 });
    expect(off.of('Kubernetes cluster')?.names).toEqual(['shop-cluster']);
    const both = await me.harm('kubernetes_remove_registries', {
      cluster_uuids: [await clusterOf(me)],
      registries: ['example-shop', 'other-shop'],
    });
    expect(both.sentence).toBe('Takes from clusters 2 registries: example-shop and other-shop');
  });

  it('loses a repository, a tag or an image', async () => {
    const me = await meetOwner();
    const given = { registry_name: 'example-shop', repository_name: 'shop/web' };
    const all = await me.harm('registries_delete_repository', given);
    expect(all.of('tag')?.names).toEqual(['v1.3.0', 'v1.4.0', 'latest']);
    expect(all.of('image')?.count).toBe(3);
    const tag = await me.harm('registries_delete_repository_tag', {
      ...given,
      repository_tag: 'latest',
    });
    const digest = tag.of('image');
    expect(digest).toMatchObject({ count: 1, fate: 'stays' });
    const { tags } = await me.make(
      'GET',
      '/v2/registries/example-shop/repositories/shop%2Fweb/tags',
    );
    const image = await me.harm('registries_delete_repository_manifest', {
      ...given,
      manifest_digest: (tags as JsonObject[]).find((one) => one['tag'] === 'latest')?.[
        'manifest_digest'
      ],
    });
    expect(image.of('tag')?.names).toEqual(expect.arrayContaining(['latest', 'v1.4.0']));
    expect(image.losesData).toBe(true);
  });
});

describe('an app', () => {
  it('names its components with what they cost', async () => {
    const me = await meetOwner();
    const { apps } = await me.make('GET', '/v2/apps');
    const [app] = apps as { id: string; spec: JsonObject }[];
    const found = await me.harm('apps_delete', { id: app?.id });
    expect(found).toMatchObject({ name: 'storefront', destroyed: 2, monthlyUsd: 5 });
    expect(found.of('service')).toMatchObject({ names: ['web'], fate: 'destroyed' });
    const changed = await me.harm('apps_update', {
      id: app?.id,
      spec: { ...app?.spec, services: [] },
    });
    expect(changed.of('service')?.names).toEqual(['web']);
    const same = await me.harm('apps_update', { id: app?.id, spec: app?.spec });
    expect(same.of('service')).toBeUndefined();
  });
});
