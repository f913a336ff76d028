// What goes with domains, records, load balancers, reserved IPs, firewalls, certificates and tags.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../tools/json-object.ts';
import { meetOwner, type Owner } from './owner.ts';

const recordOf = async (me: Owner, type: string): Promise<unknown> => {
  const { domain_records } = await me.make('GET', '/v2/domains/example.com/records');
  return (domain_records as JsonObject[]).find((record) => record['type'] === type)?.['id'];
};

const addressOf = async (me: Owner, path: string, key: string, name: string): Promise<string> =>
  String((await me.named(path, key, name))['ip']);

const pointAt = (me: Owner, name: string, data: string) =>
  me.make('POST', '/v2/domains/example.com/records', { type: 'A', name, data });

describe('a domain', () => {
  it('counts its records, those for mail among them, and names what answers under it', async () => {
    const me = await meetOwner();
    await me.make('POST', '/v2/apps', {
      spec: {
        name: 'shop-front',
        domains: [{ domain: 'shop.example.com', type: 'PRIMARY' }],
        static_sites: [{ name: 'site', github: { repo: 'example/site', branch: 'main' } }],
      },
    });
    const found = await me.harm('domains_delete', { domain_name: 'example.com' });
    expect(found).toMatchObject({
      sentence: 'Destroys the domain example.com, and with it 9 DNS records',
      name: 'example.com',
      destroyed: 10,
      losesData: false,
    });
    expect(found.of('DNS record')).toMatchObject({
      count: 9,
      note: '1 for mail (MX), 3 that name its servers (NS)',
    });
    expect(found.of('app')).toMatchObject({ names: ['shop-front'], fate: 'loses' });
  });

  it('is known by name even where it may not be read', async () => {
    const me = await meetOwner({ scopes: 'domain:delete' });
    const found = await me.harm('domains_delete', { domain_name: 'example.com' });
    expect(found).toMatchObject({ name: 'example.com', destroyed: null });
    expect(found.unknown).toContain('which records it has (the token lacks the scope domain:read)');
  });

  it('loses a record, which is told with its type and data, and whether others of its type stay', async () => {
    const me = await meetOwner();
    const gone = await me.harm('domains_delete_record', {
      domain_name: 'example.com',
      domain_record_id: await recordOf(me, 'MX'),
    });
    expect(gone.sentence).toBe(
      'Destroys the DNS record @ (MX, to mail.example.com, priority 10, TTL 1800)',
    );
    expect(gone.hanging).toEqual([]);
    const changed = await me.harm('domains_update_record', {
      domain_name: 'example.com',
      domain_record_id: await recordOf(me, 'NS'),
      type: 'NS',
      data: 'ns.elsewhere.example.',
    });
    expect(changed.sentence).toMatch(
      /^Changes the DNS record @ \(NS, .*\): replaces what the record points to$/,
    );
    expect(changed.of('other record of its type')?.count).toBe(2);
    expect(changed.destroyed).toBe(0);
  });
});

describe('a load balancer', () => {
  it('names the Droplets behind it and the DNS records that point at it', async () => {
    const me = await meetOwner();
    await pointAt(
      me,
      'shop',
      await addressOf(me, '/v2/load_balancers', 'load_balancers', 'web-lb'),
    );
    const { id } = await me.named('/v2/load_balancers', 'load_balancers', 'web-lb');
    const found = await me.harm('load_balancers_delete', { lb_id: id });
    expect(found).toMatchObject({ name: 'web-lb', destroyed: 1, unknown: [] });
    expect(found.of('Droplet')).toMatchObject({ names: ['web-01', 'web-02'], fate: 'loses' });
    expect(found.of('DNS record')).toMatchObject({ names: ['A shop'], fate: 'loses' });
  });

  it('loses by replacing what the new settings leave out', async () => {
    const me = await meetOwner();
    const droplet = await me.named('/v2/droplets', 'droplets', 'jobs-01');
    const rule = { entry_protocol: 'http', target_protocol: 'http', target_port: 80 };
    const { load_balancer } = await me.make('POST', '/v2/load_balancers', {
      name: 'jobs-lb',
      region: 'nyc3',
      droplet_ids: [droplet['id']],
      forwarding_rules: [
        { ...rule, entry_port: 80 },
        { ...rule, entry_port: 8080 },
      ],
    });
    const found = await me.harm('load_balancers_update', {
      lb_id: (load_balancer as JsonObject)['id'],
      name: 'jobs-lb',
      region: 'nyc3',
      forwarding_rules: [{ ...rule, entry_port: 80 }],
    });
    expect(found.sentence).toMatch(
      /^Changes the load balancer jobs-lb \(.*\): takes away the Droplets/,
    );
    expect(found.of('Droplet')).toMatchObject({ names: ['jobs-01'], fate: 'loses' });
    expect(found.of('forwarding rule')).toMatchObject({ names: ['8080'], fate: 'destroyed' });
  });
});

describe('a reserved IP', () => {
  it('tells whose it is, what points at it, and that it costs once nobody has it', async () => {
    const me = await meetOwner();
    const { reserved_ips } = await me.make('GET', '/v2/reserved_ips');
    const ip = String((reserved_ips as JsonObject[])[0]?.['ip']);
    await pointAt(me, 'fixed', ip);
    const gone = await me.harm('reserved_ips_delete', { reserved_ip: ip });
    expect(gone).toMatchObject({ name: ip, destroyed: 1 });
    expect(gone.of('Droplet')).toMatchObject({ names: ['web-01'], fate: 'loses' });
    expect(gone.of('DNS record')).toMatchObject({ names: ['A fixed'], fate: 'loses' });
    const free = await me.harm('reserved_ips_actions_post', { reserved_ip: ip, type: 'unassign' });
    expect(free.of('reserved IP')).toMatchObject({ names: [ip], fate: 'keeps_costing' });
    expect(free.destroyed).toBe(0);
  });

  it('says that a token without droplet:read does not see whose it is', async () => {
    const me = await meetOwner({ scopes: 'reserved_ip:read,reserved_ip:delete,domain:read' });
    const { reserved_ips } = await me.make('GET', '/v2/reserved_ips');
    const reserved_ip = (reserved_ips as JsonObject[])[0]?.['ip'];
    const found = await me.harm('reserved_ips_delete', { reserved_ip });
    expect(found.unknown).toEqual(['which Droplet has it (the token lacks droplet:read)']);
  });
});

describe('a firewall', () => {
  it('names the Droplets that are open without it, by id and by tag', async () => {
    const me = await meetOwner();
    const jobs = await me.named('/v2/firewalls', 'firewalls', 'jobs-firewall');
    const web = await me.named('/v2/firewalls', 'firewalls', 'web-firewall');
    const byId = await me.harm('firewalls_delete', { firewall_id: jobs['id'] });
    expect(byId.of('Droplet')).toMatchObject({ names: ['jobs-01'], fate: 'loses' });
    const byTag = await me.harm('firewalls_delete', { firewall_id: web['id'] });
    expect(byTag.of('Droplet by a tag')).toMatchObject({ names: ['web-01', 'web-02'] });
    const off = await me.harm('firewalls_delete_tags', { firewall_id: web['id'], tags: ['web'] });
    expect(off).toMatchObject({ destroyed: 0, name: 'web-firewall' });
    expect(off.sentence).toMatch(/^Takes tags off the firewall web-firewall/);
    expect(off.of('Droplet by a tag')?.names).toEqual(['web-01', 'web-02']);
  });

  it('loses by replacing the Droplets, tags and rules that are left out, and no others', async () => {
    const me = await meetOwner();
    const jobs = await me.named('/v2/firewalls', 'firewalls', 'jobs-firewall');
    const found = await me.harm('firewalls_update', {
      firewall_id: jobs['id'],
      name: 'jobs-firewall',
      inbound_rules: jobs['inbound_rules'],
    });
    expect(found.of('Droplet')).toMatchObject({ names: ['jobs-01'], fate: 'loses' });
    expect(found.of('rule for what may go out')).toMatchObject({ count: 1, fate: 'destroyed' });
    expect(found.of('rule for what may come in')).toBeUndefined();
    const kept = await me.harm('firewalls_update', {
      firewall_id: jobs['id'],
      name: 'jobs-firewall',
      droplet_ids: jobs['droplet_ids'],
    });
    expect(kept.of('Droplet')).toBeUndefined();
  });
});

describe('a tag', () => {
  it('names what carries it and what goes by it', async () => {
    const me = await meetOwner();
    const found = await me.harm('tags_delete', { tag_id: 'env:prod' });
    expect(found).toMatchObject({ name: 'env:prod', destroyed: 1 });
    expect(found.of('Droplet')).toMatchObject({ count: 3, fate: 'stays' });
    expect(found.of('volume')).toMatchObject({ count: 1, fate: 'stays' });
    const web = await me.harm('tags_delete', { tag_id: 'web' });
    expect(web.of('firewall')).toMatchObject({ names: ['web-firewall'], fate: 'loses' });
    expect(web.of('load balancer')).toMatchObject({ names: ['web-lb'], fate: 'loses' });
  });

  it('says which carriers a token does not see', async () => {
    const me = await meetOwner({ scopes: 'tag:read,tag:delete,droplet:read' });
    const found = await me.harm('tags_delete', { tag_id: 'env:prod' });
    expect(found.of('Droplet')?.count).toBe(3);
    expect(found.unknown).toEqual(
      expect.arrayContaining([
        'how many volumes carry it (the token lacks block_storage:read)',
        'which firewalls go by it (the token lacks the scope firewall:read)',
      ]),
    );
  });
});

describe('a certificate', () => {
  it('names the load balancers that answer with it', async () => {
    const me = await meetOwner();
    const { certificate } = await me.make('POST', '/v2/certificates', {
      name: 'shop',
      type: 'lets_encrypt',
      dns_names: ['example.com'],
    });
    const { id } = certificate as JsonObject;
    await me.make('POST', '/v2/load_balancers', {
      name: 'tls-lb',
      region: 'nyc3',
      tag: 'web',
      forwarding_rules: [
        {
          entry_protocol: 'https',
          entry_port: 443,
          target_protocol: 'http',
          target_port: 80,
          certificate_id: id,
        },
      ],
    });
    const found = await me.harm('certificates_delete', { certificate_id: id });
    expect(found).toMatchObject({ name: 'shop', destroyed: 1 });
    expect(found.of('load balancer')).toMatchObject({ names: ['tls-lb'], fate: 'loses' });
  });
});
