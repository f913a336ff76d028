// VPC networks: their ranges, their members, and when one can go.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

describe('a VPC network', () => {
  it('of a region that is its default cannot be deleted, nor one with members', async () => {
    const { send, pass } = createWorld();
    const [first] = (await send('GET', '/v2/vpcs')).body.vpcs;
    expect(first).toMatchObject({ default: true, region: 'nyc3' });
    expect((await send('DELETE', `/v2/vpcs/${first.id}`)).status).toBe(403);
    const { vpc } = (await send('POST', '/v2/vpcs', { name: 'mine', region: 'nyc3' })).body;
    const droplet = {
      name: 'x',
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'debian-12-x64',
      vpc_uuid: vpc.id,
    };
    const { id } = (await send('POST', '/v2/droplets', droplet)).body.droplet;
    pass(20);
    expect((await send('DELETE', `/v2/vpcs/${vpc.id}`)).status).toBe(403);
    await send('DELETE', `/v2/droplets/${id}`);
    pass(30);
    expect((await send('DELETE', `/v2/vpcs/${vpc.id}`)).status).toBe(204);
  });
});

describe('the range of a new VPC network', () => {
  const make = async (...ranges: string[]) => {
    const { send } = createWorld();
    let reply = await send('GET', '/v2/vpcs');
    for (const [index, range] of ranges.entries()) {
      const body = { name: `net-${index}`, region: 'fra1', ip_range: range };
      reply = await send('POST', '/v2/vpcs', body);
    }
    return reply;
  };

  it.each([
    ['identical', '10.20.0.0/20', '10.20.0.0/20'],
    ['smaller and inside', '10.20.0.0/20', '10.20.4.0/24'],
    ['larger and around', '10.20.4.0/24', '10.20.0.0/16'],
  ])('that is %s is refused, naming the other network', async (_, first, second) => {
    const reply = await make(first, second);
    expect([reply.status, reply.body.id]).toEqual([422, 'unprocessable_entity']);
    expect(reply.body.message).toContain(`net-0 ${first}`);
  });

  it.each([
    ['public', '8.8.0.0/16'],
    ['partly public', '172.0.0.0/11'],
    ['larger than /16', '10.0.0.0/15'],
    ['smaller than /28', '10.30.0.0/29'],
    ['kept by DigitalOcean', '10.244.16.0/20'],
    ['no range at all', 'ten'],
  ])('that is %s is refused', async (_, range) => {
    expect((await make(range)).status).toBe(422);
  });

  it.each(['10.30.0.0/16', '10.30.0.0/28', '172.31.255.0/24', '192.168.0.0/16', ''])(
    'is taken when it is %j',
    async (range) => {
      expect((await make(range)).status).toBe(201);
    },
  );

  it('gives its Droplets addresses and a netmask of its own, however small it is', async () => {
    const { send } = createWorld({ speed: 'instant' });
    const network = { name: 'tiny', region: 'fra1', ip_range: '10.30.0.0/28' };
    const { vpc } = (await send('POST', '/v2/vpcs', network)).body;
    const names = Array.from({ length: 5 }, (_, index) => `d-${index}`);
    await send('POST', '/v2/droplets', {
      names,
      region: 'fra1',
      size: 's-1vcpu-1gb',
      image: 'debian-12-x64',
      vpc_uuid: vpc.id,
    });
    const inside = (await send('GET', '/v2/droplets?per_page=200')).body.droplets
      .filter(({ vpc_uuid: id }: { vpc_uuid: string }) => id === vpc.id)
      .map(
        ({ networks }: { networks: { v4: { ip_address: string; netmask: string }[] } }) =>
          networks.v4[0],
      );
    expect(new Set(inside.map((it: { ip_address: string }) => it.ip_address)).size).toBe(5);
    for (const { ip_address: ip, netmask } of inside) {
      expect(ip).toMatch(/^10\.30\.0\.([2-9]|1[0-4])$/);
      expect(netmask).toBe('255.255.255.240');
    }
  });
});
