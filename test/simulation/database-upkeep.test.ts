// Upkeep of databases: maintenance, updates, versions, regions, and replicas that stand on their own.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const day = 86_400;

const prepare = async (change: object = {}) => {
  const world = createWorld();
  const order = {
    name: 'kept-db',
    engine: 'pg',
    version: '15',
    num_nodes: 1,
    size: 'db-s-1vcpu-2gb',
    region: 'nyc3',
  };
  const { id } = (await world.send('POST', '/v2/databases', { ...order, ...change })).body.database;
  world.pass(300);
  const path = `/v2/databases/${id}`;
  const read = async () => (await world.send('GET', path)).body.database;
  return { ...world, path, read };
};

describe('a database', () => {
  it('is kept up in its window', async () => {
    const { send, path, read } = await prepare();
    const set = (body: object) => send('PUT', `${path}/maintenance`, body);
    expect((await set({ day: 'tuesday', hour: '14:00' })).status).toBe(204);
    expect((await read()).maintenance_window).toMatchObject({ day: 'tuesday', hour: '14:00:00' });
    expect((await set({ day: 'someday', hour: '14:00' })).status).toBe(422);
    expect((await set({ day: 'monday', hour: '25:00' })).status).toBe(422);
  });

  it('installs an update only where one is out', async () => {
    const { send, pass, path, read } = await prepare();
    const install = () => send('PUT', `${path}/install_update`);
    expect((await install()).status).toBe(422);
    pass(15 * day);
    expect((await read()).maintenance_window).toMatchObject({
      pending: true,
      description: [expect.any(String)],
    });
    expect((await install()).status).toBe(204);
    expect((await read()).maintenance_window).toMatchObject({ pending: false, description: [] });
  });

  it('gets a later major version, never an earlier one', async () => {
    const { send, pass, path, read } = await prepare();
    const upgrade = (version: string) => send('PUT', `${path}/upgrade`, { version });
    expect((await upgrade('14')).status).toBe(422);
    expect((await upgrade('99')).status).toBe(422);
    expect((await upgrade('16')).status).toBe(204);
    expect((await read()).version).toBe('15');
    pass(120);
    expect((await read()).version).toBe('16');
  });

  it('moves to another region and says so meanwhile', async () => {
    const { send, pass, path, read } = await prepare();
    const move = (region: string) => send('PUT', `${path}/migrate`, { region });
    expect((await move('nowhere')).status).toBe(422);
    expect((await move('fra1')).status).toBe(202);
    const { private_network_uuid: before } = await read();
    expect(await read()).toMatchObject({ status: 'migrating', region: 'nyc3' });
    expect((await move('ams3')).status).toBe(412);
    pass(240);
    const after = await read();
    expect(after).toMatchObject({ status: 'online', region: 'fra1' });
    expect(after.private_network_uuid).not.toBe(before);
    const { events } = (await send('GET', `${path}/events`)).body;
    expect(events.map(({ event_type }: { event_type: string }) => event_type)).toEqual([
      'cluster_create',
      'cluster_update',
    ]);
  });

  it('lets a replica become a cluster of its own', async () => {
    const { send, pass, path } = await prepare();
    await send('POST', `${path}/users`, { name: 'app' });
    const { replica } = (await send('POST', `${path}/replicas`, { name: 'copy-db' })).body;
    const promote = () => send('PUT', `${path}/replicas/copy-db/promote`);
    expect((await promote()).status).toBe(412);
    pass(240);
    expect((await promote()).status).toBe(204);
    expect((await send('GET', `${path}/replicas`)).body.replicas).toEqual([]);
    const promoted = (await send('GET', `/v2/databases/${replica.id}`)).body.database;
    expect(promoted).toMatchObject({ name: 'copy-db', engine: 'pg', status: 'online' });
    expect(promoted.users).toContainEqual(expect.objectContaining({ name: 'app' }));
    await send('DELETE', path);
    expect((await send('GET', `/v2/databases/${replica.id}`)).status).toBe(200);
  });
});
