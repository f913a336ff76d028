// Reserved IPv6 addresses: where they may go, and that they outlive the Droplet.
import { describe, expect, it } from 'vitest';
import { createWorld, type Send } from './world.ts';

const many = '/v2/reserved_ipv6';

const droplet = async (send: Send, change: object = {}) => {
  const order = {
    name: 'six',
    region: 'nyc3',
    size: 's-1vcpu-1gb',
    image: 'debian-12-x64',
    ipv6: true,
  };
  return (await send('POST', '/v2/droplets', { ...order, ...change })).body.droplet.id;
};

const reserve = async (send: Send) => {
  const made = await send('POST', many, { region_slug: 'nyc3' });
  return `${many}/${made.body.reserved_ipv6.ip}`;
};

describe('a reserved IPv6 address', () => {
  it('is assigned, stays while it is, and is released afterwards', async () => {
    const { send, pass } = createWorld();
    const id = await droplet(send);
    const path = await reserve(send);
    const act = (body: object) => send('POST', `${path}/actions`, body);
    const started = await act({ type: 'assign', droplet_id: id });
    expect(started.status).toBe(201);
    expect((await act({ type: 'unassign' })).status).toBe(422);
    pass(5);
    const action = await send('GET', `/v2/actions/${started.body.action.id}`);
    expect(action.body.action).toMatchObject({ status: 'completed', type: 'assign_ip' });
    expect((await send('GET', path)).body.reserved_ipv6.droplet.id).toBe(id);
    expect((await send('DELETE', path)).status).toBe(422);
    await act({ type: 'unassign' });
    pass(5);
    expect((await send('GET', path)).body.reserved_ipv6).not.toHaveProperty('droplet');
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('GET', many)).body.reserved_ipv6s).toEqual([]);
  });

  it.each([
    ['without IPv6', { ipv6: false }],
    ['of another region', { region: 'fra1' }],
  ])('does not go to a Droplet %s', async (_, change) => {
    const { send } = createWorld();
    const droplet_id = await droplet(send, change);
    const path = await reserve(send);
    const reply = await send('POST', `${path}/actions`, { type: 'assign', droplet_id });
    expect(reply.status).toBe(422);
  });

  it('outlives its Droplet', async () => {
    const { send, pass } = createWorld();
    const droplet_id = await droplet(send);
    pass(60);
    const path = await reserve(send);
    await send('POST', `${path}/actions`, { type: 'assign', droplet_id });
    pass(10);
    await send('DELETE', `/v2/droplets/${droplet_id}`);
    pass(10);
    expect((await send('GET', path)).body.reserved_ipv6).not.toHaveProperty('droplet');
  });
});
