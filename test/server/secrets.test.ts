// Secrets that DigitalOcean sends, and the token that we send, never reach the model.
import { describe, expect, it } from 'vitest';
import { testToken } from '../recording-transport.ts';
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

  it('comes out when the owner lets it', async () => {
    const agent = await answeredWith(() => ({ body: { database } }), {
      argv: ['--allow-secrets', '--scopes', 'api:write'],
    });
    const reply = await agent.call('databases_get_cluster', {
      database_cluster_uuid: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
    });
    expect(reply.text).toContain(secret);
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
