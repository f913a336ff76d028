// Autoscale pools: members are Droplets, numbers are kept, and deleting takes Droplets along only when it is asked to.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const home = '/v2/droplets/autoscale';
const template = { region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64', ssh_keys: [] };
const order = (config: unknown, more: object = {}) => ({
  name: 'workers',
  config,
  droplet_template: { ...template, ...more },
});

/** A world with a pool of three Droplets that are up. */
const createPool = async () => {
  const world = createWorld();
  const { send, pass } = world;
  const made = await send('POST', home, order({ target_number_instances: 3 }, { tags: ['pool'] }));
  expect(made.status).toBe(202);
  const one = `${home}/${made.body.autoscale_pool.id}`;
  const members = async () => (await send('GET', `${one}/members`)).body.droplets;
  const history = async () => (await send('GET', `${one}/history`)).body.history;
  const tagged = async () => (await send('GET', '/v2/droplets?tag_name=pool')).body.droplets;
  return { ...world, made, one, members, history, tagged, pass };
};

describe('a new pool', () => {
  it('makes its Droplets, which come up and are billed like any others', async () => {
    const { send, pass, made, one, members, history, tagged } = await createPool();
    expect(made.body.autoscale_pool).toMatchObject({ status: 'active', active_resources_count: 0 });
    expect((await members())[0].status).toBe('provisioning');
    expect(await history()).toMatchObject([
      {
        current_instance_count: 0,
        desired_instance_count: 3,
        reason: 'CONFIGURATION_CHANGE',
        status: 'in_progress',
      },
    ]);
    pass(30);
    expect((await history())[0].status).toBe('success');
    expect((await members()).map((it: { status: string }) => it.status)).toEqual([
      'active',
      'active',
      'active',
    ]);
    expect((await send('GET', one)).body.autoscale_pool.active_resources_count).toBe(3);
    const droplets = await tagged();
    expect(droplets.map((it: { id: number }) => it.id)).toEqual(
      (await members()).map((it: { droplet_id: number }) => it.droplet_id),
    );
    const { invoice_items: items } = (
      await send('GET', '/v2/customers/my/invoices/preview?per_page=200')
    ).body;
    const billed = items.map((it: { resource_id: string }) => it.resource_id);
    for (const { id } of droplets) expect(billed).toContain(String(id));
  });

  it('that scales by load starts with its least number, because its Droplets are idle', async () => {
    const { send, pass } = createWorld();
    const config = { min_instances: 2, max_instances: 5, target_cpu_utilization: 0.7 };
    const { autoscale_pool: pool } = (await send('POST', home, order(config))).body;
    expect(pool).toMatchObject({
      config: { ...config, cooldown_minutes: 10 },
      current_utilization: { cpu: 0.02 },
    });
    pass(600);
    expect((await send('GET', `${home}/${pool.id}/members`)).body.meta.total).toBe(2);
  });

  it.each([
    ['two ways of scaling', { target_number_instances: 1, min_instances: 1 }, {}, 422],
    ['a least number above the most', { min_instances: 3, max_instances: 2 }, {}, 422],
    [
      'a share of load above one',
      { min_instances: 1, max_instances: 2, target_cpu_utilization: 70 },
      {},
      422,
    ],
    [
      'load but no agent',
      { min_instances: 1, max_instances: 2 },
      { with_droplet_agent: false },
      422,
    ],
    ['an unknown image', { target_number_instances: 1 }, { image: 'nothing' }, 422],
    ['an unknown size', { target_number_instances: 1 }, { size: 'nothing' }, 422],
    ['an unknown key', { target_number_instances: 1 }, { ssh_keys: ['1'] }, 422],
    ['more Droplets than the account may have', { target_number_instances: 100 }, {}, 422],
  ])('with %s is refused', async (_, config, more, status) => {
    const { send } = createWorld();
    expect((await send('POST', home, order(config, more))).status).toBe(status);
    expect((await send('GET', home)).body.meta.total).toBe(0);
  });

  it('needs the scopes that its template touches', async () => {
    const { send } = createWorld();
    const body = order({ target_number_instances: 1 }, { tags: ['pool'] });
    const ask = async (scopes: string) =>
      (await send('POST', home, body, `sandbox:${scopes}`)).status;
    expect(await ask('droplet:create')).toBe(403);
    expect(await ask('droplet:create,tag:read')).toBe(202);
  });
});

describe('a pool', () => {
  it('grows and shrinks with its configuration, and keeps its name', async () => {
    const { send, pass, one, members, tagged } = await createPool();
    pass(30);
    const [oldest] = await members();
    const body = { ...order({ target_number_instances: 1 }), name: 'renamed' };
    const changed = await send('PUT', one, body);
    expect([changed.status, changed.body.autoscale_pool.name]).toEqual([200, 'workers']);
    pass(30);
    expect((await members()).map((it: { droplet_id: number }) => it.droplet_id)).toEqual([
      oldest.droplet_id,
    ]);
    expect(await tagged()).toHaveLength(1);
    await send('PUT', one, order({ target_number_instances: 2 }));
    expect(await members()).toHaveLength(2);
  });

  it('replaces a Droplet that is deleted from outside', async () => {
    const { send, pass, members, history } = await createPool();
    pass(30);
    const [{ droplet_id: id }] = await members();
    await send('DELETE', `/v2/droplets/${id}`);
    expect((await members())[0].status).toBe('deleting');
    pass(10);
    expect(await members()).toHaveLength(2);
    pass(60);
    expect(await members()).toHaveLength(3);
    expect((await history())[0]).toMatchObject({ reason: 'SCALE_UP', current_instance_count: 2 });
  });

  it('that is deleted leaves its Droplets', async () => {
    const { send, pass, one, tagged } = await createPool();
    pass(30);
    expect((await send('DELETE', one)).status).toBe(202);
    expect((await send('GET', one)).body.autoscale_pool.status).toBe('deleting');
    pass(40);
    expect((await send('GET', one)).status).toBe(404);
    expect(await tagged()).toHaveLength(3);
  });

  it('that is deleted dangerously takes them along, but only when the header says so', async () => {
    const { send, pass, one, tagged } = await createPool();
    pass(30);
    expect((await send('DELETE', `${one}/dangerous`)).status).toBe(400);
    pass(40);
    expect(await tagged()).toHaveLength(3);
    const header = { 'X-Dangerous': 'true' };
    expect((await send('DELETE', `${one}/dangerous`, undefined, 'sandbox', header)).status).toBe(
      202,
    );
    pass(120);
    expect((await send('GET', one)).status).toBe(404);
    expect(await tagged()).toEqual([]);
  });
});
