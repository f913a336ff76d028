// Projects, tags, Spaces keys, SSH keys, and money.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

describe('a project', () => {
  it('keeps a purpose of one’s own as Other', async () => {
    const { send } = createWorld();
    const made = await send('POST', '/v2/projects', { name: 'p', purpose: 'Fun' });
    expect(made.status).toBe(201);
    expect(made.body.project).toMatchObject({ purpose: 'Other: Fun', is_default: false });
    const preset = await send('POST', '/v2/projects', { name: 'q', purpose: 'IoT' });
    expect(preset.body.project.purpose).toBe('IoT');
  });

  it.each([
    ['without a purpose', { name: 'p' }, 422],
    ['with an unknown environment', { name: 'p', purpose: 'x', environment: 'Moon' }, 422],
    ['with a name that is taken', { name: 'Web shop', purpose: 'x' }, 409],
  ])('%s is refused', async (_, body, status) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/projects', body)).status).toBe(status);
  });

  it('takes resources over from another one, and cannot be deleted while it has any', async () => {
    const { send } = createWorld();
    const { id } = (await send('POST', '/v2/projects', { name: 'p', purpose: 'x' })).body.project;
    const assign = async (path: string) =>
      (
        await send('POST', path, { resources: ['do:droplet:500000001', 'do:volume:none'] })
      ).body.resources.map(({ status }: { status: string }) => status);
    expect(await assign(`/v2/projects/${id}/resources`)).toEqual(['assigned', 'not_found']);
    expect(await assign(`/v2/projects/${id}/resources`)).toEqual(['already_assigned', 'not_found']);
    const full = await send('DELETE', `/v2/projects/${id}`);
    expect([full.status, full.body.id]).toEqual([412, 'precondition_failed']);
    await assign('/v2/projects/default/resources');
    expect((await send('DELETE', `/v2/projects/${id}`)).status).toBe(204);
    const { id: main } = (await send('GET', '/v2/projects/default')).body.project;
    expect((await send('DELETE', `/v2/projects/${main}`)).status).toBe(412);
  });

  it('that is replaced needs all its attributes', async () => {
    const { send } = createWorld();
    const { id } = (await send('POST', '/v2/projects', { name: 'p', purpose: 'x' })).body.project;
    expect((await send('PUT', `/v2/projects/${id}`, { name: 'r' })).status).toBe(422);
    expect((await send('PATCH', `/v2/projects/${id}`, { name: 'r' })).body.project.name).toBe('r');
  });

  it('that becomes the default takes the place of the old one', async () => {
    const { send } = createWorld();
    const { id } = (await send('POST', '/v2/projects', { name: 'p', purpose: 'x' })).body.project;
    await send('PATCH', `/v2/projects/${id}`, { is_default: true });
    expect((await send('GET', '/v2/projects/default')).body.project.id).toBe(id);
  });
});

describe('a tag', () => {
  it('counts what carries it, and takes itself off when it is deleted', async () => {
    const { send } = createWorld();
    expect((await send('GET', '/v2/tags/web')).body.tag.resources.droplets.count).toBe(2);
    await send('DELETE', '/v2/tags/web');
    expect((await send('GET', '/v2/droplets/500000001')).body.droplet.tags).toEqual(['env:prod']);
    expect((await send('GET', '/v2/firewalls')).body.firewalls[0].tags).toEqual([]);
  });

  it('with impossible characters is answered in the shape that tags have', async () => {
    const { send } = createWorld();
    const reply = await send('POST', '/v2/tags', { name: 'no spaces' });
    expect(reply.status).toBe(400);
    expect(Object.keys(reply.body)).toEqual(['error', 'messages', 'root_causes']);
  });
});

describe('a Spaces key', () => {
  it('shows its secret once', async () => {
    const { send } = createWorld();
    const made = await send('POST', '/v2/spaces/keys', {
      name: 'k',
      grants: [{ bucket: 'b', permission: 'read' }],
    });
    expect(made.status).toBe(201);
    const { secret_key: secret, access_key: access } = made.body.key;
    expect(secret).toHaveLength(43);
    for (const path of ['/v2/spaces/keys', `/v2/spaces/keys/${access}`]) {
      expect(JSON.stringify((await send('GET', path)).body)).not.toContain(secret);
    }
  });

  it.each([
    [
      'full access beside a scoped grant',
      [
        { bucket: '', permission: 'fullaccess' },
        { bucket: 'b', permission: 'read' },
      ],
    ],
    ['an unknown permission', [{ bucket: 'b', permission: 'admin' }]],
  ])('with %s is a bad request', async (_, grants) => {
    const { send } = createWorld();
    expect((await send('POST', '/v2/spaces/keys', { name: 'k', grants })).status).toBe(400);
  });

  it('is sorted and found as asked', async () => {
    const { send, pass } = createWorld();
    pass(60);
    await send('POST', '/v2/spaces/keys', {
      name: 'zoo',
      grants: [{ bucket: 'animals', permission: 'read' }],
    });
    const names = async (query: string) =>
      (await send('GET', `/v2/spaces/keys?${query}`)).body.keys.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('')).toEqual(['zoo', 'assets']);
    expect(await names('sort=created_at&sort_direction=asc')).toEqual(['assets', 'zoo']);
    expect(await names('bucket=animals')).toEqual(['zoo']);
    expect((await send('GET', '/v2/spaces/keys?sort_direction=asc')).status).toBe(400);
  });
});

describe('an SSH key', () => {
  it('that is known already is refused', async () => {
    const { send } = createWorld();
    const [{ public_key: known, fingerprint }] = (await send('GET', '/v2/account/keys')).body
      .ssh_keys;
    expect(fingerprint).toMatch(/^([0-9a-f]{2}:){15}[0-9a-f]{2}$/);
    const reply = await send('POST', '/v2/account/keys', { name: 'again', public_key: known });
    expect([reply.status, reply.body.message]).toEqual([
      422,
      'SSH Key is already in use on your account',
    ]);
    expect(
      (await send('POST', '/v2/account/keys', { name: 'x', public_key: 'nonsense' })).status,
    ).toBe(422);
  });
});

describe('money', () => {
  const empty = { seedData: {} };

  it('is owed by the hour, up to the price of a month', async () => {
    const { send, pass } = createWorld(empty);
    const usage = async () =>
      Number((await send('GET', '/v2/customers/my/balance')).body.month_to_date_usage);
    expect(await usage()).toBe(0);
    const body = { name: 'x', region: 'nyc3', size: 's-1vcpu-2gb', image: 'debian-12-x64' };
    const { id } = (await send('POST', '/v2/droplets', body)).body.droplet;
    expect(await usage()).toBe(0.01);
    pass(24 * 3600);
    // 24 hours at $12 / 672 hours.
    expect(await usage()).toBeCloseTo(0.43, 2);
    await send('DELETE', `/v2/droplets/${id}`);
    pass(24 * 3600);
    expect(await usage()).toBeCloseTo(0.43, 2);
    pass(10 * 24 * 3600);
    expect(await usage()).toBe(0);
  });

  it('goes on while a Droplet is off, and changes with its size', async () => {
    const { send, pass } = createWorld({ ...empty, speed: 'instant' });
    const body = { name: 'x', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };
    const { id } = (await send('POST', '/v2/droplets', body)).body.droplet;
    const act = (given: object) => send('POST', `/v2/droplets/${id}/actions`, given);
    await act({ type: 'power_off' });
    pass(10 * 3600);
    await act({ type: 'resize', size: 's-4vcpu-8gb' });
    pass(10 * 3600);
    const { invoice_items: items } = (await send('GET', '/v2/customers/my/invoices/preview')).body;
    expect(items.map(({ amount }: { amount: string }) => amount).sort()).toEqual(['0.09', '0.71']);
    expect(items[0]).toMatchObject({ product: 'Droplets', duration: '10', duration_unit: 'Hours' });
  });

  it.each([
    ['a volume of 100 GiB', '/v2/volumes', { name: 'v', region: 'nyc3', size_gigabytes: 100 }, 10],
    [
      'a load balancer',
      '/v2/load_balancers',
      {
        name: 'l',
        region: 'nyc3',
        forwarding_rules: [
          { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
        ],
      },
      12,
    ],
    [
      'a database with two nodes',
      '/v2/databases',
      { name: 'd-1', engine: 'pg', num_nodes: 2, size: 'db-s-1vcpu-2gb', region: 'nyc3' },
      60,
    ],
    ['an idle reserved IP', '/v2/reserved_ips', { region: 'nyc3' }, 5],
    [
      'a cluster with a highly available control plane',
      '/v2/kubernetes/clusters',
      {
        name: 'c',
        region: 'nyc3',
        version: '1.36',
        node_pools: [{ name: 'p', size: 's-1vcpu-2gb', count: 1 }],
      },
      52,
    ],
    [
      'an app with two containers',
      '/v2/apps',
      {
        spec: {
          name: 'my-app',
          services: [
            {
              name: 'web',
              image: { repository: 'nginx' },
              instance_size_slug: 'apps-s-1vcpu-1gb',
              instance_count: 2,
            },
          ],
        },
      },
      24,
    ],
  ])('for %s is what DigitalOcean lists for a month', async (_, path, body, dollars) => {
    // A month of 31 days is longer than the 672 hours after which it is paid in full.
    const { send, pass } = createWorld({ ...empty, speed: 'instant' });
    pass(8 * 24 * 3600);
    expect((await send('POST', path, body)).status).toBeLessThan(300);
    await send('GET', '/v2/account');
    pass(29 * 24 * 3600 + 11 * 3600);
    const { body: balance } = await send('GET', '/v2/customers/my/balance');
    expect(Number(balance.month_to_date_usage)).toBeCloseTo(dollars, 0);
  });

  it('is told in the balance, the list of invoices and their summary alike', async () => {
    const { send } = createWorld({ seedData: { account: { balance: 3.5 } } });
    await send('POST', '/v2/volumes', { name: 'v', region: 'nyc3', size_gigabytes: 10 });
    const { body: balance } = await send('GET', '/v2/customers/my/balance');
    expect(balance).toMatchObject({ account_balance: '3.50', month_to_date_balance: '3.51' });
    const { invoice_preview: preview, invoices } = (await send('GET', '/v2/customers/my/invoices'))
      .body;
    expect(preview).toMatchObject({ amount: '0.01', invoice_period: '2026-11' });
    expect(invoices).toEqual([]);
    const summary = await send('GET', `/v2/customers/my/invoices/${preview.invoice_uuid}/summary`);
    expect(summary.body.product_charges.items).toEqual([
      { name: 'Volumes', amount: '0.01', count: '1' },
    ]);
    expect((await send('GET', '/v2/customers/my/invoices/unknown')).status).toBe(404);
  });
});
