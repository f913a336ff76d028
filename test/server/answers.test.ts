// What comes back: compact JSON in the contract's shape, without secrets, within bounds.
import { afterEach, describe, expect, it } from 'vitest';
import { type Agent, type AgentOptions, connectAgent } from '../agent.ts';
import { createJumpingClock } from '../client/jumping-clock.ts';
import {
  type Answer,
  createRecordingTransport,
  type Sent,
  testToken,
} from '../recording-transport.ts';

let agent: Agent | undefined;
afterEach(async () => {
  await agent?.close();
  agent = undefined;
});

const with_ = async (reply: (request: Sent) => Answer, options: AgentOptions = {}) => {
  const network = createRecordingTransport({ reply });
  agent = await connectAgent({
    argv: ['--confirm', 'never', '--scopes', 'api:write'],
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
    ...options,
  });
  return { agent, network };
};

const droplet = (id: number) => ({
  id,
  name: `web-${id}`,
  status: 'active',
  memory: 1024,
  vcpus: 1,
  disk: 25,
  size_slug: 's-1vcpu-1gb',
  region: {
    slug: 'nyc3',
    name: 'New York 3',
    sizes: ['s-1vcpu-1gb', 's-2vcpu-2gb'],
    features: ['backups'],
  },
  image: { id: 7, slug: 'ubuntu-24-04-x64', name: '24.04', regions: ['nyc3'] },
  networks: {
    v4: [
      { ip_address: '192.0.2.1', netmask: '255.255.255.0', gateway: '192.0.2.254', type: 'public' },
    ],
    v6: [],
  },
  tags: ['web'],
});

describe('a list', () => {
  it('has items, returned, total and after, and compact items', async () => {
    const { agent } = await with_(() => ({
      body: { droplets: [droplet(1), droplet(2)], links: {}, meta: { total: 2 } },
    }));
    const { answer } = await agent.call('droplets_list');
    expect(answer).toMatchObject({ returned: 2, total: 2, after: null });
    expect((answer['items'] as unknown[])[0]).toMatchObject({
      id: 1,
      region: { slug: 'nyc3' },
      image: { slug: 'ubuntu-24-04-x64' },
      networks: { v4: [{ ip_address: '192.0.2.1', type: 'public' }] },
    });
    expect(JSON.stringify(answer)).not.toContain('netmask');
  });

  it('shows everything in full detail, and just the named fields', async () => {
    const { agent } = await with_(() => ({ body: { droplets: [droplet(1)], meta: { total: 1 } } }));
    const full = await agent.call('droplets_list', { detail: 'full' });
    expect((full.answer['items'] as unknown[])[0]).toEqual(droplet(1));
    const few = await agent.call('droplets_list', { fields: ['id', 'region.sizes'] });
    expect(few.answer['items']).toEqual([
      { id: 1, region: { sizes: ['s-1vcpu-1gb', 's-2vcpu-2gb'] } },
    ]);
  });

  it('goes on where the last answer ended', async () => {
    const { agent } = await with_(({ url }) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      const size = Number(url.searchParams.get('per_page') ?? 20);
      const all = Array.from({ length: 7 }, (_, index) => droplet(index + 1));
      const next =
        page * size < 7
          ? { pages: { next: `${url.origin}/v2/droplets?page=${page + 1}&per_page=${size}` } }
          : {};
      return {
        body: {
          droplets: all.slice((page - 1) * size, page * size),
          links: next,
          meta: { total: 7 },
        },
      };
    });
    const ids: unknown[] = [];
    let after: unknown;
    do {
      const { answer } = await agent.call('droplets_list', {
        max_items: 3,
        fields: ['id'],
        ...(typeof after === 'string' && { after }),
      });
      ids.push(...(answer['items'] as { id: number }[]).map(({ id }) => id));
      after = answer['after'];
    } while (after !== null);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const wrong = await agent.call('domains_list', { after: 'made-up' });
    expect(wrong.answer['error']).toMatchObject({ code: 'bad_cursor' });
  });

  it('that is too long leaves out whole items, says how many, and can be resumed', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...droplet(index + 1),
      tags: ['x'.repeat(1_000)],
    }));
    const { agent } = await with_(() => ({ body: { droplets: many, meta: { total: 200 } } }));
    const { answer, text } = await agent.call('droplets_list', { max_items: 200 });
    expect(text.length).toBeLessThan(70_000);
    expect(answer['returned']).toBe((answer['items'] as unknown[]).length);
    expect(answer['note']).toMatch(/did not fit/);
    const rest = await agent.call('droplets_list', { max_items: 200, after: answer['after'] });
    expect((rest.answer['items'] as { id: number }[])[0]?.id).toBe(Number(answer['returned']) + 1);
  });
});

describe('an object', () => {
  it('comes without its envelope, and a write says whose account was changed', async () => {
    const { agent } = await with_(({ url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: { email: 'a@example.com', team: { name: 'Web team' } } } }
        : { status: 201, body: { domain: { name: 'example.com', ttl: null, zone_file: null } } },
    );
    expect((await agent.call('domains_create', { name: 'example.com' })).answer).toEqual({
      name: 'example.com',
      ttl: null,
      zone_file: null,
      account: 'Web team',
    });
    expect(
      (await agent.call('domains_get', { domain_name: 'example.com' })).answer,
    ).not.toHaveProperty('account');
  });

  it('names the action it started and the tool that tells when it is over', async () => {
    const { agent } = await with_(({ url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: {} } }
        : {
            status: 202,
            body: {
              droplet: { ...droplet(5), status: 'new' },
              links: { actions: [{ id: 77, rel: 'create', href: '' }] },
            },
          },
    );
    const { answer } = await agent.call('droplets_create', {
      name: 'web-5',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
    });
    expect(answer).toMatchObject({ id: 5, action: { id: 77, status: 'in-progress' } });
    expect(answer['next']).toMatch(/^Call actions_get with action_id 77/);
  });

  it('made several at once keeps them together, each with its action', async () => {
    const { agent } = await with_(({ url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: {} } }
        : {
            status: 202,
            body: {
              droplets: [droplet(5), droplet(6)],
              links: { actions: [{ id: 77 }, { id: 78 }] },
            },
          },
    );
    const { answer } = await agent.call('droplets_create', {
      names: ['a', 'b'],
      size: 's-1vcpu-1gb',
      image: 'x',
    });
    expect((answer['droplets'] as unknown[]).length).toBe(2);
    expect(answer['actions']).toEqual([
      { id: 77, status: 'in-progress' },
      { id: 78, status: 'in-progress' },
    ]);
  });

  it('that was deleted is answered with its id', async () => {
    const { agent } = await with_(() => ({ status: 204 }));
    expect(
      (
        await agent.call('domains_delete_record', {
          domain_name: 'example.com',
          domain_record_id: 9,
        })
      ).answer,
    ).toEqual({
      deleted: true,
      id: 9,
    });
    expect(
      (await agent.call('volumes_delete_by_name', { name: 'v', region: 'nyc1' })).answer,
    ).toEqual({
      deleted: true,
      id: { name: 'v', region: 'nyc1' },
    });
  });
});

const secret = 'hunter2-hunter2';
const database = {
  id: '1',
  name: 'db',
  status: 'online',
  connection: { uri: `postgres://u:${secret}@h`, host: 'h', user: 'u', password: secret },
  private_connection: { uri: secret, password: secret },
  standby_connection: { uri: secret, password: secret },
  ui_connection: { uri: secret, password: secret },
  schema_registry_connection: { uri: secret, password: secret },
  users: [{ name: 'u', password: secret, access_key: secret, access_cert: secret }],
};
const spec = {
  name: 'web',
  envs: [{ key: 'A', value: secret }],
  services: [
    {
      name: 's',
      envs: [{ key: 'B', value: secret }],
      image: { registry_credentials: secret },
      log_destinations: [{ datadog: { api_key: secret } }, { logtail: { token: secret } }],
    },
  ],
};
const app = {
  id: '1',
  spec,
  active_deployment: { spec },
  pending_deployment: { spec },
  in_progress_deployment: { spec },
  pinned_deployment: { spec },
};

describe('a secret', () => {
  it.each<[string, Record<string, unknown>, unknown]>([
    ['databases_list_clusters', {}, { databases: [database] }],
    ['databases_list_clusters', { detail: 'full' }, { databases: [database] }],
    [
      'databases_get_cluster',
      { database_cluster_uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6' },
      { database },
    ],
    [
      'databases_create_cluster',
      { name: 'db', engine: 'pg', num_nodes: 1, region: 'nyc1', size: 'db-s-1vcpu-1gb' },
      { database },
    ],
    ['apps_list', { detail: 'full' }, { apps: [app] }],
    ['apps_get', { id: '1', fields: ['spec', 'active_deployment'] }, { app }],
    ['apps_create', { spec: { name: 'web' } }, { app }],
    [
      'apps_list_deployments',
      { app_id: '1', detail: 'full' },
      { deployments: [{ id: '2', spec }] },
    ],
    ['apps_get_deployment', { app_id: '1', deployment_id: '2' }, { deployment: { id: '2', spec } }],
    ['apps_create_deployment', { app_id: '1' }, { deployment: { id: '2', spec } }],
    [
      'apps_cancel_deployment',
      { app_id: '1', deployment_id: '2' },
      { deployment: { id: '2', spec } },
    ],
  ])('planted in the reply to %s %j never comes out', async (name, given, body) => {
    const { agent } = await with_(({ url }) =>
      url.pathname === '/v2/account' ? { body: { account: {} } } : { body },
    );
    const reply = await agent.call(name, given);
    expect(reply.isError, reply.text).toBe(false);
    expect(reply.text).not.toContain(secret);
  });

  it('comes out when the owner lets it', async () => {
    const { agent } = await with_(() => ({ body: { database } }), {
      argv: ['--allow-secrets', '--scopes', 'api:write'],
    });
    const reply = await agent.call('databases_get_cluster', {
      database_cluster_uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    });
    expect(reply.text).toContain(secret);
  });

  it('of our own, the token, is in no error that DigitalOcean provokes', async () => {
    const { agent } = await with_(() => ({
      status: 401,
      body: { id: 'unauthorized', message: `bad token ${testToken}` },
    }));
    const reply = await agent.call('droplets_list');
    expect(reply.text).not.toContain(testToken.slice(-4));
  });
});

describe("DigitalOcean's refusals", () => {
  it.each<[number, unknown, Record<string, unknown>, RegExp]>([
    [
      401,
      { id: 'unauthorized', message: 'Unable to authenticate you' },
      { code: 'unauthorized' },
      /new one/,
    ],
    [
      403,
      { id: 'forbidden', message: 'You are not authorized' },
      { code: 'forbidden' },
      /repeating the call will not help/,
    ],
    [
      404,
      { id: 'not_found', message: 'not there', request_id: 'r-1' },
      { code: 'not_found', request_id: 'r-1' },
      /^Call droplets_list to see what there is\.$/,
    ],
    [
      422,
      { id: 'unprocessable_entity', message: 'Droplet limit exceeded' },
      { message: expect.stringContaining('Droplet limit exceeded') },
      /Correct/,
    ],
    [500, '<html>', { status: 500 }, /./],
  ])('with %i say what to do next', async (status, body, expected, next) => {
    const { agent } = await with_(
      () => ({ status, body, ...(status === 500 && { headers: { 'content-type': 'text/html' } }) }),
      {
        clock: createJumpingClock(() => 0),
      },
    );
    const reply = await agent.call('droplets_get', { droplet_id: 1 });
    expect(reply.isError).toBe(true);
    expect(reply.answer['error']).toMatchObject({ status, ...expected });
    expect((reply.answer['error'] as { next: string }).next).toMatch(next);
  });

  it('that pass by themselves say so when they outlast our patience', async () => {
    const { agent } = await with_(
      () => ({
        status: 422,
        body: { id: 'unprocessable_entity', message: 'Droplet already has a pending event.' },
      }),
      { clock: createJumpingClock(() => 0) },
    );
    const reply = await agent.call('droplet_actions_post', { droplet_id: 1, type: 'reboot' });
    expect((reply.answer['error'] as { next: string }).next).toMatch(
      /still going on\. Call droplet_actions_list/,
    );
  });

  it('with 403 name the scopes that the call may have lacked', async () => {
    const { agent } = await with_(
      () => ({ status: 403, body: { id: 'forbidden', message: 'no' } }),
      {
        argv: ['--scopes', 'droplet:create'],
      },
    );
    const reply = await agent.call('droplets_create', { name: 'a', size: 's', image: 'x' });
    expect(reply.answer['error']).toMatchObject({ missing_scopes: ['image:read'] });
  });
});
