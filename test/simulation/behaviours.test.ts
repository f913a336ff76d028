// Operations that no area answers by hand: they follow the behaviour their entry names, or are answered 501.
import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../../scope-map/endpoint.ts';
import { loadRequestShapes } from '../../scope-map/shapes/shapes.ts';
import { areaRoutes } from '../../src/simulation/areas/areas.ts';
import type { GenericEndpoint } from '../../src/simulation/behaviours/replies.ts';
import { createRouter } from '../../src/simulation/exchange/router.ts';
import { loadOpenApi } from './open-api.ts';
import { createWorld } from './world.ts';

const object = (key: string) => ({ kind: 'object', key }) as const;
const list = (key: string) =>
  ({ kind: 'list', key, paging: { style: 'links', largest: 200 } }) as const;
const collection: Behaviour = { as: 'collection' };

const cdn = '/v2/cdn/endpoints';
const pool = '/v2/databases/{database_cluster_uuid}/pools';
const endpoints: readonly GenericEndpoint[] = [
  {
    id: 'cdn_list_endpoints',
    method: 'GET',
    path: cdn,
    requires: [['cdn:read']],
    reply: list('endpoints'),
    simulate: collection,
  },
  {
    id: 'cdn_create_endpoint',
    method: 'POST',
    path: cdn,
    requires: [['cdn:create']],
    reply: object('endpoint'),
    conditions: [{ when: { argument: 'certificate_id' }, needs: ['certificate:read'] }],
    simulate: collection,
  },
  {
    id: 'cdn_get_endpoint',
    method: 'GET',
    path: `${cdn}/{cdn_id}`,
    requires: [['cdn:read']],
    reply: object('endpoint'),
    simulate: collection,
  },
  {
    id: 'cdn_update_endpoints',
    method: 'PUT',
    path: `${cdn}/{cdn_id}`,
    requires: [['cdn:update']],
    reply: object('endpoint'),
    simulate: collection,
  },
  {
    id: 'cdn_delete_endpoint',
    method: 'DELETE',
    path: `${cdn}/{cdn_id}`,
    requires: [['cdn:delete']],
    reply: { kind: 'empty' },
    simulate: collection,
  },
  {
    id: 'cdn_purge_cache',
    method: 'DELETE',
    path: `${cdn}/{cdn_id}/cache`,
    requires: [['cdn:delete']],
    reply: { kind: 'empty' },
  },
  {
    id: 'vpcnatgateways_create',
    method: 'POST',
    path: '/v2/vpc_nat_gateways',
    requires: [['nat_gateway:create']],
    reply: object('vpc_nat_gateway'),
    simulate: {
      as: 'collection',
      lives: { field: 'state', first: 'PROVISIONING', last: 'ACTIVE', seconds: 30 },
    },
  },
  {
    id: 'vpcnatgateways_get',
    method: 'GET',
    path: '/v2/vpc_nat_gateways/{id}',
    requires: [['nat_gateway:read']],
    reply: object('vpc_nat_gateway'),
    simulate: collection,
  },
  {
    id: 'databases_list_connectionPools',
    method: 'GET',
    path: pool,
    requires: [['database:read']],
    reply: list('pools'),
    simulate: collection,
  },
  {
    id: 'databases_patch_config',
    method: 'PATCH',
    path: '/v2/databases/{database_cluster_uuid}/config',
    requires: [['database:update']],
    reply: { kind: 'empty' },
    simulate: { as: 'setting' },
  },
  {
    id: 'databases_get_config',
    method: 'GET',
    path: '/v2/databases/{database_cluster_uuid}/config',
    requires: [['database:read']],
    reply: object('config'),
    simulate: { as: 'setting' },
  },
  {
    id: 'imageActions_post',
    method: 'POST',
    path: `${cdn}/{cdn_id}/actions`,
    requires: [['image:create']],
    reply: { kind: 'object', key: null },
    simulate: { as: 'action', seconds: 20 },
  },
];

describe('a collection', () => {
  it('keeps what it is sent', async () => {
    const { send } = createWorld({ endpoints });
    const made = await send('POST', cdn, { origin: 'a.example', ttl: 3600, unheard_of: 1 });
    expect(made.status).toBe(201);
    const { endpoint } = made.body;
    expect(endpoint).toMatchObject({ origin: 'a.example', ttl: 3600 });
    expect(endpoint).not.toHaveProperty('unheard_of');
    const path = `${cdn}/${endpoint.id}`;
    expect((await send('GET', path)).body).toEqual(made.body);
    expect((await send('GET', cdn)).body).toMatchObject({
      endpoints: [endpoint],
      meta: { total: 1 },
    });
    const put = await send('PUT', path, { ttl: 60 });
    expect(put.body.endpoint).toMatchObject({ id: endpoint.id, origin: 'a.example', ttl: 60 });
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('GET', path)).status).toBe(404);
    expect((await send('PUT', path, {})).status).toBe(404);
    expect((await send('DELETE', path)).status).toBe(404);
    for (const odd of ['%', '%E0%A4', '__proto__', '..%2f']) {
      expect((await send('GET', `${cdn}/${odd}`)).status).toBe(404);
    }
  });

  it('answers in the documented shape, whatever is sent', async () => {
    const { send } = createWorld({ endpoints });
    const description = await loadOpenApi();
    for (const body of [{}, [], { origin: 7, ttl: 'long' }, { origin: null }, { ttl: 61 }]) {
      const reply = await send('POST', cdn, body);
      expect(description.check('POST', cdn, reply.status, reply.body)).toEqual([]);
      const one = `${cdn}/${reply.body.endpoint.id}`;
      const read = await send('GET', one);
      expect(description.check('GET', one, read.status, read.body)).toEqual([]);
    }
    const all = await send('GET', cdn);
    expect(description.check('GET', cdn, all.status, all.body)).toEqual([]);
  });

  it('goes through the life its entry tells', async () => {
    const { send, pass } = createWorld({ endpoints });
    const made = await send('POST', '/v2/vpc_nat_gateways', { name: 'n', type: 'PUBLIC' });
    // The document forgets the id here; nothing could be found without it.
    const { id } = made.body.vpc_nat_gateway;
    const read = async () =>
      (await send('GET', `/v2/vpc_nat_gateways/${id}`)).body.vpc_nat_gateway.state;
    pass(29);
    expect(await read()).toBe('PROVISIONING');
    pass(1);
    expect(await read()).toBe('ACTIVE');
  });

  it('asks for the scopes of the scope map, conditional ones included', async () => {
    const { send } = createWorld({ endpoints });
    const create = (body: object, token: string) => send('POST', cdn, body, token);
    expect((await create({}, 'sandbox:cdn:read')).status).toBe(403);
    expect((await create({}, 'sandbox:cdn:create')).status).toBe(201);
    expect((await create({ certificate_id: 'x' }, 'sandbox:cdn:create')).status).toBe(403);
  });

  it('below a thing is there as long as the thing is', async () => {
    const { send } = createWorld({ endpoints, speed: 'instant' });
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    expect((await send('GET', `/v2/databases/${id}/pools`)).body.pools).toEqual([]);
    expect((await send('GET', '/v2/databases/nobody/pools')).status).toBe(404);
    await send('DELETE', `/v2/databases/${id}`);
    expect((await send('GET', `/v2/databases/${id}/pools`)).status).toBe(404);
  });
});

describe('a setting', () => {
  it('is what was last written', async () => {
    const { send } = createWorld({ endpoints });
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    const path = `/v2/databases/${id}/config`;
    expect((await send('GET', path)).body).toHaveProperty('config');
    const config = { autovacuum_naptime: 30 };
    expect((await send('PATCH', path, { config })).status).toBe(200);
    expect((await send('GET', path)).body.config).toEqual(config);
    const more = { config: { autovacuum_max_workers: 4 } };
    await send('PATCH', path, more);
    expect((await send('GET', path)).body.config).toEqual({ ...config, ...more.config });
  });
});

describe('an action', () => {
  it('ends by itself', async () => {
    const { send, pass } = createWorld({ endpoints });
    const { id } = (await send('POST', cdn, { origin: 'a.example' })).body.endpoint;
    const started = await send('POST', `${cdn}/${id}/actions`, { type: 'transfer' });
    expect(started.body).toMatchObject({ status: 'in-progress', type: 'transfer' });
    pass(20);
    const action = await send('GET', `/v2/actions/${started.body.id}`);
    expect(action.body.action.status).toBe('completed');
    expect((await send('POST', `${cdn}/nobody/actions`, {})).status).toBe(404);
  });
});

describe('what has no behaviour', () => {
  it('is answered 501, never with a made-up success', async () => {
    const { send } = createWorld({ endpoints });
    const { id } = (await send('POST', cdn, {})).body.endpoint;
    expect((await send('DELETE', `${cdn}/${id}/cache`)).status).toBe(501);
  });

  it('is not taken for an id anywhere in the document', async () => {
    const shape = (path: string): string => path.replaceAll(/\{[^}]+\}/g, '{}');
    const own = new Set(areaRoutes.map(({ method, path }) => `${method} ${shape(path)}`));
    const router = createRouter(areaRoutes);
    const { operations } = await loadRequestShapes();
    const swallowed = Object.values(operations)
      .filter(({ servers, method, path }) => !servers && !own.has(`${method} ${shape(path)}`))
      .filter(({ method, path }) => router.match(method, path.replaceAll(/\{[^}]+\}/g, 'x1')))
      .map(({ method, path }) => `${method} ${path}`);
    expect(swallowed).toEqual([]);
  });
});
