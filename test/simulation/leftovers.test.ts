// What a Droplet leaves behind, and destroying it along; when Droplets are backed up.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const prepare = async () => {
  const world = createWorld();
  const { send, pass } = world;
  const order = {
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'debian-12-x64',
    backups: true,
    backup_policy: { plan: 'weekly', weekday: 'SUN', hour: 20 },
  };
  const { droplet } = (await send('POST', '/v2/droplets', { ...order, name: 'going' })).body;
  pass(60);
  const at = `/v2/droplets/${droplet.id}`;
  const { volume } = (
    await send('POST', '/v2/volumes', { name: 'data', region: 'nyc3', size_gigabytes: 10 })
  ).body;
  await send('POST', `/v2/volumes/${volume.id}/actions`, {
    type: 'attach',
    droplet_id: droplet.id,
    region: 'nyc3',
  });
  const { reserved_ip } = (await send('POST', '/v2/reserved_ips', { droplet_id: droplet.id })).body;
  pass(60);
  await send('POST', `/v2/volumes/${volume.id}/snapshots`, { name: 'data-1' });
  await send('POST', `${at}/actions`, { type: 'snapshot', name: 'going-1' });
  pass(600);
  return {
    ...world,
    droplet,
    at,
    path: `${at}/destroy_with_associated_resources`,
    volume,
    reserved_ip,
  };
};

const dangerous = { 'X-Dangerous': 'true' };

describe('what a Droplet leaves behind', () => {
  it('is listed with its price, as far as the token sees it', async () => {
    const { send, path, volume, reserved_ip } = await prepare();
    const { body } = await send('GET', path);
    expect(body).toMatchObject({
      volumes: [{ id: volume.id, name: 'data', cost: '1.00' }],
      volume_snapshots: [{ name: 'data-1' }],
      snapshots: [{ name: 'going-1' }],
      reserved_ips: [{ name: reserved_ip.ip, cost: '5.00' }],
      floating_ips: [{ name: reserved_ip.ip }],
    });
    const some = await send('GET', path, undefined, 'sandbox:droplet:read,image:read');
    expect(some.body).toMatchObject({ volumes: [], reserved_ips: [], snapshots: [{}] });
  });

  it('goes along when everything is destroyed, which a header has to ask for', async () => {
    const { send, pass, path, at, volume, reserved_ip } = await prepare();
    expect((await send('DELETE', `${path}/dangerous`)).status).toBe(400);
    const destroy = () => send('DELETE', `${path}/dangerous`, undefined, 'sandbox', dangerous);
    expect((await destroy()).status).toBe(202);
    expect((await destroy()).status).toBe(409);
    expect((await send('GET', `${path}/status`)).body).not.toHaveProperty('completed_at');
    pass(10);
    const { body } = await send('GET', `${path}/status`);
    expect(body).toMatchObject({
      completed_at: expect.any(String),
      failures: 0,
      resources: { volumes: [{ id: volume.id, destroyed_at: expect.any(String) }] },
    });
    for (const gone of [at, `/v2/volumes/${volume.id}`, `/v2/reserved_ips/${reserved_ip.ip}`]) {
      expect((await send('GET', gone)).status, gone).toBe(404);
    }
    expect((await send('POST', `${path}/retry`)).status).toBe(404);
  });

  it('stays where it is not chosen', async () => {
    const { send, pass, path, at, volume, reserved_ip } = await prepare();
    const destroy = (volumes: string[]) => send('DELETE', `${path}/selective`, { volumes });
    expect((await destroy(['nothing'])).status).toBe(422);
    expect((await destroy([volume.id])).status).toBe(202);
    pass(10);
    expect((await send('GET', at)).status).toBe(404);
    expect((await send('GET', `/v2/volumes/${volume.id}`)).status).toBe(404);
    expect((await send('GET', `/v2/reserved_ips/${reserved_ip.ip}`)).status).toBe(200);
  });

  it('keeps its Droplet where it could not be destroyed, until it is tried again', async () => {
    const { send, pass, path, at } = await prepare();
    await send('POST', '/_simulation/faults', { action_errors: 'destroy_associated' });
    await send('DELETE', `${path}/dangerous`, undefined, 'sandbox', dangerous);
    pass(10);
    expect((await send('GET', `${path}/status`)).body.failures).toBe(1);
    expect((await send('GET', at)).status).toBe(200);
    expect((await send('POST', `${path}/retry`)).status).toBe(202);
    pass(10);
    expect((await send('GET', `${path}/status`)).body.failures).toBe(0);
    expect((await send('GET', at)).status).toBe(404);
  });
});

describe('backup policies', () => {
  it('tell when each Droplet is backed up', async () => {
    const { send, at, droplet } = await prepare();
    const { policy } = (await send('GET', `${at}/backups/policy`)).body;
    expect(policy).toMatchObject({
      droplet_id: droplet.id,
      backup_enabled: true,
      backup_policy: { plan: 'weekly', retention_period_days: 28 },
    });
    const { policies, meta } = (await send('GET', '/v2/droplets/backups/policies')).body;
    expect(policies[droplet.id]).toEqual(policy);
    expect(meta.total).toBe((await send('GET', '/v2/droplets')).body.meta.total);
    const { supported_policies: all } = (
      await send('GET', '/v2/droplets/backups/supported_policies')
    ).body;
    expect(all.map(({ name }: { name: string }) => name)).toEqual(['weekly', 'daily']);
  });
});
