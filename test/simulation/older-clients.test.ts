// What older clients and jobs ask for most beside the core: former names, upgrades, copies, proposals.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

describe('floating IPs', () => {
  it('are the reserved IPs under their former name', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/floating_ips', { region: 'nyc3' });
    expect(made.status).toBe(202);
    const { ip } = made.body.floating_ip;
    expect((await send('GET', `/v2/reserved_ips/${ip}`)).body.reserved_ip).toEqual(
      made.body.floating_ip,
    );
    const body = { type: 'assign', droplet_id: 500000002 };
    const { action } = (await send('POST', `/v2/floating_ips/${ip}/actions`, body)).body;
    expect((await send('GET', `/v2/floating_ips/${ip}/actions/${action.id}`)).status).toBe(200);
    expect((await send('DELETE', `/v2/floating_ips/${ip}`)).status).toBe(422);
    pass(5);
    expect((await send('GET', `/v2/reserved_ips/${ip}`)).body.reserved_ip.droplet.id).toBe(
      500000002,
    );
    const { floating_ips: all } = (await send('GET', '/v2/floating_ips')).body;
    expect(all.length).toBe((await send('GET', '/v2/reserved_ips')).body.meta.total);
    expect((await send('DELETE', `/v2/floating_ips/${ip}`)).status).toBe(204);
    expect((await send('GET', `/v2/reserved_ips/${ip}`)).status).toBe(404);
  });
});

describe('an image', () => {
  it('is copied to another region by an action, once', async () => {
    const { send, pass } = createWorld();
    const [image] = (await send('GET', '/v2/images?private=true')).body.images;
    const path = `/v2/images/${image.id}`;
    const transfer = { type: 'transfer', region: 'fra1' };
    const started = await send('POST', `${path}/actions`, transfer);
    expect([started.status, started.body.type, started.body.action.type]).toEqual([
      201,
      'transfer',
      'transfer',
    ]);
    expect((await send('POST', `${path}/actions`, transfer)).status).toBe(422);
    pass(120);
    expect((await send('GET', path)).body.image.regions).toEqual([...image.regions, 'fra1']);
    expect((await send('POST', `${path}/actions`, transfer)).status).toBe(422);
  });

  it('that is a backup becomes a snapshot, and is billed from then on', async () => {
    const { send, pass } = createWorld();
    const images = (await send('GET', '/v2/images?private=true')).body.images;
    const backup = images.find(({ type }: { type: string }) => type === 'backup');
    const act = () => send('POST', `/v2/images/${backup.id}/actions`, { type: 'convert' });
    expect((await act()).status).toBe(201);
    pass(20);
    expect((await send('GET', `/v2/images/${backup.id}`)).body.image.type).toBe('snapshot');
    expect((await act()).status).toBe(422);
  });
});

describe('a cluster', () => {
  it('is upgraded by one minor version, and says so while it lasts', async () => {
    const { send, pass } = createWorld();
    const [{ id }] = (await send('GET', '/v2/kubernetes/clusters')).body.kubernetes_clusters;
    const path = `/v2/kubernetes/clusters/${id}`;
    const { available_upgrade_versions: versions } = (await send('GET', `${path}/upgrades`)).body;
    expect(versions.map(({ slug }: { slug: string }) => slug)).toEqual(['1.36.0-do.0']);
    const upgrade = (version: string) => send('POST', `${path}/upgrade`, { version });
    expect((await upgrade('1.34.4-do.1')).status).toBe(422);
    expect((await upgrade('1.36.0-do.0')).status).toBe(202);
    expect((await upgrade('1.36.0-do.0')).status).toBe(412);
    const read = async () => (await send('GET', path)).body.kubernetes_cluster;
    expect((await read()).status.state).toBe('upgrading');
    pass(300);
    expect(await read()).toMatchObject({ status: { state: 'running' }, version: '1.36.0-do.0' });
    expect((await send('GET', `${path}/upgrades`)).body.available_upgrade_versions).toBeNull();
  });
});

describe('an app', () => {
  it('is proposed with its price and a free name, and not made', async () => {
    const { send } = createWorld();
    const service = {
      name: 'web',
      image: { registry_type: 'DOCKER_HUB', repository: 'nginx' },
      instance_size_slug: 'apps-s-1vcpu-1gb',
    };
    const spec = { name: 'storefront', services: [service] };
    const reply = await send('POST', '/v2/apps/propose', { spec });
    expect(reply.body).toMatchObject({
      app_name_available: false,
      app_name_suggestion: 'storefront-2',
      app_is_static: false,
      app_cost: 12,
    });
    const envs = [{ key: 'TOKEN', value: 'in-clear', type: 'SECRET' }];
    const secret = { spec: { ...spec, services: [{ ...service, envs }] } };
    const sealed = (await send('POST', '/v2/apps/propose', secret)).body;
    expect(JSON.stringify(sealed)).not.toContain('in-clear');
    expect((await send('POST', '/v2/apps/propose', { spec: {} })).status).toBe(400);
    expect((await send('GET', '/v2/apps')).body.meta.total).toBe(1);
  });
});

describe('a database', () => {
  it('has a certificate and a backup for each of the last seven days', async () => {
    const { send } = createWorld();
    const [{ id, created_at: since }] = (await send('GET', '/v2/databases')).body.databases;
    const { certificate } = (await send('GET', `/v2/databases/${id}/ca`)).body.ca;
    expect(Buffer.from(certificate, 'base64').toString()).toContain('BEGIN CERTIFICATE');
    const { backups } = (await send('GET', `/v2/databases/${id}/backups`)).body;
    const times = backups.map((it: { created_at: string }) => Date.parse(it.created_at));
    expect(times).toHaveLength(7);
    expect(times.at(-1)).toBeLessThanOrEqual(Date.UTC(2026, 10, 24, 12));
    expect((times.at(-1) - Date.parse(since)) % 86_400_000).toBe(0);
  });
});

describe('a pool of connections', () => {
  it('is what it was made, with credentials only for whom may see them', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    const path = `/v2/databases/${id}/pools`;
    const pool = { name: 'web', mode: 'transaction', size: 10, db: 'defaultdb', user: 'doadmin' };
    const made = await send('POST', path, pool);
    expect(made.body.pool).toMatchObject({ ...pool, connection: { database: 'web', port: 25061 } });
    expect(made.body.pool.connection.uri).toContain('@');
    const blind = await send('GET', `${path}/web`, undefined, 'sandbox:database:read');
    expect(blind.body.pool.connection).not.toHaveProperty('password');
    expect((await send('POST', path, pool)).status).toBe(422);
    expect((await send('POST', path, { ...pool, name: 'x', db: 'nowhere' })).status).toBe(422);
    expect((await send('POST', path, { ...pool, name: 'x', user: 'nobody' })).status).toBe(422);
    await send('PUT', `${path}/web`, { mode: 'session', size: 4, db: 'defaultdb' });
    expect((await send('GET', path)).body.pools).toMatchObject([{ mode: 'session', size: 4 }]);
    expect((await send('DELETE', `${path}/web`)).status).toBe(204);
    expect((await send('GET', `${path}/web`)).status).toBe(404);
  });
});

describe('a replica', () => {
  it('comes online, costs money, and goes with its cluster', async () => {
    const { send, pass } = createWorld();
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    const path = `/v2/databases/${id}/replicas`;
    const made = await send('POST', path, { name: 'copy', region: 'fra1' });
    expect([made.status, made.body.replica.status]).toEqual([201, 'creating']);
    pass(240);
    expect((await send('GET', `${path}/copy`)).body.replica).toMatchObject({
      status: 'online',
      region: 'fra1',
    });
    const billed = async () =>
      (await send('GET', '/v2/customers/my/invoices/preview?per_page=200')).body.invoice_items
        .filter(({ resource_uuid: it }: { resource_uuid: string }) => it === made.body.replica.id)
        .map(({ end_time: end }: { end_time: string }) => end);
    await send('DELETE', `/v2/databases/${id}`);
    const [end] = await billed();
    pass(3600);
    expect(await billed()).toEqual([end]);
  });

  it('of a cluster that is not online yet is refused with 412', async () => {
    const { send } = createWorld();
    const order = { name: 'fresh-db', engine: 'pg', size: 'db-s-1vcpu-1gb', num_nodes: 1 };
    const { database } = (await send('POST', '/v2/databases', { ...order, region: 'nyc3' })).body;
    const reply = await send('POST', `/v2/databases/${database.id}/replicas`, { name: 'copy' });
    expect(reply.status).toBe(412);
  });
});

describe('an ICMP rule', () => {
  it('without ports is taken, shown with 0 and found again', async () => {
    const { send } = createWorld();
    const rule = { protocol: 'icmp', sources: { addresses: ['0.0.0.0/0', '::/0'] } };
    const body = { name: 'ping', inbound_rules: [rule] };
    const made = await send('POST', '/v2/firewalls', body);
    expect(made.status).toBe(202);
    const { id, inbound_rules: rules } = made.body.firewall;
    expect(rules).toEqual([{ ...rule, ports: '0' }]);
    const removed = await send('DELETE', `/v2/firewalls/${id}/rules`, { inbound_rules: [rule] });
    expect(removed.status).toBe(204);
  });
});
