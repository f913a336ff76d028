// Reading a thing and writing back what was read damages nothing, whatever others wrote into it.
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Agent, connectAgent, type Generation } from '../agent.ts';
import { createRecordingTransport, testToken } from '../recording-transport.ts';
import { hostile, unseenIn } from './hostile.ts';

const all = hostile.join(' | ');
const few = 'web\u200b-01 \u202e ⟦U+200B⟧ \u{e0041}\r';
const rules = [
  { protocol: 'tcp', ports: '22', sources: { tags: hostile, addresses: ['0.0.0.0/0'] } },
];

interface Case {
  readonly what: string;
  readonly read: readonly [string, Record<string, unknown>];
  /** DigitalOcean's reply to the read. */
  readonly stands: Record<string, unknown>;
  readonly write: string;
  /** The arguments of the write, of what was read. */
  readonly given: (answer: Record<string, unknown>) => Record<string, unknown>;
  /** What must arrive. */
  readonly body?: Record<string, unknown>;
  readonly path?: string;
}

const picked = (from: Record<string, unknown>, ...names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, from[name]]));

const firewall = {
  name: 'web-01',
  inbound_rules: rules,
  outbound_rules: [],
  droplet_ids: [1],
  tags: hostile,
};
const project = {
  name: few,
  description: few,
  purpose: few,
  environment: 'Production',
  is_default: false,
};
const service = {
  name: 'web',
  git: { repo_clone_url: all, branch: all },
  run_command: all,
  http_port: 80,
};
const envs = hostile.map((value, at) => ({ key: `KEY_${at}`, value, scope: 'RUN_TIME' }));
const spec = { name: 'app', region: 'nyc', services: [{ ...service, envs }], envs };
const uuid = '4de7ac8b-495b-4884-9a69-1050c6793cd6';

const cases: readonly Case[] = [
  {
    what: 'a firewall',
    read: ['firewalls_get', { firewall_id: uuid }],
    stands: { firewall: { id: uuid, ...firewall } },
    write: 'firewalls_update',
    given: (answer) => ({ firewall_id: uuid, ...picked(answer, ...Object.keys(firewall)) }),
    body: firewall,
  },
  {
    what: 'an app spec',
    read: ['apps_get', { id: uuid, detail: 'full' }],
    stands: { app: { id: uuid, spec } },
    write: 'apps_update',
    given: (answer) => ({ id: uuid, spec: answer['spec'] }),
    body: { spec },
  },
  {
    what: 'an app spec, sent as JSON text',
    read: ['apps_get', { id: uuid, detail: 'full' }],
    stands: { app: { id: uuid, spec } },
    write: 'apps_update',
    given: (answer) => ({ id: uuid, spec: JSON.stringify(answer['spec']) }),
    body: { spec },
  },
  {
    what: 'a DNS record',
    read: ['domains_get_record', { domain_name: 'example.com', domain_record_id: 7 }],
    stands: { domain_record: { id: 7, type: 'TXT', name: 'web\u200b', data: all, ttl: 1800 } },
    write: 'domains_update_record',
    given: (answer) => ({
      domain_name: 'example.com',
      domain_record_id: 7,
      ...picked(answer, 'type', 'name', 'data', 'ttl'),
    }),
    body: { type: 'TXT', name: 'web\u200b', data: all, ttl: 1800 },
  },
  {
    what: 'a project',
    read: ['projects_get', { project_id: uuid }],
    stands: { project: { id: uuid, ...project } },
    write: 'projects_update',
    given: (answer) => ({ project_id: uuid, ...picked(answer, ...Object.keys(project)) }),
    body: project,
  },
  {
    what: 'an SSH key',
    read: ['ssh_keys_get', { ssh_key_identifier: '7' }],
    stands: { ssh_key: { id: 7, name: all } },
    write: 'ssh_keys_update',
    given: (answer) => ({ ssh_key_identifier: '7', name: answer['name'] }),
    body: { name: all },
  },
  {
    what: 'an image',
    read: ['images_get', { image_id: 7, fields: ['name', 'description'] }],
    stands: { image: { id: 7, name: all, description: all } },
    write: 'images_update',
    given: (answer) => ({ image_id: 7, ...picked(answer, 'name', 'description') }),
    body: { name: all, description: all },
  },
  {
    what: 'a database user, by a name in the path',
    read: ['databases_get_user', { database_cluster_uuid: uuid, username: 'x' }],
    stands: { user: { name: 'app\u200b\u202e⟦U+200B⟧' } },
    write: 'databases_delete_user',
    given: (answer) => ({ database_cluster_uuid: uuid, username: answer['name'] }),
    path: `/v2/databases/${uuid}/users/${encodeURIComponent('app\u200b\u202e⟦U+200B⟧')}`,
  },
  {
    what: 'a VPC',
    read: ['vpcs_get', { vpc_id: uuid }],
    stands: { vpc: { id: uuid, name: 'web', description: few } },
    write: 'vpcs_update',
    given: (answer) => ({ vpc_id: uuid, ...picked(answer, 'name', 'description') }),
    body: { name: 'web', description: few },
  },
];

const connect = async (
  stands: () => Record<string, unknown>,
  way: { readonly generation: Generation; readonly over: 'http' | 'stdio' },
  mode = 'tools',
) => {
  const network = createRecordingTransport({
    reply: ({ method, url }) =>
      method === 'GET' && url.pathname !== '/v2/account'
        ? { body: stands() }
        : { body: { account: {} } },
  });
  const agent: Agent = await connectAgent({
    ...way,
    argv: [
      '--mode',
      mode,
      '--areas',
      'all',
      '--confirm',
      'never',
      '--allow-secrets',
      '--quota',
      'off',
    ],
    environment: { DIGITALOCEAN_TOKEN: testToken },
    transport: network,
  });
  onTestFinished(() => agent.close());
  return { agent, network };
};

describe.each([
  { generation: 'old', over: 'stdio' },
  { generation: 'new', over: 'http' },
] as const)('over $over, $generation client', (way) => {
  it.each(cases)('$what', async ({ read: [name, readGiven], stands, write, given, body, path }) => {
    const { agent, network } = await connect(() => stands, way);
    const read = await agent.call(name, readGiven);
    expect(read.isError, read.text).toBe(false);
    expect(unseenIn(read.text)).toEqual([]);
    const written = await agent.call(write, given(read.answer));
    expect(written.isError, written.text).toBe(false);
    const sent = network.sent.findLast(({ method }) => method !== 'GET');
    if (body) expect(sent?.body).toEqual(body);
    if (path !== undefined) expect(sent?.url.pathname).toBe(path);
    expect(unseenIn(written.text)).toEqual([]);
  });

  it('also through a finder', async () => {
    const { agent, network } = await connect(() => ({}), way, 'search');
    const name = 'web\u200b ⟦U+200B⟧';
    const marked = 'web⟦U+200B⟧ ⟦U+27E6⟧U+200B⟧';
    const given = { ssh_key_identifier: '7', name: marked };
    for (const inner of [given, JSON.stringify(given)]) {
      const reply = await agent.call('call_write_tool', {
        name: 'ssh_keys_update',
        arguments: inner,
      });
      expect(reply.isError, reply.text).toBe(false);
      expect(network.sent.findLast(({ method }) => method === 'PUT')?.body).toEqual({ name });
    }
  });
});
