// What is busy says so in the words and with the codes that DigitalOcean has for it, and passes by itself.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const droplet = { name: 'x', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };
const rule = { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 };

describe('a busy thing', () => {
  it('that is a Droplet is not deleted, by id or by tag, until its action has ended', async () => {
    const { send, pass } = createWorld();
    const made = await send('POST', '/v2/droplets', { ...droplet, tags: ['fresh'] });
    const path = `/v2/droplets/${made.body.droplet.id}`;
    for (const target of [path, '/v2/droplets?tag_name=fresh']) {
      const refused = await send('DELETE', target);
      expect([refused.status, refused.body.message]).toEqual([
        422,
        'Droplet already has a pending event.',
      ]);
    }
    pass(20);
    expect((await send('DELETE', path)).status).toBe(204);
    expect((await send('DELETE', path)).status).toBe(422);
    pass(5);
    expect((await send('DELETE', path)).status).toBe(404);
  });

  it('that is a load balancer is not changed before it is there', async () => {
    const { send, pass } = createWorld();
    const body = { name: 'lb', region: 'nyc3', forwarding_rules: [rule] };
    const { id } = (await send('POST', '/v2/load_balancers', body)).body.load_balancer;
    const path = `/v2/load_balancers/${id}`;
    const more = { forwarding_rules: [{ ...rule, entry_port: 81 }] };
    for (const [method, target, sent] of [
      ['PUT', path, body],
      ['POST', `${path}/droplets`, { droplet_ids: [] }],
      ['POST', `${path}/forwarding_rules`, more],
    ] as const) {
      const refused = await send(method, target, sent);
      expect([refused.status, refused.body.message]).toEqual([
        403,
        "Load Balancer can't be updated while it processes previous actions",
      ]);
    }
    pass(60);
    expect((await send('PUT', path, body)).status).toBe(200);
  });

  it('that is a volume is not deleted while it moves', async () => {
    const { send } = createWorld();
    const volume = { name: 'v', region: 'nyc3', size_gigabytes: 5 };
    const { id } = (await send('POST', '/v2/volumes', volume)).body.volume;
    const attach = { type: 'attach', droplet_id: 500000001 };
    expect((await send('POST', `/v2/volumes/${id}/actions`, attach)).status).toBe(202);
    expect((await send('DELETE', `/v2/volumes/${id}`)).status).toBe(409);
    const again = await send('POST', `/v2/volumes/${id}/actions`, attach);
    expect([again.status, again.body.message]).toEqual([
      422,
      'The volume already has a pending event.',
    ]);
  });

  it('that is a database is not resized twice at once', async () => {
    const { send } = createWorld();
    const [{ id }] = (await send('GET', '/v2/databases')).body.databases;
    const size = { size: 'db-s-2vcpu-4gb', num_nodes: 2 };
    expect((await send('PUT', `/v2/databases/${id}/resize`, size)).status).toBe(202);
    expect((await send('PUT', `/v2/databases/${id}/resize`, size)).status).toBe(412);
  });
});
