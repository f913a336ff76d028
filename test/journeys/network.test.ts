// Journeys about the network: addresses that stay, ports that open, networks that meet and the way out.
import { describe, expect, it } from 'vitest';
import { meetPerson, objectsAt, textAt } from './person.ts';

const everything = { argv: ['--mode', 'tools', '--areas', 'all'] };

describe('the network', () => {
  it('"Give web-02 a fixed address, then move it to jobs-01, then give it back"', async () => {
    const me = await meetPerson(everything);
    const before = await me.every('reserved_ips_list');
    const { id: first } = await me.named('droplets_list', 'web-02');
    const made = await me.ask('reserved_ips_create', { droplet_id: first, wait_seconds: 45 });
    const reserved_ip = textAt(made, 'ip');
    expect(made).toMatchObject({ locked: false, droplet: { id: first, name: 'web-02' } });

    const taken = await me.refused('reserved_ips_create', { droplet_id: first });
    expect(taken).toMatchObject({ status: 422 });
    const aimless = await me.refused('reserved_ips_create', {});
    expect(aimless.message).toMatch(/droplet_id|region/);

    const { id: second } = await me.named('droplets_list', 'jobs-01');
    const moved = await me.ask('reserved_ips_actions_post', {
      reserved_ip,
      type: 'assign',
      droplet_id: second,
      wait_seconds: 45,
    });
    expect(moved).toMatchObject({ status: 'completed' });
    expect(await me.ask('floating_ips_get', { floating_ip: reserved_ip })).toMatchObject({
      droplet: { id: second },
    });
    await me.ask('reserved_ips_actions_post', { reserved_ip, type: 'unassign', wait_seconds: 45 });
    await me.ask('reserved_ips_delete', { reserved_ip });
    expect(await me.every('reserved_ips_list')).toHaveLength(before.length);
  });

  it('"Let the office reach Postgres" opens one port and closes it again', async () => {
    const me = await meetPerson(everything);
    const { id: firewall_id } = await me.named('firewalls_list', 'web-firewall');
    const before = objectsAt(await me.ask('firewalls_get', { firewall_id }), 'inbound_rules');
    const rule = { protocol: 'tcp', ports: '5432', sources: { addresses: ['198.51.100.7'] } };
    await me.ask('firewalls_add_rules', { firewall_id, inbound_rules: [rule], wait_seconds: 45 });
    const open = await me.ask('firewalls_get', { firewall_id });
    expect(objectsAt(open, 'inbound_rules')).toHaveLength(before.length + 1);
    expect(open).toMatchObject({ status: 'succeeded' });
    await me.ask('firewalls_delete_rules', { firewall_id, inbound_rules: [rule] });
    const closed = await me.ask('firewalls_get', { firewall_id });
    expect(objectsAt(closed, 'inbound_rules')).toEqual(before);
    expect(await me.refused('firewalls_add_rules', { firewall_id })).toMatchObject({
      code: 'invalid_arguments',
    });
  });

  it('"Two private networks that talk to each other, with one way out"', async () => {
    const me = await meetPerson(everything);
    const here = await me.ask('vpcs_create', { name: 'shop', region: 'fra1' });
    const there = await me.ask('vpcs_create', { name: 'books', region: 'ams3' });
    const vpc_ids = [textAt(here, 'id'), textAt(there, 'id')];
    const peering = await me.ask('vpc_peerings_create', {
      name: 'shop-books',
      vpc_ids,
      wait_seconds: 45,
    });
    expect(peering).toMatchObject({ status: 'ACTIVE', vpc_ids });
    const gateway = await me.ask('vpcnatgateways_create', {
      name: 'way-out',
      type: 'PUBLIC',
      region: 'fra1',
      size: 1,
      vpcs: [{ vpc_uuid: vpc_ids[0], default_gateway: true }],
      wait_seconds: 45,
    });
    expect(gateway).toMatchObject({ state: 'ACTIVE', size: 1 });
    await me.ask('vpcnatgateways_delete', { id: textAt(gateway, 'id'), wait_seconds: 45 });
    const vpc_peering_id = textAt(peering, 'id');
    await me.ask('vpc_peerings_delete', { vpc_peering_id, wait_seconds: 45 });
    expect(await me.every('vpc_peerings_list')).toEqual([]);
    await me.ask('vpcs_patch', { vpc_id: vpc_ids[1], description: 'Accounts.' });
    expect(await me.ask('vpcs_get', { vpc_id: vpc_ids[1] })).toMatchObject({
      name: 'books',
      description: 'Accounts.',
    });
  });

  it('"https for shop.example.com": a certificate is issued, and no key goes with it', async () => {
    const me = await meetPerson(everything);
    const wrong = await me.refused('certificates_create', {
      name: 'shop',
      type: 'lets_encrypt',
      private_key: 'not needed',
    });
    expect(wrong.message).toMatch(/dns_names|private_key/);
    const made = await me.ask('certificates_create', {
      name: 'shop',
      type: 'lets_encrypt',
      dns_names: ['shop.example.com'],
      wait_seconds: 45,
    });
    expect(made).toMatchObject({ name: 'shop', state: 'verified' });
    expect(await me.every('certificates_list')).toHaveLength(1);
    await me.ask('certificates_delete', { certificate_id: textAt(made, 'id') });
    expect(await me.every('certificates_list')).toEqual([]);
  });
});
