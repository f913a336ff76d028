// Domains, load balancers and reserved IPs.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const records = '/v2/domains/example.com/records';
const rule = { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 };

describe('a domain', () => {
  it('comes with its name servers, and an A record where an address is given', async () => {
    const { send } = createWorld();
    const made = await send('POST', '/v2/domains', {
      name: 'New.Example',
      ip_address: '198.51.100.1',
    });
    expect(made.status).toBe(201);
    expect(made.body.domain).toEqual({ name: 'new.example', ttl: 1800, zone_file: null });
    const { zone_file: zone } = (await send('GET', '/v2/domains/new.example')).body.domain;
    expect(zone).toContain('new.example. IN 1800 A 198.51.100.1');
    expect(zone).toContain('new.example. IN SOA ns1.digitalocean.com.');
    const { domain_records: all } = (await send('GET', '/v2/domains/new.example/records')).body;
    expect(all.map(({ type }: { type: string }) => type)).toEqual(['SOA', 'NS', 'NS', 'NS', 'A']);
  });

  it('that exists is refused, and one that is none', async () => {
    const { send } = createWorld();
    const again = await send('POST', '/v2/domains', { name: 'example.com' });
    expect([again.status, again.body.id]).toEqual([422, 'unprocessable_entity']);
    expect((await send('POST', '/v2/domains', { name: 'no domain' })).status).toBe(422);
    expect((await send('POST', '/v2/domains', {})).status).toBe(422);
  });

  it('takes all its records along when it is deleted', async () => {
    const { send } = createWorld();
    expect((await send('DELETE', '/v2/domains/example.com')).status).toBe(204);
    expect((await send('GET', records)).status).toBe(404);
    await send('POST', '/v2/domains', { name: 'example.com' });
    expect((await send('GET', records)).body.meta.total).toBe(4);
  });
});

describe('a record', () => {
  it('is found by type and by fully qualified name', async () => {
    const { send } = createWorld();
    const names = async (query: string) =>
      (await send('GET', `${records}?${query}`)).body.domain_records.map(
        ({ type, name }: { type: string; name: string }) => `${type} ${name}`,
      );
    expect(await names('type=MX')).toEqual(['MX @']);
    expect(await names('name=www.example.com')).toEqual(['CNAME www']);
    expect(await names('name=example.com&type=A')).toEqual(['A @']);
  });

  it('keeps a relative name and a host without its closing dot', async () => {
    const { send } = createWorld();
    const body = { type: 'CNAME', name: 'shop.example.com.', data: 'shops.example.net.' };
    const { domain_record: made } = (await send('POST', records, body)).body;
    expect(made).toMatchObject({
      name: 'shop',
      data: 'shops.example.net',
      ttl: 1800,
      priority: null,
    });
  });

  it.each([
    ['without data', { type: 'A', name: 'x' }],
    ['without a name', { type: 'A', data: '198.51.100.1' }],
    ['of an unknown type', { type: 'XYZ', name: 'x', data: 'y' }],
    ['of type SOA', { type: 'SOA', ttl: 60 }],
    ['of type A with no address', { type: 'A', name: 'x', data: 'example.net' }],
    ['of type AAAA with an IPv4 address', { type: 'AAAA', name: 'x', data: '198.51.100.1' }],
    ['of type MX without priority', { type: 'MX', name: '@', data: 'mail.example.com.' }],
    [
      'of type SRV without port',
      { type: 'SRV', name: '_s._tcp', data: 'x.', priority: 1, weight: 1 },
    ],
    [
      'of type CAA with an unknown tag',
      { type: 'CAA', name: '@', data: 'x.', flags: 0, tag: 'issuemail' },
    ],
    ['with a TTL below 30 seconds', { type: 'A', name: 'x', data: '198.51.100.1', ttl: 29 }],
    ['that puts a CNAME beside others', { type: 'CNAME', name: 'api', data: 'x.example.net.' }],
  ])('%s is refused', async (_, body) => {
    const { send } = createWorld();
    expect((await send('POST', records, body)).status).toBe(422);
  });

  it('can share its name with others of its type', async () => {
    const { send } = createWorld();
    const body = { type: 'A', name: 'api', data: '198.51.100.99' };
    expect((await send('POST', records, body)).status).toBe(201);
    expect((await send('GET', `${records}?name=api.example.com`)).body.meta.total).toBe(2);
  });

  it('is changed in what is given, by PUT and PATCH alike', async () => {
    const { send } = createWorld();
    const { id } = (await send('GET', `${records}?type=MX`)).body.domain_records[0];
    const put = await send('PUT', `${records}/${id}`, { type: 'MX', priority: 20 });
    expect(put.body.domain_record).toMatchObject({ priority: 20, data: 'mail.example.com' });
    const patch = await send('PATCH', `${records}/${id}`, { type: 'MX', ttl: 60 });
    expect(patch.body.domain_record).toMatchObject({ priority: 20, ttl: 60 });
    expect((await send('DELETE', `${records}/${id}`)).status).toBe(204);
    expect((await send('GET', `${records}/${id}`)).status).toBe(404);
  });
});

describe('a load balancer', () => {
  it('has no address until it is active', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/load_balancers', {
      name: 'lb',
      region: 'nyc3',
      forwarding_rules: [rule],
    });
    expect(made.status).toBe(202);
    expect(made.body.load_balancer).toMatchObject({ status: 'new', ip: '' });
    pass(60);
    const { load_balancer: active } = (
      await send('GET', `/v2/load_balancers/${made.body.load_balancer.id}`)
    ).body;
    expect(active).toMatchObject({ status: 'active', ip: expect.stringMatching(/^198\.1[89]\./) });
  });

  it('with a tag serves whatever carries the tag', async () => {
    const { send, pass } = createWorld();
    const [before] = (await send('GET', '/v2/load_balancers')).body.load_balancers;
    expect(before.droplet_ids).toHaveLength(2);
    const droplet = {
      name: 'web-03',
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'debian-12-x64',
      tags: ['web'],
    };
    const { id } = (await send('POST', '/v2/droplets', droplet)).body.droplet;
    pass(30);
    const [after] = (await send('GET', '/v2/load_balancers')).body.load_balancers;
    expect(after.droplet_ids).toContain(id);
  });

  it.each([
    ['a name that is taken', { name: 'web-lb' }],
    ['both kinds of target', { droplet_ids: [500000001], tag: 'web' }],
    ['no rules', { forwarding_rules: [] }],
    [
      'too many rules',
      { forwarding_rules: Array.from({ length: 41 }, (_, n) => ({ ...rule, entry_port: n + 1 })) },
    ],
    [
      'UDP to TCP',
      { forwarding_rules: [{ ...rule, entry_protocol: 'udp', target_protocol: 'tcp' }] },
    ],
    ['a reserved port', { forwarding_rules: [{ ...rule, entry_port: 50054 }] }],
    ['a Droplet that is not there', { droplet_ids: [1] }],
    ['a Droplet elsewhere', { droplet_ids: [500000004] }],
    ['an unknown region', { region: 'mars1' }],
  ])('with %s is refused', async (_, change) => {
    const { send } = createWorld();
    const body = { name: 'lb', region: 'nyc3', forwarding_rules: [rule], ...change };
    expect((await send('POST', '/v2/load_balancers', body)).status).toBe(422);
  });

  it('that is replaced forgets what is left out', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/load_balancers')).body.load_balancers;
    const put = await send('PUT', `/v2/load_balancers/${id}`, {
      name: 'web-lb',
      region: 'nyc3',
      forwarding_rules: [rule],
      redirect_http_to_https: true,
    });
    expect(put.body.load_balancer).toMatchObject({
      tag: '',
      droplet_ids: [],
      redirect_http_to_https: true,
    });
    const again = await send('PUT', `/v2/load_balancers/${id}`, {
      name: 'web-lb',
      forwarding_rules: [rule],
    });
    expect(again.body.load_balancer.redirect_http_to_https).toBe(false);
  });

  it('can be resized after an hour, not before', async () => {
    const { send, pass } = createWorld();
    const body = { name: 'lb', region: 'nyc3', forwarding_rules: [rule] };
    const { id } = (await send('POST', '/v2/load_balancers', body)).body.load_balancer;
    const resize = () => send('PUT', `/v2/load_balancers/${id}`, { ...body, size_unit: 2 });
    pass(60);
    expect((await resize()).status).toBe(422);
    pass(3600);
    expect((await resize()).body.load_balancer.size_unit).toBe(2);
  });
});

describe('a reserved IP', () => {
  it('moves between Droplets by actions', async () => {
    const { send, pass } = createWorld();
    const [{ ip }] = (await send('GET', '/v2/reserved_ips')).body.reserved_ips;
    const act = (body: object) => send('POST', `/v2/reserved_ips/${ip}/actions`, body);
    expect((await act({ type: 'unassign' })).status).toBe(201);
    expect((await act({ type: 'unassign' })).status).toBe(422);
    pass(5);
    expect((await act({ type: 'assign', droplet_id: 500000002 })).body.action.type).toBe(
      'assign_ip',
    );
    pass(5);
    expect((await send('GET', `/v2/reserved_ips/${ip}`)).body.reserved_ip.droplet.id).toBe(
      500000002,
    );
  });
});
