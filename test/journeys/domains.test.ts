// Journeys about domains: moving a domain's DNS here, keeping it right, and giving it up.
import { describe, expect, it } from 'vitest';
import { type Answer, meetPerson, numberAt, textAt } from './person.ts';

describe.each(['old', 'new'] as const)('a domain, by a %s client', (generation) => {
  it('"Host the DNS of shop.example, with mail, and make www an alias"', async () => {
    const me = await meetPerson({ generation });
    const domain_name = 'shop.example';
    await me.ask('domains_create', { name: domain_name, ip_address: '198.51.100.20' });
    const record = (given: Answer) => me.ask('domains_create_record', { domain_name, ...given });
    await record({ type: 'MX', name: '@', data: 'mail.shop.example.', priority: 10 });
    await record({ type: 'A', name: 'mail', data: '198.51.100.21' });
    await record({ type: 'AAAA', name: 'mail', data: '2001:db8::21' });
    const text = await record({ type: 'TXT', name: '@', data: 'v=spf1 -all' });
    await record({ type: 'CAA', name: '@', data: 'letsencrypt.org.', flags: 0, tag: 'issue' });
    const alias = await record({ type: 'CNAME', name: 'www', data: '@' });

    const clash = await me.refused('domains_create_record', {
      domain_name,
      type: 'A',
      name: 'www',
      data: '198.51.100.22',
    });
    expect(clash).toMatchObject({ status: 422 });
    expect(clash.message).toMatch(/CNAME/);
    const unranked = await me.refused('domains_create_record', {
      domain_name,
      type: 'MX',
      name: '@',
      data: 'other.shop.example.',
    });
    expect(unranked).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(unranked.message).toContain('priority');

    const at = (one: Answer) => ({ domain_name, domain_record_id: numberAt(one, 'id') });
    await me.ask('domains_patch_record', { ...at(text), type: 'TXT', data: 'v=spf1 mx -all' });
    await me.ask('domains_update_record', { ...at(alias), type: 'CNAME', ttl: 300 });
    expect(await me.ask('domains_get_record', at(alias))).toMatchObject({
      type: 'CNAME',
      name: 'www',
      data: '@',
      ttl: 300,
    });
    const zone = textAt(await me.ask('domains_get', { domain_name }), 'zone_file');
    expect(zone).toContain('mail.shop.example. IN 1800 A 198.51.100.21');
    expect(zone).toContain('MX 10 mail.shop.example.');
    expect(zone).toContain('v=spf1 mx -all');

    await me.ask('domains_delete_record', at(text));
    const kinds = (await me.every('domains_list_records', { domain_name })).map(({ type }) => type);
    expect(kinds).toEqual(['SOA', 'NS', 'NS', 'NS', 'A', 'MX', 'A', 'AAAA', 'CAA', 'CNAME']);
    const gone = await me.refused('domains_get_record', at(text));
    expect(gone).toMatchObject({ status: 404 });
    expect(gone.next).toContain('domains_list_records');
  });
});

describe('a domain', () => {
  it('"Give up example.com" takes its records along', async () => {
    const me = await meetPerson();
    const domain_name = 'example.com';
    expect((await me.every('domains_list_records', { domain_name })).length).toBeGreaterThan(5);
    expect(await me.ask('domains_delete', { domain_name })).toMatchObject({
      deleted: true,
      id: domain_name,
    });
    const gone = await me.refused('domains_list_records', { domain_name });
    expect(gone).toMatchObject({ status: 404 });
    expect(gone.next).toContain('domains_list');
    // Taken back, it begins anew: with what every zone has and nothing else.
    await me.ask('domains_create', { name: domain_name });
    const kinds = (await me.every('domains_list_records', { domain_name })).map(({ type }) => type);
    expect(kinds).toEqual(['SOA', 'NS', 'NS', 'NS']);
    const twice = await me.refused('domains_create', { name: domain_name });
    expect(twice.status).toBe(422);
  });

  it('"Read me all 230 host names, a hundred at a time"', async () => {
    const hosts = Array.from({ length: 230 }, (_, index) => ({
      type: 'A',
      name: `host-${index}`,
      data: `192.0.2.${index % 250}`,
    }));
    const me = await meetPerson({
      seedData: {
        projects: [{ name: 'All', purpose: 'Web Application', is_default: true }],
        domains: [{ name: 'many.example', records: hosts }],
      },
    });
    const pages: number[] = [];
    const names: unknown[] = [];
    let after: unknown;
    do {
      const answer = await me.ask('domains_list_records', {
        domain_name: 'many.example',
        type: 'A',
        max_items: 100,
        fields: ['name'],
        ...(typeof after === 'string' && { after }),
      });
      expect(answer['total']).toBe(230);
      const items = answer['items'];
      if (Array.isArray(items)) names.push(...items.map((item: Answer) => item['name']));
      pages.push(numberAt(answer, 'returned'));
      after = answer['after'];
    } while (after !== null);
    expect(pages).toEqual([100, 100, 30]);
    expect(names).toEqual(hosts.map(({ name }) => name));
  });

  it('"Keep the DNS in order" needs no more than a token for DNS', async () => {
    const me = await meetPerson({ scopes: 'domain:read,domain:update' });
    const tools = await me.tools();
    expect(tools.every((tool) => tool.startsWith('domains_'))).toBe(true);
    expect(tools).toContain('domains_create_record');
    expect(tools).not.toContain('domains_create');
    const made = await me.ask('domains_create_record', {
      domain_name: 'example.com',
      type: 'A',
      name: 'new',
      data: '198.51.100.30',
    });
    // Whose account it is, this token may not read.
    expect(made).not.toHaveProperty('account');
    await me.ask('domains_delete_record', {
      domain_name: 'example.com',
      domain_record_id: made['id'],
    });
    const no = await me.refused('domains_delete', { domain_name: 'example.com' });
    expect(no).toMatchObject({ code: 'missing_scope', missing_scopes: ['domain:delete'] });
    expect(await me.every('domains_list')).toHaveLength(1);
  });

  it('"Just look at the DNS" with a read-only server changes nothing', async () => {
    const me = await meetPerson({ argv: ['--read-only'] });
    expect(await me.tools()).not.toContain('domains_delete');
    const no = await me.refused('domains_delete', { domain_name: 'example.com' });
    expect(no).toMatchObject({ status: null, code: 'not_allowed' });
    expect(no.message).toContain('read-only');
    expect(no.next).toContain('--read-only');
    expect(me.requests).toEqual([]);
  });
});
