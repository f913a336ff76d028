// Firewalls: when their rules hold, what they cover, and who may change that.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const anywhere = { addresses: ['0.0.0.0/0'] };
const inbound = [{ protocol: 'tcp', ports: '80', sources: anywhere }];

describe('a firewall', () => {
  it('waits until its rules hold', async () => {
    const { send, pass } = createWorld();
    const body = { name: 'fw', droplet_ids: [500000001], inbound_rules: inbound };
    const made = await send('POST', '/v2/firewalls', body);
    expect(made.status).toBe(202);
    expect(made.body.firewall).toMatchObject({
      status: 'waiting',
      pending_changes: [{ droplet_id: 500000001, removing: false, status: 'waiting' }],
    });
    pass(3);
    const { firewall } = (await send('GET', `/v2/firewalls/${made.body.firewall.id}`)).body;
    expect(firewall).toMatchObject({ status: 'succeeded', pending_changes: [] });
  });

  it.each([
    ['no rules', { inbound_rules: null }, 422],
    ['a name that is taken', { name: 'web-firewall' }, 409],
    ['an impossible name', { name: 'my firewall' }, 422],
    [
      'impossible ports',
      { inbound_rules: [{ protocol: 'tcp', ports: '90-80', sources: anywhere }] },
      400,
    ],
    ['a tag that does not exist', { tags: ['unheard-of'] }, 422],
    ['a Droplet that does not exist', { droplet_ids: [1] }, 422],
    ['too many tags', { tags: ['a', 'b', 'c', 'd', 'e', 'f'] }, 422],
  ])('with %s is refused', async (_, change, status) => {
    const { send } = createWorld();
    const reply = await send('POST', '/v2/firewalls', {
      name: 'fw',
      inbound_rules: inbound,
      ...change,
    });
    expect(reply.status).toBe(status);
  });

  it.each([['all'], ['0'], [0]])('understands %j as every port', async (ports) => {
    const { send } = createWorld();
    const body = { name: 'fw', inbound_rules: [{ protocol: 'tcp', ports, sources: anywhere }] };
    expect((await send('POST', '/v2/firewalls', body)).body.firewall.inbound_rules[0].ports).toBe(
      '0',
    );
  });

  it('that is replaced forgets what is left out', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/firewalls')).body.firewalls;
    const { firewall } = (
      await send('PUT', `/v2/firewalls/${id}`, { name: 'web-firewall', inbound_rules: inbound })
    ).body;
    expect(firewall).toMatchObject({ tags: [], droplet_ids: [], outbound_rules: [] });
  });

  it('is changed only by a token that may read what is attached', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/firewalls')).body.firewalls;
    const put = (token: string) =>
      send('PUT', `/v2/firewalls/${id}`, { name: 'web-firewall', inbound_rules: inbound }, token);
    expect((await put('sandbox:firewall:update')).status).toBe(403);
    expect((await put('sandbox:firewall:update,tag:read')).status).toBe(200);
  });

  it('is found at the Droplets it covers, by id or by tag', async () => {
    const { send } = createWorld();
    const names = async (id: number) =>
      (await send('GET', `/v2/droplets/${id}/firewalls`)).body.firewalls.map(
        (it: { name: string }) => it.name,
      );
    expect(await names(500000001)).toEqual(['web-firewall']);
    expect(await names(500000003)).toEqual(['jobs-firewall']);
  });

  it('takes bodies on DELETE', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/firewalls')).body.firewalls;
    expect((await send('DELETE', `/v2/firewalls/${id}/tags`, { tags: ['web'] })).status).toBe(204);
    expect((await send('GET', `/v2/firewalls/${id}`)).body.firewall.tags).toEqual([]);
  });
});
