// Secrets that DigitalOcean sends, and the token that we send, never reach the model.
import { describe, expect, it } from 'vitest';
import { createRecordingTransport, testToken } from '../recording-transport.ts';
import { answeredWith } from './answering.ts';

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

const connectUnknown = (argv: readonly string[]) =>
  answeredWith(() => ({ body: {} }), {
    argv,
    transport: createRecordingTransport({
      tokenInfo: { status: 503 },
      reply: () => ({ body: { database } }),
    }),
  });

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
    const agent = await answeredWith(({ url }) =>
      url.pathname === '/v2/account' ? { body: { account: {} } } : { body },
    );
    const reply = await agent.call(name, given);
    expect(reply.isError, reply.text).toBe(false);
    expect(reply.text).not.toContain(secret);
  });

  const cluster = { database_cluster_uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6' };
  const reading = (...argv: readonly string[]) =>
    answeredWith(() => ({ body: { database } }), { argv: ['--allow-secrets', ...argv] });

  it('comes out when the owner lets it and wants nobody to be asked', async () => {
    const agent = await reading('--confirm', 'never', '--scopes', 'api:write');
    const reply = await agent.call('databases_get_cluster', cluster);
    expect(reply.text).toContain(secret);
  });

  it('is not read past a person who has to be asked, but what holds none is', async () => {
    const agent = await reading('--confirm', 'ask', '--scopes', 'api:write');
    const refused = await agent.call('databases_get_cluster', cluster);
    expect(refused.answer['error']).toMatchObject({
      code: 'approval_pending',
      message: expect.stringContaining('gives a credential to the model'),
      next: expect.stringContaining('fields'),
    });
    const harmless = await agent.call('databases_get_cluster', { ...cluster, fields: ['name'] });
    expect(harmless.answer).toEqual({ name: 'db' });
    const nearby = await agent.call('databases_get_cluster', {
      ...cluster,
      fields: ['connection.host'],
    });
    expect(nearby.isError, nearby.text).toBe(false);
    expect(nearby.text).not.toContain(secret);
  });

  it('that a setting holds is one too: its value waits for a person', async () => {
    const reading = (confirm: string) =>
      answeredWith(() => ({ body: { app } }), {
        argv: ['--allow-secrets', '--confirm', confirm, '--scopes', 'api:write'],
      });
    const values = { id: '1', fields: ['spec.services.envs'] };
    const asking = await reading('ask');
    const refused = await asking.call('apps_get', values);
    expect(refused.answer['error']).toMatchObject({
      code: 'approval_pending',
      next: expect.stringContaining('**.envs.value'),
    });
    const open = await reading('never');
    expect((await open.call('apps_get', values)).text).toContain(secret);
  });

  it.each([['--read-only'], ['--read-only', '--confirm', 'never']])(
    'stays inside with %s, although secrets are allowed: whoever holds one can write',
    async (...argv) => {
      const agent = await reading(...argv, '--scopes', 'api:write');
      for (const given of [cluster, { ...cluster, fields: ['connection.password'] }]) {
        const reply = await agent.call('databases_get_cluster', given);
        expect(reply.isError, reply.text).toBe(false);
        expect(reply.text).not.toContain(secret);
      }
    },
  );

  it('stays inside while the scopes of the token are unknown, because then there is only reading', async () => {
    const agent = await connectUnknown(['--allow-secrets', '--confirm', 'never']);
    const reply = await agent.call('databases_get_cluster', cluster);
    expect(reply.isError, reply.text).toBe(false);
    expect(reply.text).not.toContain(secret);
  });

  it.each<[string, string]>([
    ['as it is', testToken],
    ['in capitals', testToken.toUpperCase()],
    ['percent-encoded', [...testToken].map((one) => `%${one.charCodeAt(0).toString(16)}`).join('')],
    ['escaped', [...testToken].map((one) => `\\u00${one.charCodeAt(0).toString(16)}`).join('')],
    ['in base64', Buffer.from(`xy${testToken}z`).toString('base64')],
    ['in hexadecimal', Buffer.from(testToken).toString('hex')],
  ])('of our own, the token, is in no answer %s, wherever it turns up', async (_, spelling) => {
    const record = { id: 1, type: 'TXT', name: spelling, data: `v=${spelling}`, [spelling]: 1 };
    for (const argv of [[], ['--allow-secrets', '--scopes', 'api:write']]) {
      const agent = await answeredWith(
        () => ({
          headers: { 'x-request-id': spelling },
          body: {
            domain_records: [record],
            sibling: spelling,
            note: { deep: [spelling] },
            links: { pages: { next: `https://${spelling.slice(0, 60)}.example/v2/x?page=2` } },
          },
        }),
        { argv },
      );
      const reply = await agent.call('domains_list_records', {
        domain_name: 'example.com',
        detail: 'full',
      });
      expect(reply.isError, reply.text).toBe(false);
      expect(reply.text).not.toContain(spelling.slice(8, 40));
      expect(reply.text).not.toContain(JSON.stringify(spelling).slice(9, 40));
    }
  });

  it('of our own, the token, is in no error that DigitalOcean provokes', async () => {
    const agent = await answeredWith(() => ({
      status: 401,
      body: { id: 'unauthorized', message: `bad token ${testToken}` },
    }));
    const reply = await agent.call('droplets_list');
    expect(reply.text).not.toContain(testToken.slice(-4));
  });
});
