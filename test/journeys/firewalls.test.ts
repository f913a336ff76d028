// Journeys about firewalls: opening and closing ports without locking anybody out.
import { describe, expect, it } from 'vitest';
import { meetPerson, objectsAt } from './person.ts';

const anywhere = { addresses: ['0.0.0.0/0', '::/0'] };
const https = { protocol: 'tcp', ports: '443', sources: anywhere };

describe('a firewall', () => {
  it('"Open HTTPS on the web servers too" keeps everything that was open', async () => {
    const me = await meetPerson();
    const { id: firewall_id } = await me.named('firewalls_list', 'web-firewall');
    const before = await me.ask('firewalls_get', { firewall_id });
    const inbound = objectsAt(before, 'inbound_rules');
    expect(inbound.map(({ ports }) => ports)).toEqual(['80', '22']);

    const replaced = await me.ask('firewalls_update', {
      firewall_id,
      name: before['name'],
      tags: before['tags'],
      droplet_ids: before['droplet_ids'],
      inbound_rules: [...inbound, https],
      outbound_rules: before['outbound_rules'],
      wait_seconds: 45,
    });
    expect(replaced).toMatchObject({ status: 'succeeded', account: 'Sandbox Team' });
    const after = await me.ask('firewalls_get', { firewall_id });
    expect(after).toMatchObject({
      status: 'succeeded',
      name: 'web-firewall',
      tags: ['web'],
      outbound_rules: before['outbound_rules'],
      inbound_rules: [...inbound, https],
    });

    // A replacement is a replacement: what is left out is gone.
    await me.ask('firewalls_update', {
      firewall_id,
      name: 'web-firewall',
      inbound_rules: [https],
    });
    expect(await me.ask('firewalls_get', { firewall_id })).toMatchObject({
      tags: [],
      droplet_ids: [],
      outbound_rules: [],
      inbound_rules: [https],
    });
  });

  it('"A firewall for the jobs server" meets a name that is taken, then a better one', async () => {
    const me = await meetPerson();
    const { id: droplet } = await me.named('droplets_list', 'jobs-01');
    const wanted = { droplet_ids: [droplet], inbound_rules: [https] };
    const taken = await me.refused('firewalls_create', { ...wanted, name: 'jobs-firewall' });
    expect(taken).toMatchObject({ status: 409, code: 'conflict' });
    expect(taken.message).toContain('duplicate name');
    expect(taken.next).toMatch(/duplicate name/);

    const made = await me.ask('firewalls_create', { ...wanted, name: 'jobs-https' });
    expect(made).toMatchObject({ status: 'waiting' });
    expect(objectsAt(made, 'pending_changes')).toEqual([
      { droplet_id: droplet, removing: false, status: 'waiting' },
    ]);
    expect(made['next']).toContain('firewalls_get');
    const settled = await me.ask('firewalls_get', { firewall_id: made['id'], wait_seconds: 45 });
    expect(settled).toMatchObject({ status: 'succeeded', pending_changes: [] });
    const guards = await me.every('droplets_list_firewalls', {
      droplet_id: droplet,
      fields: ['name'],
    });
    expect(guards).toEqual([{ name: 'jobs-firewall' }, { name: 'jobs-https' }]);

    await me.ask('firewalls_delete', { firewall_id: made['id'] });
    expect(
      await me.every('droplets_list_firewalls', { droplet_id: droplet, fields: ['name'] }),
    ).toEqual([{ name: 'jobs-firewall' }]);
    const gone = await me.refused('firewalls_get', { firewall_id: made['id'] });
    expect(gone).toMatchObject({ status: 404 });
    expect(gone.next).toContain('firewalls_list');
  });

  it('"A firewall that does nothing" or for what is not there is refused with the reason', async () => {
    const me = await meetPerson();
    const empty = await me.refused('firewalls_create', { name: 'empty' });
    expect(empty).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(empty.message).toMatch(/inbound_rules/);
    expect(me.requests).toEqual([]);

    const untagged = await me.refused('firewalls_create', {
      name: 'fresh',
      tags: ['wbe'],
      inbound_rules: [https],
    });
    expect(untagged).toMatchObject({ status: 422 });
    expect(untagged.message).toMatch(/tag wbe does not exist/);
    const ports = await me.refused('firewalls_create', {
      name: 'fresh',
      inbound_rules: [{ ...https, ports: '90000' }],
    });
    expect(ports).toMatchObject({ status: 400 });
    expect(await me.every('firewalls_list')).toHaveLength(2);
  });

  it('"Guard everything tagged web" needs a token that may use tags', async () => {
    const me = await meetPerson({ scopes: 'firewall:create,firewall:read' });
    const no = await me.refused('firewalls_create', {
      name: 'tagged',
      tags: ['web'],
      inbound_rules: [https],
    });
    expect(no).toMatchObject({ status: null, code: 'missing_scope' });
    expect(no.missing_scopes).toEqual(['tag:read', 'tag:create']);
    await me.ask('firewalls_create', { name: 'untagged', inbound_rules: [https] });
    expect((await me.every('firewalls_list')).map(({ name }) => name)).toContain('untagged');
    expect(await me.tools()).not.toContain('firewalls_delete');
  });
});
