// Journeys about volumes: room for data, moved from one server to another, and given up only when it is free.
import { describe, expect, it } from 'vitest';
import { meetPerson, textAt } from './person.ts';

describe('a volume', () => {
  it('"Give web-01 another 50 GB of space, and make it 80 when that is not enough"', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'web-01');
    const volume = await me.ask('volumes_create', {
      name: 'web-data',
      region: 'nyc3',
      size_gigabytes: 50,
      filesystem_type: 'ext4',
      filesystem_label: 'web-data',
      tags: ['web'],
    });
    expect(volume).toMatchObject({ size_gigabytes: 50, droplet_ids: [], tags: ['web'] });
    const volume_id = textAt(volume, 'id');
    const attached = await me.ask('volume_actions_post_by_id', {
      volume_id,
      type: 'attach',
      droplet_id,
      wait_seconds: 45,
    });
    expect(attached).toMatchObject({ type: 'attach_volume', status: 'completed' });
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({
      volume_ids: [volume_id],
    });

    const smaller = await me.refused('volume_actions_post_by_id', {
      volume_id,
      type: 'resize',
      size_gigabytes: 40,
    });
    expect(smaller.message).toMatch(/only grow/);
    const resize = await me.ask('volume_actions_post_by_id', {
      volume_id,
      type: 'resize',
      size_gigabytes: 80,
    });
    expect(resize['next']).toContain('volume_actions_get');
    expect(
      await me.ask('volume_actions_get', {
        volume_id,
        action_id: resize['id'],
        wait_seconds: 45,
      }),
    ).toMatchObject({ status: 'completed' });
    expect(await me.ask('volumes_get', { volume_id })).toMatchObject({
      size_gigabytes: 80,
      droplet_ids: [droplet_id],
    });
    const history = await me.every('volume_actions_list', { volume_id, fields: ['type'] });
    expect(history).toEqual([{ type: 'resize' }, { type: 'attach_volume' }]);
  });

  it('"Delete the uploads volume" is refused while a server uses it', async () => {
    const me = await meetPerson();
    const { id: volume_id } = await me.named('volumes_list', 'uploads');
    const { id: droplet_id } = await me.named('droplets_list', 'jobs-01');
    const attached = await me.refused('volumes_delete', { volume_id });
    expect(attached).toMatchObject({ status: 409, code: 'conflict' });
    expect(attached.message).toContain('attached volume cannot be deleted');
    const named = { name: 'uploads', region: 'nyc3' };
    expect(await me.refused('volumes_delete_by_name', named)).toMatchObject({ status: 409 });

    await me.ask('volume_actions_post', {
      volume_name: 'uploads',
      region: 'nyc3',
      type: 'detach',
      droplet_id,
      wait_seconds: 45,
    });
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({ volume_ids: [] });
    expect(await me.ask('volumes_delete', { volume_id })).toMatchObject({
      deleted: true,
      id: volume_id,
    });
    const gone = await me.refused('volumes_get', { volume_id });
    expect(gone).toMatchObject({ status: 404 });
    expect(gone.next).toContain('volumes_list');
    // What was saved of it before stays.
    expect((await me.every('snapshots_list', { resource_type: 'volume' })).length).toBe(1);
    expect(await me.refused('volumes_delete_by_name', named)).toMatchObject({ status: 404 });
  });

  it('"Move the uploads from the jobs server to web-02"', async () => {
    const me = await meetPerson();
    const { id: volume_id } = await me.named('volumes_list', 'uploads', { region: 'nyc3' });
    const { id: jobs } = await me.named('droplets_list', 'jobs-01');
    const { id: web } = await me.named('droplets_list', 'web-02');
    const { id: frankfurt } = await me.named('droplets_list', 'staging-01');
    const act = { volume_id, wait_seconds: 45 };

    const held = await me.refused('volume_actions_post_by_id', {
      ...act,
      type: 'attach',
      droplet_id: web,
    });
    expect(held).toMatchObject({ status: 422 });
    expect(held.message).toMatch(/already attached/);
    await me.ask('volume_actions_post_by_id', { ...act, type: 'detach', droplet_id: jobs });
    const far = await me.refused('volume_actions_post_by_id', {
      ...act,
      type: 'attach',
      droplet_id: frankfurt,
    });
    expect(far.message).toMatch(/nyc3.*fra1/);
    await me.ask('volume_actions_post_by_id', { ...act, type: 'attach', droplet_id: web });
    expect(await me.ask('volumes_get', { volume_id })).toMatchObject({ droplet_ids: [web] });
  });

  it('"A new server with a new disk" takes the volume along from the start', async () => {
    const me = await meetPerson();
    const named = { name: 'cache', region: 'nyc3', size_gigabytes: 10 };
    const volume = await me.ask('volumes_create', named);
    expect(await me.refused('volumes_create', named)).toMatchObject({ status: 409 });
    const label = await me.refused('volumes_create', {
      ...named,
      name: 'labelled',
      filesystem_label: 'x',
    });
    expect(label).toMatchObject({ status: null, code: 'invalid_arguments' });
    expect(label.message).toContain('filesystem_type');
    const droplet = await me.ask('droplets_create', {
      name: 'cached-01',
      region: 'nyc3',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
      volumes: [volume['id']],
      wait_seconds: 45,
    });
    expect(droplet).toMatchObject({ status: 'active', volume_ids: [volume['id']] });
    expect(await me.ask('volumes_get', { volume_id: volume['id'] })).toMatchObject({
      droplet_ids: [droplet['id']],
    });
  });
});
