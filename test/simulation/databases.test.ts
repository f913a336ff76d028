// Managed databases and their users: their states over time, and what each engine keeps.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const database = {
  name: 'my-db',
  engine: 'pg',
  num_nodes: 1,
  size: 'db-s-1vcpu-1gb',
  region: 'nyc3',
};

describe('a database', () => {
  it('is created with its credentials and comes online', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/databases', database);
    expect(made.status).toBe(201);
    expect(made.body.database).toMatchObject({ status: 'creating', version: '17' });
    expect(made.body.database.connection.password).toMatch(/^AVNS_/);
    pass(239);
    const path = `/v2/databases/${made.body.database.id}`;
    expect((await send('GET', path)).body.database.status).toBe('creating');
    pass(1);
    expect((await send('GET', path)).body.database.status).toBe('online');
  });

  it('is resized while it says so', async () => {
    const { send, pass } = createWorld();
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    const resize = () =>
      send('PUT', `/v2/databases/${id}/resize`, { size: 'db-s-2vcpu-4gb', num_nodes: 2 });
    expect((await resize()).status).toBe(202);
    expect((await send('GET', `/v2/databases/${id}`)).body.database.status).toBe('resizing');
    expect((await resize()).status).toBe(412);
    pass(120);
    const { database: done } = (await send('GET', `/v2/databases/${id}`)).body;
    expect(done).toMatchObject({ status: 'online', size: 'db-s-2vcpu-4gb', num_nodes: 2 });
    expect(done).toHaveProperty('standby_connection');
  });

  it.each([
    ['an unknown engine', { engine: 'oracle' }],
    ['redis, which Valkey replaced', { engine: 'redis' }],
    ['an unknown version', { version: '1' }],
    ['too many nodes', { num_nodes: 9 }],
    ['an unknown size', { size: 's-1vcpu-1gb' }],
    ['a name that is taken', { name: 'shop-db' }],
    ['an unknown origin', { backup_restore: { database_name: 'nothing' } }],
    ['an unknown project', { project_id: 'nothing' }],
  ])('with %s is refused', async (_, change) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/databases', { ...database, ...change })).status).toBe(422);
  });

  it('made from a backup forks first', async () => {
    const { send } = createWorld();
    const reply = await send('POST', '/v2/databases', {
      ...database,
      backup_restore: { database_name: 'shop-db' },
    });
    expect(reply.body.database.status).toBe('forking');
  });

  it('is found by tag', async () => {
    const { send } = createWorld();
    await send('POST', '/v2/databases', { ...database, tags: ['db'] });
    expect((await send('GET', '/v2/databases?tag_name=db')).body.databases).toHaveLength(1);
  });
});

describe('a user of a database', () => {
  const make = async (engine: string, body: object, size = 'db-s-2vcpu-4gb', num_nodes = 1) => {
    const world = createWorld({ speed: 'instant' });
    const order = { name: 'fresh-db', engine, size, num_nodes, region: 'nyc3' };
    const { database } = (await world.send('POST', '/v2/databases', order)).body;
    const path = `/v2/databases/${database.id}/users`;
    return { ...world, path, reply: await world.send('POST', path, { name: 'app', ...body }) };
  };

  it('of MySQL keeps how it proves itself', async () => {
    const mysql_settings = { auth_plugin: 'mysql_native_password' };
    const { send, path, reply } = await make('mysql', { mysql_settings });
    expect(reply.body.user.mysql_settings).toEqual(mysql_settings);
    expect((await send('GET', `${path}/app`)).body.user.mysql_settings).toEqual(mysql_settings);
    const other = { auth_plugin: 'caching_sha2_password' };
    const reset = await send('POST', `${path}/app/reset_auth`, { mysql_settings: other });
    expect(reset.body.user.mysql_settings).toEqual(other);
    expect(reset.body.user.password).not.toBe(reply.body.user.password);
  });

  it('of Kafka keeps its rights on topics, each with an id', async () => {
    const acl = [{ topic: 'orders.*', permission: 'produce' }];
    const { send, path, reply } = await make('kafka', { settings: { acl } }, 'db-s-2vcpu-2gb', 3);
    expect(reply.body.user.settings.acl).toMatchObject(acl);
    expect(reply.body.user.settings.acl[0].id).toBeTruthy();
    const more = [...reply.body.user.settings.acl, { topic: 'bills', permission: 'consume' }];
    await send('PUT', `${path}/app`, { settings: { acl: more } });
    const read = (await send('GET', path)).body.users.at(-1);
    expect(read.settings.acl).toMatchObject(more);
  });

  it('of an engine that has no such setting is refused', async () => {
    const { reply } = await make('pg', {
      mysql_settings: { auth_plugin: 'caching_sha2_password' },
    });
    expect(reply.status).toBe(422);
  });
});
