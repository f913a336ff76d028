// DNS records the way DigitalOcean takes them, names them and gives them back.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const records = '/v2/domains/example.com/records';

const post = async (...bodies: object[]) => {
  const { send } = createWorld();
  let reply = await send('GET', records);
  for (const body of bodies) reply = await send('POST', records, body);
  return { ...reply, send };
};

const hosts = [
  { type: 'CNAME', name: 'shop' },
  { type: 'MX', name: '@', priority: 5 },
  { type: 'NS', name: 'sub' },
  { type: 'SRV', name: '_sip._tcp', priority: 1, port: 5060, weight: 1 },
  { type: 'CAA', name: '@', flags: 0, tag: 'issue' },
  { type: 'CAA', name: '@', flags: 0, tag: 'issuewild' },
];

describe('a host name in a record', () => {
  it.each(hosts)('is refused without a closing dot ($type $tag)', async (record) => {
    const reply = await post({ ...record, data: 'host.example.net' });
    expect([reply.status, reply.body.message]).toEqual([422, 'Data needs to end with a dot (.)']);
  });

  it.each(hosts)('is given back without it ($type $tag)', async (record) => {
    const reply = await post({ ...record, data: 'host.example.net.' });
    expect(reply.status).toBe(201);
    expect(reply.body.domain_record.data).toBe('host.example.net');
  });

  it.each(hosts)('that is the domain itself is given back as @ ($type $tag)', async (record) => {
    expect((await post({ ...record, data: 'example.com.' })).body.domain_record.data).toBe('@');
    expect((await post({ ...record, data: '@' })).body.domain_record.data).toBe('@');
  });

  it('is written in full into the zone file', async () => {
    const { send } = await post({ type: 'CNAME', name: 'shop', data: 'example.com.' });
    const { zone_file: zone } = (await send('GET', '/v2/domains/example.com')).body.domain;
    expect(zone).toContain('shop.example.com. IN 1800 CNAME example.com.\n');
  });

  it.each([
    { type: 'TXT', name: 'x', data: 'no dot needed' },
    { type: 'CAA', name: '@', flags: 0, tag: 'iodef', data: 'mailto:pat@example.com' },
    { type: 'CAA', name: '@', flags: 0, tag: 'issue', data: ';' },
  ])('is not looked for in $type $tag $data', async (record) => {
    const reply = await post(record);
    expect([reply.status, reply.body.domain_record.data]).toEqual([201, record.data]);
  });

  it('is asked for again only where it changes', async () => {
    const { send } = createWorld();
    const { id } = (await send('GET', `${records}?type=MX`)).body.domain_records[0];
    const change = (body: object) => send('PATCH', `${records}/${id}`, { type: 'MX', ...body });
    expect((await change({ ttl: 60 })).body.domain_record).toMatchObject({
      ttl: 60,
      data: 'mail.example.com',
    });
    expect((await change({ data: 'other.example.net' })).status).toBe(422);
    expect((await change({ data: 'other.example.net.' })).status).toBe(200);
  });
});

describe('a record’s name', () => {
  const a = { type: 'A', data: '198.51.100.7' };

  it('always lies below the domain: a full name doubles it', async () => {
    const { body, send } = await post({ ...a, name: 'www2.example.com' });
    expect(body.domain_record.name).toBe('www2.example.com');
    const { zone_file: zone } = (await send('GET', '/v2/domains/example.com')).body.domain;
    expect(zone).toContain('www2.example.com.example.com. IN 1800 A 198.51.100.7');
  });

  it('with a closing dot is the whole name', async () => {
    expect((await post({ ...a, name: 'www2.example.com.' })).body.domain_record.name).toBe('www2');
    expect((await post({ ...a, name: 'example.com.' })).body.domain_record.name).toBe('@');
  });

  it('in the filter of the list is the whole name: a short one finds nothing', async () => {
    const { send } = await post({ ...a, name: 'api2' });
    const total = async (name: string) =>
      (await send('GET', `${records}?type=A&name=${name}`)).body.meta.total;
    expect(await total('api2.example.com')).toBe(1);
    expect(await total('API2.example.com')).toBe(1);
    expect(await total('api2')).toBe(0);
    expect(await total('@')).toBe(0);
    expect(await total('example.com')).toBe(1);
  });
});

describe('the SOA record', () => {
  it('is listed, and goes with its domain only', async () => {
    const { send } = createWorld();
    const [soa] = (await send('GET', `${records}?type=SOA`)).body.domain_records;
    expect(soa).toMatchObject({ type: 'SOA', name: '@' });
    expect((await send('DELETE', `${records}/${soa.id}`)).status).toBe(422);
    expect((await send('PUT', `${records}/${soa.id}`, { type: 'A', data: '1.2.3.4' })).status).toBe(
      422,
    );
  });
});
