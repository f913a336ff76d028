// Journeys about snapshots: taking stock of them, starting anew from them, clearing them away.
import { describe, expect, it } from 'vitest';
import { meetPerson, numberAt, textAt } from './person.ts';

describe('snapshots', () => {
  it('"Which snapshots do I pay for? Delete the one of web-02, and leave web-02 alone"', async () => {
    const me = await meetPerson();
    const all = await me.every('snapshots_list');
    expect(all.map(({ name, resource_type }) => [name, resource_type])).toEqual([
      ['web-02-before-upgrade', 'droplet'],
      ['uploads-weekly', 'volume'],
    ]);
    const ofDroplet = await me.named('snapshots_list', 'web-02-before-upgrade', {
      resource_type: 'droplet',
    });
    const { id: droplet_id } = await me.named('droplets_list', 'web-02');
    expect(ofDroplet).toMatchObject({ resource_id: String(droplet_id), regions: ['nyc3'] });

    const snapshot_id = textAt(ofDroplet, 'id');
    expect(await me.ask('snapshots_get', { snapshot_id })).toMatchObject({
      name: 'web-02-before-upgrade',
    });
    expect(await me.ask('snapshots_delete', { snapshot_id })).toMatchObject({
      deleted: true,
      id: snapshot_id,
    });
    const gone = await me.refused('snapshots_get', { snapshot_id });
    expect(gone).toMatchObject({ status: 404, code: 'not_found' });
    expect(gone.next).toContain('snapshots_list');
    expect(await me.every('droplets_list_snapshots', { droplet_id })).toEqual([]);
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({
      status: 'active',
      snapshot_ids: [],
    });
    expect(await me.every('images_list', { private: true })).not.toContainEqual(
      expect.objectContaining({ name: 'web-02-before-upgrade' }),
    );
  });

  it('"Clone web-01": a snapshot becomes a second server', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'web-01');
    const started = await me.ask('droplet_actions_post', {
      droplet_id,
      type: 'snapshot',
      name: 'web-01-golden',
    });
    await me.until(
      'droplet_actions_get',
      { droplet_id, action_id: started['id'] },
      'status',
      'completed',
    );
    const snapshot = await me.named('snapshots_list', 'web-01-golden');
    const image_id = Number(textAt(snapshot, 'id'));
    expect(await me.ask('images_get', { image_id: String(image_id) })).toMatchObject({
      name: 'web-01-golden',
      type: 'snapshot',
      public: false,
    });
    // A disk of 50 GB does not fit on the smallest size.
    const clone = { name: 'web-01-clone', region: 'nyc3', image: image_id };
    const small = await me.refused('droplets_create', { ...clone, size: 's-1vcpu-1gb' });
    expect(small.message).toMatch(/disk of 50 GB/);
    const far = await me.refused('droplets_create', {
      ...clone,
      size: 's-1vcpu-2gb',
      region: 'fra1',
    });
    expect(far.message).toMatch(/not in region fra1/);
    const made = await me.ask('droplets_create', {
      ...clone,
      size: 's-1vcpu-2gb',
      wait_seconds: 45,
    });
    expect(made).toMatchObject({ status: 'active', image: { id: image_id } });
    // The server lives on when what it was made from is deleted.
    await me.ask('snapshots_delete', { snapshot_id: String(image_id) });
    expect(await me.ask('droplets_get', { droplet_id: made['id'] })).toMatchObject({
      status: 'active',
    });
  });

  it('"Restore last week\'s uploads beside today\'s"', async () => {
    const me = await meetPerson();
    const snapshot = await me.named('snapshots_list', 'uploads-weekly', {
      resource_type: 'volume',
    });
    const least = numberAt(snapshot, 'min_disk_size');
    const order = { name: 'uploads-restored', region: 'nyc3', snapshot_id: snapshot['id'] };
    // The size asked for does not count: the snapshot's does.
    const volume = await me.ask('volumes_create', { ...order, size_gigabytes: least - 1 });
    expect(volume).toMatchObject({ size_gigabytes: 100, droplet_ids: [] });
    await me.ask('snapshots_delete', { snapshot_id: snapshot['id'] });
    expect((await me.every('volumes_list')).map(({ name }) => name)).toEqual([
      'uploads',
      'scratch',
      'uploads-restored',
    ]);
  });

  it('"Clear away old snapshots" of volumes needs the scope for those', async () => {
    const me = await meetPerson({ scopes: 'snapshot:read,snapshot:delete,image:delete' });
    const ofVolume = await me.named('snapshots_list', 'uploads-weekly');
    const no = await me.refused('snapshots_delete', { snapshot_id: ofVolume['id'] });
    expect(no).toMatchObject({ status: 403, code: 'forbidden' });
    const ofDroplet = await me.named('snapshots_list', 'web-02-before-upgrade');
    await me.ask('snapshots_delete', { snapshot_id: ofDroplet['id'] });
    expect((await me.every('snapshots_list')).map(({ name }) => name)).toEqual(['uploads-weekly']);
  });
});
