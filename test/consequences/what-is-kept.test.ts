// What goes with snapshots, images, file shares, keys, projects, private networks and pools.
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../tools/json-object.ts';
import { meetOwner, type Owner } from './owner.ts';

/** Lets DigitalOcean answer this where the simulation knows nothing of an area. */
const plant = (me: Owner, path: string, body: unknown): void =>
  me.faults.add({ method: 'GET', path, respond: { status: 200, body } });

describe('a snapshot', () => {
  it('of a Droplet is told with what it was taken of, whether that is left, and other snapshots', async () => {
    const me = await meetOwner();
    const { id } = await me.named('/v2/snapshots', 'snapshots', 'web-02-before-upgrade');
    const found = await me.harm('snapshots_delete', { snapshot_id: id });
    expect(found).toMatchObject({ name: 'web-02-before-upgrade', destroyed: 1, losesData: true });
    expect(found.sentence).toContain('(of a droplet, 2.4 GiB, in nyc3, 1 month old)');
    expect(found.of('Droplet that it was taken of')?.names).toEqual(['web-02']);
    const image = await me.harm('images_delete', { image_id: Number(id) });
    expect(image).toMatchObject({ name: 'web-02-before-upgrade', destroyed: 1, losesData: true });
  });

  it('of a volume is told with the volume', async () => {
    const me = await meetOwner();
    const { id } = await me.named('/v2/snapshots', 'snapshots', 'uploads-weekly');
    const found = await me.harm('snapshots_delete', { snapshot_id: id });
    expect(found.of('volume that it was taken of')).toMatchObject({ names: ['uploads'] });
  });

  it('of a file share is told with its share', async () => {
    const me = await meetOwner();
    plant(me, '/v2/nfs/snapshots/s-1', {
      snapshot: { id: 's-1', name: 'monday', size_gib: 50, region: 'nyc3', share_id: 'f-1' },
    });
    plant(me, '/v2/nfs/f-1', { share: { id: 'f-1', name: 'media' } });
    const found = await me.harm('nfs_delete_snapshot', { nfs_snapshot_id: 's-1', region: 'nyc3' });
    expect(found).toMatchObject({ name: 'monday', losesData: true });
    expect(found.of('file share')).toMatchObject({ names: ['media'], fate: 'stays' });
  });
});

describe('an image that is in use', () => {
  it('is told with the Droplets made from it and the pools that make more', async () => {
    const me = await meetOwner();
    const { id } = await me.named('/v2/snapshots', 'snapshots', 'web-02-before-upgrade');
    await me.make('POST', '/v2/droplets', {
      name: 'web-03',
      region: 'nyc3',
      size: 's-1vcpu-2gb',
      image: Number(id),
    });
    const found = await me.harm('images_delete', { image_id: Number(id) });
    expect(found.of('Droplet made from it')).toMatchObject({ names: ['web-03'], fate: 'stays' });
  });
});

describe('a file share', () => {
  it('is told with its size, access points and snapshots', async () => {
    const me = await meetOwner();
    plant(me, '/v2/nfs/f-1', {
      share: {
        id: 'f-1',
        name: 'media',
        size_gib: 500,
        region: 'nyc3',
        access_points: [{ id: 'a-1', name: 'default' }],
      },
    });
    plant(me, '/v2/nfs/snapshots', {
      snapshots: [
        { id: 's-1', name: 'monday', share_id: 'f-1' },
        { id: 's-2', name: 'of another', share_id: 'f-2' },
      ],
    });
    const found = await me.harm('nfs_delete', { nfs_id: 'f-1', region: 'nyc3' });
    expect(found).toMatchObject({
      sentence:
        'Destroys the file share media (500 GiB, in nyc3), and with it 1 access point, and what is stored there is gone for good',
      name: 'media',
      destroyed: 2,
    });
    expect(found.of('snapshot')?.names).toEqual(['monday']);
  });
});

describe('an autoscale pool', () => {
  const madePool = async (me: Owner): Promise<unknown> => {
    const key = await me.named('/v2/account/keys', 'ssh_keys', 'laptop');
    const { autoscale_pool } = await me.make('POST', '/v2/droplets/autoscale', {
      name: 'workers',
      config: { target_number_instances: 2 },
      droplet_template: {
        name: 'worker',
        size: 's-1vcpu-2gb',
        region: 'nyc3',
        image: 'ubuntu-24-04-x64',
        ssh_keys: [String(key['id'])],
      },
    });
    await me.pass(600);
    return (autoscale_pool as JsonObject)['id'];
  };

  it('leaves its Droplets running and billed, or takes them along', async () => {
    const me = await meetOwner();
    const given = { autoscale_pool_id: await madePool(me) };
    const alone = await me.harm('autoscalepools_delete', given);
    expect(alone).toMatchObject({ name: 'workers', destroyed: 1, losesData: false });
    expect(alone.of('Droplet')).toMatchObject({ count: 2, fate: 'keeps_costing' });
    expect(alone.of('Droplet')?.names).toEqual([
      expect.stringContaining('worker'),
      expect.stringContaining('worker'),
    ]);
    const all = await me.harm('autoscalepools_delete_dangerous', given);
    expect(all).toMatchObject({ destroyed: 3, losesData: true, monthlyUsd: 24 });
  });

  it('loses the SSH key that it puts on new Droplets', async () => {
    const me = await meetOwner();
    await madePool(me);
    const key = await me.named('/v2/account/keys', 'ssh_keys', 'laptop');
    const found = await me.harm('ssh_keys_delete', { ssh_key_identifier: key['id'] });
    expect(found).toMatchObject({ name: 'laptop', destroyed: 1 });
    expect(found.of('autoscale pool')).toMatchObject({ names: ['workers'], fate: 'loses' });
  });
});

describe('what holds other things', () => {
  it('is a project, with its resources', async () => {
    const me = await meetOwner();
    const { id } = await me.named('/v2/projects', 'projects', 'Playground');
    const found = await me.harm('projects_delete', { project_id: id });
    expect(found).toMatchObject({ name: 'Playground', destroyed: 1 });
    expect(found.of('resource')).toMatchObject({ count: 2, fate: 'stays' });
    const blind = await meetOwner({ scopes: 'project:read,project:delete,droplet:read' });
    const seen = await blind.harm('projects_delete', { project_id: id });
    expect(seen.of('resource')).toMatchObject({ count: null });
    expect(seen.unknown[0]).toMatch(
      /^what is in it \(the token lacks database:read, .*block_storage:read/,
    );
  });

  it('is a private network, with its members', async () => {
    const me = await meetOwner();
    const { vpcs } = await me.make('GET', '/v2/vpcs');
    const vpc = (vpcs as JsonObject[]).find(({ region }) => region === 'nyc3');
    const found = await me.harm('vpcs_delete', { vpc_id: vpc?.['id'] });
    expect(found).toMatchObject({ name: 'default-nyc3', destroyed: 1 });
    expect(found.of('member')?.names).toEqual(expect.arrayContaining(['web-01', 'shop-db']));
  });

  it('is a namespace of functions, with triggers and keys', async () => {
    const me = await meetOwner();
    plant(me, '/v2/functions/namespaces/fn-1', {
      namespace: { namespace: 'fn-1', label: 'hooks', region: 'nyc1' },
    });
    plant(me, '/v2/functions/namespaces/fn-1/triggers', { triggers: [{ name: 'nightly' }] });
    plant(me, '/v2/functions/namespaces/fn-1/keys', { keys: [], meta: { total: 0 } });
    const found = await me.harm('functions_delete_namespace', { namespace_id: 'fn-1' });
    expect(found).toMatchObject({ name: 'hooks', losesData: true });
    expect(found.of('trigger')).toMatchObject({ names: ['nightly'], fate: 'destroyed' });
  });
});

describe('what lets in', () => {
  it('is a Spaces key, with the buckets that it opens', async () => {
    const me = await meetOwner();
    const { access_key } = await me.named('/v2/spaces/keys', 'keys', 'assets');
    const found = await me.harm('spaces_key_delete', { access_key });
    expect(found).toMatchObject({ name: 'assets', destroyed: 1, losesData: false });
    expect(found.of('bucket')).toMatchObject({
      names: ['shop-assets'],
      note: '1 to read and write, whatever opens it with this key is locked out',
    });
  });

  it('is a CDN endpoint, whose Space stays', async () => {
    const me = await meetOwner();
    const { endpoint } = await me.make('POST', '/v2/cdn/endpoints', {
      origin: 'shop-assets.nyc3.digitaloceanspaces.com',
      ttl: 3600,
    });
    const found = await me.harm('cdn_delete_endpoint', { cdn_id: (endpoint as JsonObject)['id'] });
    expect(found.destroyed).toBe(1);
    expect(found.of('Space')).toMatchObject({
      names: ['shop-assets.nyc3.digitaloceanspaces.com'],
      fate: 'stays',
    });
  });

  it('is an uptime check, with its alerts', async () => {
    const me = await meetOwner();
    const { check } = await me.make('POST', '/v2/uptime/checks', {
      name: 'shop is up',
      type: 'https',
      target: 'https://example.com',
    });
    const { id } = check as JsonObject;
    await me.make('POST', `/v2/uptime/checks/${id}/alerts`, {
      name: 'shop is down',
      type: 'down',
      period: '2m',
      notifications: { email: ['sam@example.com'], slack: [] },
    });
    const found = await me.harm('uptime_delete_check', { check_id: id });
    expect(found).toMatchObject({ name: 'shop is up', destroyed: 2 });
    expect(found.of('alert')?.names).toEqual(['shop is down']);
  });
});

describe('what answers', () => {
  it('is an agent with keys, and a knowledge base that agents answer from', async () => {
    const me = await meetOwner();
    plant(me, '/v2/gen-ai/agents/a-1', {
      agent: {
        uuid: 'a-1',
        name: 'helper',
        api_key_infos: [{ name: 'website' }],
        knowledge_bases: [{ uuid: 'k-1', name: 'manuals' }],
        parent_agents: [{ name: 'front desk' }],
      },
    });
    const agent = await me.harm('genai_delete_agent', { uuid: 'a-1' });
    expect(agent).toMatchObject({ name: 'helper', destroyed: 2 });
    expect(agent.of('knowledge base')).toMatchObject({ names: ['manuals'], fate: 'keeps_costing' });
    expect(agent.of('agent that hands questions on to it')?.names).toEqual(['front desk']);

    plant(me, '/v2/gen-ai/knowledge_bases/k-1', {
      knowledge_base: { uuid: 'k-1', name: 'manuals' },
    });
    plant(me, '/v2/gen-ai/knowledge_bases/k-1/data_sources', {
      knowledge_base_data_sources: [{ bucket_name: 'pdfs' }],
    });
    plant(me, '/v2/gen-ai/agents', { agents: [{ uuid: 'a-1' }, { uuid: 'a-2' }] });
    plant(me, '/v2/gen-ai/agents/a-1', {
      agent: { name: 'helper', knowledge_bases: [{ uuid: 'k-1' }] },
    });
    plant(me, '/v2/gen-ai/agents/a-2', { agent: { name: 'other', knowledge_bases: [] } });
    const base = await me.harm('genai_delete_knowledge_base', { uuid: 'k-1' });
    expect(base).toMatchObject({ name: 'manuals', destroyed: 2, losesData: true });
    expect(base.of('agent')).toMatchObject({ names: ['helper'], count: 1, fate: 'loses' });
  });
});
