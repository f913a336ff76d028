// Journeys about load balancers: a site put behind one, with a firewall and a name.
import { describe, expect, it } from 'vitest';
import { meetPerson, numberAt, textAt } from './person.ts';

const http = { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 8080 };
const anywhere = { addresses: ['0.0.0.0/0', '::/0'] };

describe.each(['old', 'new'] as const)('a load balancer, by a %s client', (generation) => {
  it('"Put this site behind a load balancer with a firewall, and point shop.example.com at it"', async () => {
    const me = await meetPerson({ generation });
    await me.ask('droplets_create', {
      names: ['site-01', 'site-02'],
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
      tags: ['site'],
      wait_seconds: 45,
    });
    const site = await me.every('droplets_list', { tag_name: 'site', fields: ['id'] });
    const ids = site.map((droplet) => numberAt(droplet, 'id'));
    expect(ids).toHaveLength(2);

    const heard: string[] = [];
    const order = await me.ask(
      'load_balancers_create',
      {
        name: 'site-lb',
        region: 'nyc3',
        tag: 'site',
        forwarding_rules: [http],
        health_check: { protocol: 'http', port: 8080, path: '/healthz' },
        wait_seconds: 45,
      },
      { hear: (message) => heard.push(message) },
    );
    const lb_id = textAt(order, 'id');
    // It takes a minute, which is longer than one call may wait.
    expect(order).toMatchObject({ status: 'new', ip: '', state: 'new' });
    expect(order['next']).toBe(
      `Call load_balancers_get with lb_id "${lb_id}" to see when it has ended; wait_seconds up to 45 waits for it.`,
    );
    expect(heard.at(-1)).toMatch(/^The load balancer is new after \d+ seconds/);
    const balancer = await me.until('load_balancers_get', { lb_id }, 'status', 'active');
    expect(balancer).toMatchObject({
      droplet_ids: ids,
      forwarding_rules: [http],
      health_check: { port: 8080, path: '/healthz' },
    });
    const ip = textAt(balancer, 'ip');

    const firewall = await me.ask('firewalls_create', {
      name: 'site-firewall',
      tags: ['site'],
      inbound_rules: [
        { protocol: 'tcp', ports: '8080', sources: { load_balancer_uids: [lb_id] } },
        { protocol: 'tcp', ports: '22', sources: { addresses: ['203.0.113.0/24'] } },
      ],
      outbound_rules: [{ protocol: 'tcp', ports: 'all', destinations: anywhere }],
      wait_seconds: 45,
    });
    expect(firewall).toMatchObject({ status: 'succeeded' });
    for (const droplet_id of ids) {
      const guards = await me.every('droplets_list_firewalls', { droplet_id, fields: ['name'] });
      expect(guards).toEqual([{ name: 'site-firewall' }]);
    }

    await me.ask('domains_create_record', {
      domain_name: 'example.com',
      type: 'A',
      name: 'shop',
      data: ip,
      ttl: 300,
    });
    expect(
      await me.every('domains_list_records', {
        domain_name: 'example.com',
        name: 'shop.example.com',
      }),
    ).toEqual([expect.objectContaining({ type: 'A', name: 'shop', data: ip, ttl: 300 })]);

    // A Droplet that goes leaves the load balancer by itself; one that gets the tag joins it.
    await me.ask('droplets_destroy', { droplet_id: ids[0], wait_seconds: 45 });
    const third = await me.ask('droplets_create', {
      name: 'site-03',
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
      tags: ['site'],
      wait_seconds: 45,
    });
    expect(await me.ask('load_balancers_get', { lb_id })).toMatchObject({
      droplet_ids: [ids[1], third['id']],
    });
  });
});

describe('a load balancer', () => {
  it('"Take the load balancer away again" leaves the Droplets', async () => {
    const me = await meetPerson();
    const before = await me.every('droplets_list', { tag_name: 'web', fields: ['id'] });
    const { id: lb_id } = await me.named('load_balancers_list', 'web-lb');
    expect(await me.ask('load_balancers_delete', { lb_id })).toMatchObject({
      deleted: true,
      id: lb_id,
    });
    expect(await me.every('load_balancers_list')).toEqual([]);
    expect(await me.every('droplets_list', { tag_name: 'web', fields: ['id'] })).toEqual(before);
    const gone = await me.refused('load_balancers_get', { lb_id });
    expect(gone).toMatchObject({ status: 404 });
    expect(gone.next).toContain('load_balancers_list');
  });

  it('"One more load balancer" with a mistake in it is refused with the reason', async () => {
    const me = await meetPerson();
    const lb = { name: 'second-lb', region: 'nyc3', forwarding_rules: [http] };
    const { id: frankfurt } = await me.named('droplets_list', 'staging-01');

    const both = await me.refused('load_balancers_create', {
      ...lb,
      tag: 'web',
      droplet_ids: [frankfurt],
    });
    expect(both).toMatchObject({ status: null, code: 'invalid_arguments' });
    const mixed = { ...http, entry_protocol: 'udp' };
    const udp = await me.refused('load_balancers_create', { ...lb, forwarding_rules: [mixed] });
    expect(udp).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(me.requests).not.toContain('POST /v2/load_balancers');

    const taken = await me.refused('load_balancers_create', { ...lb, name: 'web-lb' });
    expect(taken).toMatchObject({ status: 422 });
    expect(taken.message).toMatch(/not unique/);
    const elsewhere = await me.refused('load_balancers_create', {
      ...lb,
      droplet_ids: [frankfurt],
    });
    expect(elsewhere.message).toMatch(/not in nyc3/);
    expect(await me.every('load_balancers_list')).toHaveLength(1);
  });

  it('"A load balancer, please" that cannot be set up is told as a failure', async () => {
    const me = await meetPerson();
    me.faults.add({ action_errors: 'load_balancer' });
    const order = await me.ask('load_balancers_create', {
      name: 'unlucky',
      region: 'nyc3',
      forwarding_rules: [http],
    });
    expect(order['next']).toContain('load_balancers_get');
    const lb_id = order['id'];
    await me.ask('load_balancers_get', { lb_id, wait_seconds: 45 });
    const failed = await me.refused('load_balancers_get', { lb_id, wait_seconds: 45 });
    expect(failed).toMatchObject({ code: 'work_failed' });
    expect(failed.message).toMatch(/load balancer ended in the state errored/);
  });
});
