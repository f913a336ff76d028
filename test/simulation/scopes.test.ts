// Who may do what: tokens, scopes, scopes that depend on arguments, and fields hidden without a scope.
import { describe, expect, it } from 'vitest';
import { areaRoutes } from '../../src/simulation/areas/areas.ts';
import { createWorld } from './world.ts';

const sandbox = (...scopes: readonly string[]): string => `sandbox:${scopes.join(',')}`;

describe('a token', () => {
  it('that the simulation does not know is answered 401 in DigitalOcean’s shape', async () => {
    const { send } = createWorld();
    const reply = await send('GET', '/v2/account', undefined, 'dop_v1_0123456789abcdef');
    expect(reply.status).toBe(401);
    expect(reply.body).toEqual({
      id: 'unauthorized',
      message: 'Unable to authenticate you',
      request_id: reply.headers.get('x-request-id'),
    });
  });

  it('named sandbox, or none at all, holds everything', async () => {
    const { send } = createWorld();
    expect((await send('GET', '/v2/account', undefined, null)).status).toBe(200);
    expect((await send('DELETE', '/v2/domains/example.com', undefined, 'sandbox')).status).toBe(
      204,
    );
  });

  it('tells its scopes where tokens are introspected, and needs none for that', async () => {
    const { simulation, send } = createWorld();
    const ask = async (token: string) => {
      const address = 'https://cloud.digitalocean.com/v1/oauth/token/info';
      const headers = { authorization: `Bearer ${token}` };
      return (await simulation.fetch(new Request(address, { headers }))).json();
    };
    expect(await ask('sandbox:droplet:read,domain:read')).toMatchObject({
      scopes: ['droplet:read', 'domain:read'],
      expires_in_seconds: null,
      application: { uid: null },
      created_at: expect.any(Number),
      resource_owner_id: expect.any(Number),
    });
    expect(await ask('sandbox')).toMatchObject({ scopes: ['api:read', 'api:write'] });
    expect(await ask('sandbox:')).toMatchObject({ scopes: [] });
    expect((await send('GET', '/v1/oauth/token/info', undefined, 'nobody')).status).toBe(401);
  });

  it('can be one of the test’s own', async () => {
    const { send } = createWorld({ tokens: { dop_v1_mine: ['domain:read'] } });
    expect((await send('GET', '/v2/domains', undefined, 'dop_v1_mine')).status).toBe(200);
    expect((await send('GET', '/v2/droplets', undefined, 'dop_v1_mine')).status).toBe(403);
  });

  it('with api:read reads everything and changes nothing', async () => {
    const { send } = createWorld();
    const token = sandbox('api:read');
    for (const path of ['/v2/droplets', '/v2/apps', '/v2/volumes', '/v2/customers/my/balance']) {
      expect((await send('GET', path, undefined, token)).status).toBe(200);
    }
    expect((await send('DELETE', '/v2/domains/example.com', undefined, token)).status).toBe(403);
  });

  it('without a single scope is refused by every operation, whether or not the thing exists', async () => {
    const { send, pass } = createWorld();
    for (const { method, path } of areaRoutes) {
      pass(1);
      const filled = path.replaceAll(/\{[^}]+\}/g, '12345');
      const { status } = await send(method, filled, undefined, 'sandbox:');
      expect(`${method} ${path} ${status}`).toBe(`${method} ${path} 403`);
    }
  });

  it.each([
    ['POST', '/v2/domains/example.com/records', ['domain:create'], 201],
    ['POST', '/v2/domains/example.com/records', ['domain:update'], 201],
    ['POST', '/v2/domains/example.com/records', ['domain:read'], 403],
    ['GET', '/v2/volumes', ['block_storage:read'], 200],
    ['GET', '/v2/sizes', ['sizes:read'], 403],
    ['GET', '/v2/sizes', ['sizes:read', 'regions:read'], 200],
  ])('%s %s with %j is answered %i', async (method, path, scopes, status) => {
    const { send } = createWorld();
    const body = method === 'GET' ? undefined : { type: 'A', name: 'x', data: '198.51.100.1' };
    expect((await send(method, path, body, sandbox(...scopes))).status).toBe(status);
  });
});

describe('an argument', () => {
  const droplet = { name: 'x', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };
  const base = ['droplet:create', 'image:read'];

  it.each([
    ['nothing else', {}, [], 202],
    ['tags', { tags: ['t'] }, ['tag:create'], 202],
    ['tags', { tags: ['t'] }, [], 403],
    ['ssh_keys', { ssh_keys: [40_000_001] }, ['ssh_key:read'], 202],
    ['ssh_keys', { ssh_keys: [40_000_001] }, [], 403],
    ['null tags', { tags: null, ssh_keys: null, volumes: null }, [], 202],
  ])(
    'of a new Droplet, %s (%j) with %j besides, is answered %i',
    async (_, more, scopes, status) => {
      const { send } = createWorld();
      const token = sandbox(...base, ...scopes);
      expect((await send('POST', '/v2/droplets', { ...droplet, ...more }, token)).status).toBe(
        status,
      );
    },
  );

  it('image of a new Droplet needs image:read', async () => {
    const { send } = createWorld();
    const reply = await send('POST', '/v2/droplets', droplet, sandbox('droplet:create'));
    expect(reply.status).toBe(403);
    expect(reply.body.id).toBe('forbidden');
  });

  it.each([
    ['reboot', {}, [], 201],
    ['snapshot', {}, [], 403],
    ['snapshot', {}, ['image:create'], 201],
    ['rebuild', { image: 'debian-12-x64' }, [], 403],
    ['rebuild', { image: 'debian-12-x64' }, ['droplet:admin'], 201],
    ['password_reset', {}, [], 403],
    ['resize', { size: 's-1vcpu-1gb' }, [], 403],
  ])(
    'type %s of a Droplet action (%j) with %j besides is answered %i',
    async (type, more, scopes, status) => {
      const { send } = createWorld();
      const token = sandbox('droplet:update', ...scopes);
      const path = '/v2/droplets/500000001/actions';
      expect((await send('POST', path, { type, ...more }, token)).status).toBe(status);
    },
  );

  it('tag_name needs tag:read', async () => {
    const { send } = createWorld();
    const path = '/v2/droplets?tag_name=web';
    expect((await send('GET', path, undefined, sandbox('droplet:read'))).status).toBe(403);
    const both = sandbox('droplet:read', 'tag:read');
    expect((await send('GET', path, undefined, both)).body.droplets).toHaveLength(2);
    expect((await send('DELETE', path, undefined, sandbox('droplet:delete'))).status).toBe(403);
  });

  it('decides over snapshots by what they are of', async () => {
    const { send } = createWorld();
    const { snapshots } = (await send('GET', '/v2/snapshots')).body;
    const find = (kind: string) =>
      snapshots.find((it: { resource_type: string }) => it.resource_type === kind).id;
    const [ofDroplet, ofVolume] = [find('droplet'), find('volume')];
    const get = async (id: string, ...scopes: string[]) =>
      (await send('GET', `/v2/snapshots/${id}`, undefined, sandbox(...scopes))).status;
    expect(await get(ofDroplet, 'snapshot:read')).toBe(200);
    expect(await get(ofVolume, 'snapshot:read')).toBe(403);
    expect(await get(ofVolume, 'block_storage_snapshot:read')).toBe(200);
    const remove = async (id: string, ...scopes: string[]) =>
      (await send('DELETE', `/v2/snapshots/${id}`, undefined, sandbox(...scopes))).status;
    expect(await remove(ofDroplet, 'snapshot:delete')).toBe(403);
    const mixed = ['snapshot:delete', 'block_storage_snapshot:delete'];
    expect(await remove(ofDroplet, ...mixed)).toBe(403);
    expect(await remove(ofDroplet, 'snapshot:delete', 'image:delete')).toBe(204);
    expect(await remove(ofVolume, 'block_storage_snapshot:delete')).toBe(204);
  });
});

describe('a field', () => {
  it('of a Droplet is blank without the scope that shows it', async () => {
    const { send } = createWorld();
    const read = async (...scopes: string[]) =>
      (await send('GET', '/v2/droplets?name=jobs-01', undefined, sandbox(...scopes))).body
        .droplets[0];
    const bare = await read('droplet:read');
    expect(bare).toMatchObject({ image: {}, tags: [], volume_ids: [] });
    expect(bare).not.toHaveProperty('vpc_uuid');
    const full = await read(
      'droplet:read',
      'image:read',
      'tag:read',
      'vpc:read',
      'block_storage:read',
    );
    expect(full).toMatchObject({ image: { slug: 'debian-12-x64' }, tags: ['env:prod'] });
    expect(full.volume_ids).toHaveLength(1);
    expect(full).toHaveProperty('vpc_uuid');
  });

  it('of a database that is a credential needs database:view_credentials', async () => {
    const { send } = createWorld();
    const read = async (...scopes: string[]) =>
      (await send('GET', '/v2/databases', undefined, sandbox(...scopes))).body.databases[0];
    const hidden = await read('database:read');
    expect(JSON.stringify(hidden)).not.toContain('AVNS_');
    expect(hidden.connection).toMatchObject({ host: expect.any(String), port: 25060 });
    const shown = await read('database:read', 'database:view_credentials');
    expect(shown.connection.uri).toContain(shown.users[0].password);
  });

  it('of the account that is a limit needs the scope of what it limits', async () => {
    const { send } = createWorld();
    const read = async (...scopes: string[]) =>
      (await send('GET', '/v2/account', undefined, sandbox(...scopes))).body.account;
    expect(await read('account:read')).not.toHaveProperty('droplet_limit');
    expect(await read('account:read', 'droplet:read')).toHaveProperty('droplet_limit', 25);
    expect(await read('account:read', 'reserved_ip:read')).toHaveProperty('floating_ip_limit', 5);
  });

  it('of a region lists sizes only with sizes:read', async () => {
    const { send } = createWorld();
    const read = async (...scopes: string[]) =>
      (await send('GET', '/v2/regions', undefined, sandbox(...scopes))).body.regions[0].sizes;
    expect(await read('regions:read')).toEqual([]);
    expect((await read('regions:read', 'sizes:read')).length).toBeGreaterThan(10);
  });

  it('of project resources shows only kinds that the token may read', async () => {
    const { send } = createWorld();
    const read = async (...scopes: string[]) =>
      (
        await send(
          'GET',
          '/v2/projects/default/resources',
          undefined,
          sandbox('project:read', ...scopes),
        )
      ).body.resources.map(({ urn }: { urn: string }) => urn.split(':')[1]);
    expect(new Set(await read('domain:read'))).toEqual(new Set(['domain']));
    expect(await read()).toEqual([]);
  });
});
