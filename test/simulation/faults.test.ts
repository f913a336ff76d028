// What goes wrong on demand.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const droplet = { name: 'x', region: 'nyc3', size: 's-1vcpu-1gb', image: 'debian-12-x64' };

describe('a fault', () => {
  it('fails the next calls so, and no more', async () => {
    const { send } = createWorld();
    const set = await send('POST', '/_simulation/faults', {
      method: 'GET',
      path: '/v2/droplets*',
      times: 2,
      respond: { status: 503, body: '<html>no</html>', headers: { 'content-type': 'text/html' } },
    });
    expect(set.status).toBe(201);
    expect((await send('GET', '/v2/domains')).status).toBe(200);
    const first = await send('GET', '/v2/droplets');
    expect([first.status, first.body]).toEqual([503, '<html>no</html>']);
    expect((await send('GET', '/v2/droplets/500000001')).status).toBe(503);
    expect((await send('GET', '/v2/droplets')).status).toBe(200);
  });

  it('can strike the introspection of tokens too', async () => {
    const { send } = createWorld();
    const ask = () => send('GET', 'https://cloud.digitalocean.com/v1/oauth/token/info');
    await send('POST', '/_simulation/faults', { path: '/v1/oauth/token/info', latency_ms: 10 });
    expect((await ask()).status).toBe(200);
    await send('POST', '/_simulation/faults', {
      path: '/v1/oauth/token/info',
      respond: { status: 502 },
    });
    expect((await ask()).status).toBe(502);
    expect((await ask()).status).toBe(200);
  });

  it('holds a reply back', async () => {
    const { send, now } = createWorld();
    const before = now();
    await send('POST', '/_simulation/faults', { latency_ms: 1500 });
    await send('GET', '/v2/account');
    expect(now() - before).toBe(1500);
  });

  it('loses an answer after the work was done', async () => {
    const { send } = createWorld();
    await send('POST', '/_simulation/faults', {
      method: 'POST',
      path: '/v2/droplets',
      lose_answer: true,
    });
    await expect(send('POST', '/v2/droplets', droplet)).rejects.toBeInstanceOf(TypeError);
    expect((await send('GET', '/v2/droplets?name=x')).body.droplets).toHaveLength(1);
  });

  it('loses a refusal just as well', async () => {
    const { send } = createWorld();
    await send('POST', '/_simulation/faults', { path: '/v2/droplets/1', lose_answer: true });
    await expect(send('GET', '/v2/droplets/1')).rejects.toBeInstanceOf(TypeError);
  });

  it('lets an action end in errored, without its effect', async () => {
    const { send, pass } = createWorld();
    await send('POST', '/_simulation/faults', { action_errors: 'power_off' });
    const { action } = (await send('POST', '/v2/droplets/500000001/actions', { type: 'power_off' }))
      .body;
    pass(60);
    expect((await send('GET', `/v2/actions/${action.id}`)).body.action.status).toBe('errored');
    expect((await send('GET', '/v2/droplets/500000001')).body.droplet.status).toBe('active');
  });

  it.each([
    [
      'cluster',
      '/v2/kubernetes/clusters',
      {
        name: 'c',
        region: 'nyc3',
        version: 'latest',
        node_pools: [{ name: 'p', size: 's-2vcpu-4gb', count: 1 }],
      },
      (body: Record<string, { status: { state: string } }>) =>
        body['kubernetes_cluster']?.status.state,
      'error',
    ],
    [
      'load_balancer',
      '/v2/load_balancers',
      {
        name: 'l',
        region: 'nyc3',
        forwarding_rules: [
          { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
        ],
      },
      (body: Record<string, { status: string }>) => body['load_balancer']?.status,
      'errored',
    ],
    [
      'firewall',
      '/v2/firewalls',
      { name: 'f', inbound_rules: [{ protocol: 'icmp', sources: { addresses: ['0.0.0.0/0'] } }] },
      (body: Record<string, { status: string }>) => body['firewall']?.status,
      'failed',
    ],
  ])('lets a %s fail', async (kind, path, body, state, expected) => {
    const { send, pass } = createWorld();
    await send('POST', '/_simulation/faults', { action_errors: kind });
    const made = (await send('POST', path, body)).body;
    const [first] = Object.values<{ id: string }>(made);
    pass(600);
    expect(state((await send('GET', `${path}/${first?.id}`)).body)).toBe(expected);
  });

  it('hides what was just created for a while', async () => {
    const { send, pass } = createWorld();
    await send('POST', '/_simulation/faults', {
      method: 'POST',
      path: '/v2/droplets',
      missing_for_seconds: 30,
    });
    const { droplet: made } = (await send('POST', '/v2/droplets', droplet)).body;
    expect((await send('GET', `/v2/droplets/${made.id}`)).status).toBe(404);
    expect((await send('GET', `/v2/droplets/${made.id}/actions`)).status).toBe(404);
    pass(30);
    expect((await send('GET', `/v2/droplets/${made.id}`)).status).toBe(200);
  });

  it('is listed with how often it still strikes, and can be cleared', async () => {
    const { send, simulation } = createWorld();
    simulation.faults.add({ path: '/v2/account', times: 3, respond: { status: 500 } });
    expect((await send('GET', '/v2/account')).status).toBe(500);
    expect((await send('GET', '/_simulation/faults')).body.faults).toMatchObject([{ times: 2 }]);
    expect((await send('DELETE', '/_simulation/faults')).status).toBe(204);
    expect((await send('GET', '/v2/account')).status).toBe(200);
  });

  it('that is misspelt is refused, naming what is wrong', async () => {
    const { send } = createWorld();
    const reply = await send('POST', '/_simulation/faults', { statuss: 500 });
    expect(reply.status).toBe(400);
    expect(reply.body.message).toContain('statuss');
    expect((await send('GET', '/_simulation/unknown')).status).toBe(404);
  });
});
