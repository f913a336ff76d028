// Droplets: how they come up, how they are listed, what stays when they go.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const droplet = { name: 'new-01', region: 'nyc3', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };

const found = (body: { droplets: { id: number; name: string }[] }, name: string): number =>
  body.droplets.find((it) => it.name === name)?.id ?? 0;

describe('a new Droplet', () => {
  it('is new without addresses at first, and active after its action, a moment before it has them', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/droplets', droplet);
    expect(made.status).toBe(202);
    expect(made.body.droplet).toMatchObject({ status: 'new', networks: { v4: [], v6: [] } });
    const [link] = made.body.links.actions;
    expect(link).toMatchObject({ rel: 'create' });
    const path = `/v2/droplets/${made.body.droplet.id}`;

    pass(19);
    expect((await send('GET', link.href)).body.action).toMatchObject({
      status: 'in-progress',
      completed_at: null,
    });
    pass(1);
    expect((await send('GET', link.href)).body.action).toMatchObject({
      status: 'completed',
      completed_at: '2026-11-24T12:00:20Z',
    });
    expect((await send('GET', path)).body.droplet).toMatchObject({
      status: 'active',
      networks: { v4: [], v6: [] },
    });
    pass(2);
    const { networks } = (await send('GET', path)).body.droplet;
    expect(networks.v4.map(({ type }: { type: string }) => type)).toEqual(['private', 'public']);
  });

  it('comes up faster where the simulation is told to hurry, and at once when told so', async () => {
    for (const [speed, wait] of [
      [10, 2],
      ['instant', 0],
    ] as const) {
      const { send, pass } = createWorld({ speed });
      const { id } = (await send('POST', '/v2/droplets', droplet)).body.droplet;
      pass(wait);
      expect((await send('GET', `/v2/droplets/${id}`)).body.droplet.status).toBe('active');
    }
  });

  it('can be one of several, each with an action', async () => {
    const { send } = createWorld();
    const { name: _, ...rest } = droplet;
    const { body } = await send('POST', '/v2/droplets', { ...rest, names: ['a', 'b', 'c'] });
    expect(body.droplets).toHaveLength(3);
    expect(body.links.actions).toHaveLength(3);
  });

  it.each([
    ['a region prefix', { region: 'nyc' }, 'nyc1'],
    ['no region at all', { region: null }, 'nyc1'],
  ])('takes %s', async (_, change, region) => {
    const { send } = createWorld();
    const { body } = await send('POST', '/v2/droplets', { ...droplet, ...change });
    expect(body.droplet.region.slug).toBe(region);
  });

  it.each([
    ['an unknown size', { size: 's-99vcpu' }],
    ['an unknown image', { image: 'windows-11' }],
    ['an unknown region', { region: 'mars1' }],
    ['a closed region', { region: 'nyc2' }],
    ['an unknown SSH key', { ssh_keys: [1] }],
    ['an unknown volume', { volumes: ['nothing'] }],
    ['a name with a space', { name: 'my droplet' }],
    ['both name and names', { names: ['a'] }],
    ['too large user data', { user_data: 'x'.repeat(70_000) }],
    ['IPv6 without public networking', { public_networking: false, ipv6: true }],
    ['an image larger than its disk', { size: 's-1vcpu-512mb-10gb', image: 'docker-20-04' }],
    ['a VPC network elsewhere', { region: 'fra1', vpc_uuid: 'elsewhere' }],
  ])('with %s is refused', async (_, change) => {
    const { send } = createWorld();
    const reply = await send('POST', '/v2/droplets', { ...droplet, ...change });
    expect(reply.status).toBe(422);
    expect(reply.body).toMatchObject({ id: 'unprocessable_entity', message: expect.any(String) });
  });

  it('beyond the limit of the account is refused', async () => {
    const { send } = createWorld({ seedData: { account: { droplet_limit: 1 } } });
    expect((await send('POST', '/v2/droplets', droplet)).status).toBe(202);
    const second = await send('POST', '/v2/droplets', droplet);
    expect(second.status).toBe(422);
    expect(second.body.message).toMatch(/limit/);
  });
});

describe('a destroyed Droplet', () => {
  it('answers a little longer and is then gone, with its volumes, snapshots and address left behind', async () => {
    const { send, pass } = createWorld();
    const id = found((await send('GET', '/v2/droplets')).body, 'jobs-01');
    expect((await send('DELETE', `/v2/droplets/${id}`)).status).toBe(204);
    expect((await send('GET', `/v2/droplets/${id}`)).body.droplet.locked).toBe(true);
    pass(5);
    expect((await send('GET', `/v2/droplets/${id}`)).status).toBe(404);
    expect((await send('DELETE', `/v2/droplets/${id}`)).status).toBe(404);
    const [volume] = (await send('GET', '/v2/volumes?name=uploads')).body.volumes;
    expect(volume.droplet_ids).toEqual([]);
    const { firewalls } = (await send('GET', '/v2/firewalls')).body;
    expect(firewalls.flatMap((it: { droplet_ids: number[] }) => it.droplet_ids)).toEqual([]);
  });

  it('leaves its reserved IP unassigned and billed', async () => {
    const { send, pass } = createWorld();
    const id = found((await send('GET', '/v2/droplets')).body, 'web-01');
    const usage = async () =>
      (
        await send('GET', '/v2/customers/my/invoices/preview?per_page=200')
      ).body.invoice_items.filter(({ product }: { product: string }) => product === 'Reserved IPs');
    expect(await usage()).toEqual([]);
    await send('DELETE', `/v2/droplets/${id}`);
    pass(5);
    expect((await send('GET', '/v2/reserved_ips')).body.reserved_ips[0].droplet).toBeNull();
    expect(await usage()).toHaveLength(1);
  });

  it('can be all Droplets of a tag', async () => {
    const { send, pass } = createWorld();
    expect((await send('DELETE', '/v2/droplets')).status).toBe(422);
    expect((await send('DELETE', '/v2/droplets?tag_name=nothing')).status).toBe(404);
    expect((await send('DELETE', '/v2/droplets?tag_name=web')).status).toBe(204);
    pass(5);
    expect((await send('GET', '/v2/droplets?tag_name=web')).body.droplets).toEqual([]);
    expect((await send('GET', '/v2/droplets?name=jobs-01')).body.droplets).toHaveLength(1);
  });
});

describe('the list of Droplets', () => {
  it('finds a name in any case, and refuses to mix it with a tag', async () => {
    const { send } = createWorld();
    expect((await send('GET', '/v2/droplets?name=WEB-01')).body.droplets).toHaveLength(1);
    expect((await send('GET', '/v2/droplets?name=web-01&tag_name=web')).status).toBe(422);
  });

  it('shows GPU Droplets only when asked', async () => {
    const { send } = createWorld();
    const gpu = { name: 'gpu', region: 'tor1', size: 'gpu-l40sx1-48gb', image: 'ubuntu-24-04-x64' };
    expect((await send('POST', '/v2/droplets', gpu)).status).toBe(202);
    expect((await send('GET', '/v2/droplets?name=gpu')).body.droplets).toEqual([]);
    expect((await send('GET', '/v2/droplets?type=gpus')).body.droplets).toHaveLength(1);
  });
});
