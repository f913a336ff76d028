// Journeys behind the finders: tidying a registry, keeping a pool of workers, taking an app's release back.
import { describe, expect, it } from 'vitest';
import { meetPerson, textAt } from './person.ts';

const everything = { argv: ['--mode', 'tools', '--areas', 'all'] };

describe('a registry', () => {
  it('"Our images take up too much room": old ones go, and a clean-up frees what they held', async () => {
    const me = await meetPerson(everything);
    const [registry] = await me.every('registries_list');
    expect(registry).toMatchObject({ name: 'example-shop', tier: 'basic' });
    const of = { registry_name: 'example-shop', repository_name: 'shop/web' };
    const manifests = await me.every('registries_list_repository_manifests', of);
    const old = manifests.filter(({ tags }) => !JSON.stringify(tags).includes('latest'));
    expect(old).toHaveLength(2);
    for (const manifest of old) {
      const manifest_digest = textAt(manifest, 'digest');
      await me.ask('registries_delete_repository_manifest', { ...of, manifest_digest });
    }
    const registry_name = 'example-shop';
    await me.ask('registries_run_garbage_collection', { registry_name });
    const refused = await me.refused('registries_run_garbage_collection', { registry_name });
    expect(refused.status).toBe(409);
    await me.pass(1_200);
    const ended = await me.refused('registries_get_garbage_collection', { registry_name });
    expect(ended.next).toContain('registries_list_garbage_collections');
    const [over] = await me.every('registries_list_garbage_collections', { registry_name });
    expect(over).toMatchObject({ status: 'succeeded', blobs_deleted: 2 });
  });
});

describe('a pool of workers', () => {
  it('"Keep two workers running, then take everything away": Droplets go only when it is said', async () => {
    const me = await meetPerson(everything);
    const before = await me.every('droplets_list');
    const pool = await me.ask('autoscalepools_create', {
      name: 'workers',
      config: { target_number_instances: 2 },
      droplet_template: {
        region: 'nyc3',
        size: 's-1vcpu-1gb',
        image: 'debian-12-x64',
        ssh_keys: ['40000001'],
      },
    });
    const autoscale_pool_id = textAt(pool, 'id');
    await me.pass(60);
    const members = await me.every('autoscalepools_list_members', { autoscale_pool_id });
    expect(members.map(({ status }) => status)).toEqual(['active', 'active']);
    await me.ask('autoscalepools_delete_dangerous', { autoscale_pool_id });
    await me.pass(120);
    expect(await me.every('droplets_list')).toEqual(before);
    const gone = await me.refused('autoscalepools_get', { autoscale_pool_id });
    expect(gone.status).toBe(404);
  });
});

describe('an app', () => {
  it('"The new release is broken": the one before comes back, and releases go on afterwards', async () => {
    const me = await meetPerson(everything);
    const [app] = await me.every('apps_list');
    const app_id = textAt(app ?? {}, 'id');
    const [good] = await me.every('apps_list_deployments', { app_id });
    await me.ask('apps_create_deployment', { app_id });
    await me.pass(200);
    const deployment_id = textAt(good ?? {}, 'id');
    const valid = await me.ask('apps_validate_rollback', { app_id, deployment_id });
    expect(valid).toMatchObject({ valid: true });
    await me.ask('apps_create_rollback', { app_id, deployment_id });
    await me.pass(100);
    const refused = await me.refused('apps_create_deployment', { app_id });
    expect(refused.message).toContain('pinned');
    await me.ask('apps_commit_rollback', { app_id });
    await me.ask('apps_create_deployment', { app_id });
    await me.pass(200);
    expect(await me.ask('apps_list_job_invocations', { app_id })).toMatchObject({ items: [] });
  });
});

describe('an uptime check', () => {
  it('"Is the shop up?": a new check says so after its first measurement', async () => {
    const me = await meetPerson(everything);
    const check = await me.ask('uptime_create_check', {
      name: 'shop',
      type: 'https',
      target: 'https://example.com',
      regions: ['us_east'],
      enabled: true,
    });
    await me.pass(90);
    const check_id = textAt(check, 'id');
    expect(await me.ask('uptime_get_check_state', { check_id })).toMatchObject({
      regions: { us_east: { status: 'UP' } },
    });
  });
});
