// Volumes and snapshots.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const world = async () => {
  const it = createWorld();
  const one = async (name: string) =>
    (await it.send('GET', `/v2/volumes?name=${name}`)).body.volumes[0];
  const droplet = async (name: string): Promise<number> =>
    (await it.send('GET', `/v2/droplets?name=${name}`)).body.droplets[0].id;
  return { ...it, one, droplet };
};

describe('a volume', () => {
  it('is ready at once', async () => {
    const { send } = await world();
    const reply = await send('POST', '/v2/volumes', {
      name: 'v',
      region: 'nyc3',
      size_gigabytes: 5,
    });
    expect(reply.status).toBe(201);
    expect(reply.body.volume).toMatchObject({ name: 'v', size_gigabytes: 5, droplet_ids: [] });
  });

  it.each([
    ['no size', { size_gigabytes: null }, 422],
    ['too large a size', { size_gigabytes: 16_385 }, 422],
    ['a name in upper case', { name: 'V' }, 422],
    ['an unknown region', { region: 'mars1' }, 422],
    ['a label without a filesystem', { filesystem_label: 'x' }, 422],
    [
      'a label too long for xfs',
      { filesystem_type: 'xfs', filesystem_label: 'thirteenchars' },
      422,
    ],
    ['a name that the region has', { name: 'uploads' }, 409],
    ['an unknown snapshot', { snapshot_id: 'nothing' }, 404],
  ])('with %s is refused', async (_, change, status) => {
    const { send } = await world();
    const reply = await send('POST', '/v2/volumes', {
      name: 'v',
      region: 'nyc3',
      size_gigabytes: 5,
      ...change,
    });
    expect(reply.status).toBe(status);
  });

  it('beyond the account’s capacity is refused with 403', async () => {
    const { send } = createWorld({ seedData: { account: { volume_limit: 0 } } });
    const reply = await send('POST', '/v2/volumes', {
      name: 'v',
      region: 'nyc3',
      size_gigabytes: 5,
    });
    expect(reply.status).toBe(403);
    expect(reply.body.message).toContain('capacity limit exceeded');
  });

  it('is attached by an action that takes a moment', async () => {
    const { send, pass, one, droplet } = await world();
    const { volume } = (
      await send('POST', '/v2/volumes', { name: 'v', region: 'nyc3', size_gigabytes: 5 })
    ).body;
    const id = await droplet('web-01');
    const path = `/v2/volumes/${volume.id}/actions`;
    const started = await send('POST', path, { type: 'attach', droplet_id: id });
    expect(started.status).toBe(202);
    expect(started.body.action).toMatchObject({ status: 'in-progress', resource_type: 'volume' });
    expect((await one('v')).droplet_ids).toEqual([]);
    pass(5);
    expect((await send('GET', `${path}/${started.body.action.id}`)).body.action.status).toBe(
      'completed',
    );
    expect((await one('v')).droplet_ids).toEqual([id]);
    expect((await send('GET', `/v2/droplets/${id}`)).body.droplet.volume_ids).toEqual([volume.id]);
  });

  it('that is attached can neither be attached again nor deleted', async () => {
    const { send, one, droplet } = await world();
    const { id } = await one('uploads');
    const again = await send('POST', `/v2/volumes/${id}/actions`, {
      type: 'attach',
      droplet_id: await droplet('web-01'),
    });
    expect([again.status, again.body.message]).toEqual([422, 'This volume is already attached']);
    const gone = await send('DELETE', `/v2/volumes/${id}`);
    expect([gone.status, gone.body.message]).toEqual([409, 'attached volume cannot be deleted']);
    expect((await send('DELETE', '/v2/volumes?name=uploads&region=nyc3')).status).toBe(409);
  });

  it('that is not attached cannot be detached', async () => {
    const { send, droplet } = await world();
    const reply = await send('POST', '/v2/volumes/actions', {
      type: 'detach',
      volume_name: 'scratch',
      region: 'fra1',
      droplet_id: await droplet('staging-01'),
    });
    expect([reply.status, reply.body.message]).toEqual([422, 'Attachment not found']);
  });

  it('stays in its region', async () => {
    const { send, one, droplet } = await world();
    const reply = await send('POST', `/v2/volumes/${(await one('scratch')).id}/actions`, {
      type: 'attach',
      droplet_id: await droplet('web-01'),
    });
    expect(reply.status).toBe(422);
  });

  it('waits while its Droplet is busy', async () => {
    const { send, pass, one, droplet } = await world();
    const id = await droplet('staging-01');
    await send('POST', `/v2/droplets/${id}/actions`, { type: 'power_on' });
    const path = `/v2/volumes/${(await one('scratch')).id}/actions`;
    const busy = await send('POST', path, { type: 'attach', droplet_id: id });
    expect([busy.status, busy.body.message]).toEqual([422, 'Droplet already has a pending event.']);
    pass(15);
    expect((await send('POST', path, { type: 'attach', droplet_id: id })).status).toBe(202);
  });

  it('grows and never shrinks', async () => {
    const { send, pass, one } = await world();
    const path = `/v2/volumes/${(await one('scratch')).id}/actions`;
    expect((await send('POST', path, { type: 'resize', size_gigabytes: 10 })).status).toBe(422);
    await send('POST', path, { type: 'resize', size_gigabytes: 40 });
    pass(5);
    expect((await one('scratch')).size_gigabytes).toBe(40);
  });

  it('is deleted by name and region, both given', async () => {
    const { send, one } = await world();
    expect((await send('DELETE', '/v2/volumes?name=scratch')).status).toBe(422);
    expect((await send('DELETE', '/v2/volumes?name=scratch&region=fra1')).status).toBe(204);
    expect(await one('scratch')).toBeUndefined();
  });
});

describe('a snapshot', () => {
  it('of a volume can be taken once in ten minutes, under a name of its own', async () => {
    const { send, pass, one } = await world();
    const path = `/v2/volumes/${(await one('scratch')).id}/snapshots`;
    expect((await send('POST', path, { name: 'a' })).status).toBe(201);
    expect((await send('POST', path, { name: 'a' })).status).toBe(409);
    expect((await send('POST', path, { name: 'b' })).status).toBe(422);
    pass(600);
    expect((await send('POST', path, { name: 'b' })).status).toBe(201);
  });

  it('of a volume outlives it and makes another one', async () => {
    const { send } = await world();
    const [snapshot] = (await send('GET', '/v2/snapshots?resource_type=volume')).body.snapshots;
    const made = await send('POST', '/v2/volumes', {
      name: 'again',
      region: 'nyc3',
      snapshot_id: snapshot.id,
    });
    expect(made.body.volume.size_gigabytes).toBe(100);
  });

  it.each([1, 500])(
    'of a volume decides the new one’s size, whatever is asked for (%i)',
    async (size) => {
      const { send } = await world();
      const [snapshot] = (await send('GET', '/v2/snapshots?resource_type=volume')).body.snapshots;
      const made = await send('POST', '/v2/volumes', {
        name: 'sized',
        region: 'nyc3',
        snapshot_id: snapshot.id,
        size_gigabytes: size,
      });
      expect([made.status, made.body.volume.size_gigabytes]).toEqual([201, 100]);
    },
  );

  it('is listed by kind, with text for its id', async () => {
    const { send } = await world();
    const ofDroplets = (await send('GET', '/v2/snapshots?resource_type=droplet')).body;
    expect(ofDroplets.meta.total).toBe(1);
    expect(ofDroplets.snapshots[0].id).toBe('200000002');
    expect((await send('GET', '/v2/snapshots/200000002')).body.snapshot.resource_type).toBe(
      'droplet',
    );
  });

  it('asked for by the id of an ordinary image is a bad request, by no id at all not found', async () => {
    const { send } = await world();
    const [image] = (await send('GET', '/v2/images?type=distribution')).body.images;
    expect((await send('GET', `/v2/snapshots/${image.id}`)).status).toBe(400);
    expect((await send('GET', '/v2/snapshots/1')).status).toBe(404);
    expect((await send('DELETE', `/v2/snapshots/${image.id}`)).status).toBe(400);
  });
});
