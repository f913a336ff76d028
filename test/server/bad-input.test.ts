// Wrong calls get a clear error, nothing is sent, and the server goes on.
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { redactionMark } from '../../tools/secrets/redaction-mark.ts';
import { type Agent, connectAgent, tools } from '../agent.ts';
import { createRecordingTransport, testToken } from '../recording-transport.ts';

const network = createRecordingTransport({
  reply: () => ({ body: { droplets: [], droplet: { id: 1 } } }),
});
let agent: Agent;
beforeAll(async () => {
  agent = await connectAgent({
    argv: ['--mode', 'tools', '--confirm', 'never', '--allow-secrets', '--quota', 'off'],
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
  });
});
beforeEach(() => {
  network.sent.length = 0;
});
afterAll(() => agent.close());

const refusal = async (name: string, given: Record<string, unknown>) => {
  const reply = await agent.call(name, given);
  expect(reply.isError).toBe(true);
  expect(network.sent).toEqual([]);
  return reply.answer['error'] as { code: string; message: string; next: string; status: null };
};

const lb = '4de7ac8b-495b-4884-9a69-1050c6793cd6';

describe('a wrong call', () => {
  it.each<[string, Record<string, unknown>, RegExp]>([
    ['droplets_get', {}, /droplet_id is required/],
    ['droplets_create', { name: 'a', size: 's' }, /image is required \(text or a number\)/],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'A', name: 'www' },
      /data is required when type is A, AAAA, .+ or [A-Z]+\./,
    ],
    ['droplets_get', { droplet_id: 'abc' }, /droplet_id must be a whole number, not text/],
    ['droplets_get', { droplet_id: 1.5 }, /droplet_id must be a whole number/],
    ['droplets_get', { droplet_id: 0 }, /at least 1/],
    ['droplets_get', { dropletid: 1 }, /did you mean "droplet_id"/],
    ['droplets_get', { droplet_id: 1, verbose: true }, /no argument "verbose"/],
    ['droplets_list', { max_items: 10_001 }, /at most 10000/],
    ['droplets_list', { tag_name: 'a', name: 'b' }, /must not be given/],
    ['droplets_create', { size: 's-1vcpu-1gb', image: 'x' }, /one of name or names is required/],
    [
      'droplets_create',
      { name: 'a', names: ['b'], size: 's', image: 'x' },
      /only one of name or names/,
    ],
    ['droplets_create', { name: 'a b!', size: 's', image: 'x' }, /name must match/],
    [
      'droplets_create',
      { name: 'a', size: 's', image: 'x', public_networking: false, ipv6: true },
      /does not go together/,
    ],
    ['droplets_destroy_by_tag', { tag_name: '' }, /tag_name/],
    ['droplets_destroy_by_tag', { tag_name: '  ' }, /tag_name must not be empty/],
    ['droplets_destroy_by_tag', {}, /tag_name is required/],
    [
      'droplet_actions_post',
      { droplet_id: 1, type: 'resize' },
      /size is required when type is resize/,
    ],
    [
      'droplet_actions_post',
      { droplet_id: 1, type: 'reboot', size: 's' },
      /size may only be given when type is resize/,
    ],
    ['droplet_actions_post', { droplet_id: 1, type: 'explode' }, /type must be one of/],
    ['firewalls_create', { name: 'fw' }, /at least one of inbound_rules or outbound_rules/],
    [
      'domains_create_record',
      { domain_name: 'example.com', type: 'MX', data: 'mail' },
      /priority is required when type is MX/,
    ],
    ['load_balancers_delete', { lb_id: '1/../../account' }, /lb_id/],
    ['load_balancers_delete', { lb_id: '%2e%2e' }, /lb_id must be a plain id/],
    ['load_balancers_delete', { lb_id: '' }, /lb_id/],
    ['load_balancers_delete', { lb_id: 'a\0b' }, /control characters/],
    ['load_balancers_delete', { lb_id: 'x'.repeat(300) }, /at most 255/],
    ['domains_get', { domain_name: '../account' }, /domain_name/],
    ['apps_create', { spec: { name: 'x', nonsense: 1 } }, /spec/],
    [
      'apps_create',
      { spec: { name: 'web', services: [{ name: 'api', http_port: 'eighty' }] } },
      /spec\.services\[0\]\.http_port must be a whole number/,
    ],
    [
      'databases_create_cluster',
      { name: redactionMark, engine: 'pg', num_nodes: 1, region: 'nyc1', size: 'db-s-1vcpu-1gb' },
      /redaction mark/,
    ],
  ])('%s %j is refused', async (name, given, message) => {
    const error = await refusal(name, given);
    expect(error).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(error.message).toMatch(message);
    expect(error.message.length).toBeLessThan(2_000);
  });

  it('with megabytes of text is refused', async () => {
    const error = await refusal('domains_create', { name: 'x'.repeat(2_000_000) });
    expect(error.message).toMatch(/more than 1048576 characters/);
    expect(error.message.length).toBeLessThan(200);
  });

  it('to a tool that does not exist is a protocol error with the nearest name', async () => {
    await expect(agent.call('droplet_list')).rejects.toMatchObject({
      code: -32602,
      message: expect.stringContaining('droplets_list'),
    });
    await expect(agent.call('x'.repeat(5_000))).rejects.toMatchObject({ code: -32602 });
  });

  it('never repeats what may be a secret', async () => {
    const error = await refusal('droplets_create', {
      name: 'a',
      size: 's',
      image: 'x',
      user_data: ['my-secret-value'],
    });
    expect(JSON.stringify(error)).not.toContain('my-secret-value');
  });

  it('leaves the server alive', async () => {
    expect((await agent.call('droplets_get', { droplet_id: 1 })).isError).toBe(false);
  });

  it('of any shape is answered, and nothing of it is sent unless it is valid', async () => {
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.constantFrom('..', '__proto__', 'constructor', 'toString'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tools),
        fc.dictionary(
          fc.oneof(
            fc.string(),
            fc.constantFrom('__proto__', 'constructor', 'droplet_id', 'name', 'max_items'),
          ),
          anything,
        ),
        async (tool, given) => {
          network.sent.length = 0;
          const reply = await agent.call(tool.name, given as Record<string, unknown>);
          expect(typeof reply.text).toBe('string');
          for (const { url } of network.sent) expect(url.pathname).toMatch(/^\/v2\/[a-z\d]/);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('arguments as clients send them', () => {
  it('are read where the reading is exact', async () => {
    await agent.call('firewalls_create', {
      name: 'web',
      inbound_rules: '[{"protocol":"tcp","ports":"80","sources":{"addresses":["0.0.0.0/0"]}}]',
      droplet_ids: '["1"]',
    });
    expect(network.sent[0]?.body).toEqual({
      name: 'web',
      inbound_rules: [{ protocol: 'tcp', ports: '80', sources: { addresses: ['0.0.0.0/0'] } }],
      droplet_ids: [1],
    });
    await agent.call('load_balancers_get', { lb_id: lb });
    await agent.call('droplets_get', { droplet_id: '42' });
    expect(network.sent.map(({ url }) => url.pathname)).toContain('/v2/droplets/42');
  });
});
