// Droplet actions: what each does, when it is refused, and where it is read.
import { describe, expect, it } from 'vitest';
import { createWorld } from './world.ts';

const droplet = { name: 'new-01', region: 'nyc3', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };

const found = (body: { droplets: { id: number; name: string }[] }, name: string): number =>
  body.droplets.find((it) => it.name === name)?.id ?? 0;

describe('a Droplet action', () => {
  const world = () => {
    const it = createWorld();
    const act = async (body: object, name = 'web-02') => {
      const id = found((await it.send('GET', '/v2/droplets')).body, name);
      return it.send('POST', `/v2/droplets/${id}/actions`, body);
    };
    const read = async (name = 'web-02') =>
      (await it.send('GET', `/v2/droplets?name=${name}`)).body.droplets[0];
    return { ...it, act, read };
  };

  it('keeps others waiting while it runs', async () => {
    const { act, pass } = world();
    expect((await act({ type: 'reboot' })).status).toBe(201);
    const second = await act({ type: 'reboot' });
    expect([second.status, second.body.message]).toEqual([
      422,
      'Droplet already has a pending event.',
    ]);
    pass(20);
    expect((await act({ type: 'reboot' })).status).toBe(201);
  });

  it('power_off turns off what is on, and only that', async () => {
    const { act, pass, read } = world();
    await act({ type: 'power_off' });
    pass(10);
    expect((await read()).status).toBe('off');
    const again = await act({ type: 'power_off' });
    expect([again.status, again.body.message]).toEqual([422, 'Droplet is already powered off.']);
    await act({ type: 'power_on' });
    pass(10);
    expect((await read()).status).toBe('active');
  });

  it('power_on of a running Droplet is an action like any other', async () => {
    const { act, pass, read } = world();
    expect((await act({ type: 'power_on' })).status).toBe(201);
    pass(10);
    expect((await read()).status).toBe('active');
  });

  it('shutdown can complete and leave the Droplet on, as a system that ignores it does', async () => {
    const { act, pass, read, send } = world();
    await send('POST', '/_simulation/faults', { action_changes_nothing: 'shutdown' });
    const { id } = (await act({ type: 'shutdown' })).body.action;
    pass(15);
    expect((await send('GET', `/v2/actions/${id}`)).body.action.status).toBe('completed');
    expect((await read()).status).toBe('active');
    await act({ type: 'shutdown' });
    pass(15);
    expect((await read()).status).toBe('off');
  });

  it('resize needs a Droplet that is off, and keeps the disk unless told otherwise', async () => {
    const { act, pass, read } = world();
    expect((await act({ type: 'resize', size: 's-2vcpu-2gb' })).status).toBe(422);
    await act({ type: 'power_off' });
    pass(10);
    await act({ type: 'resize', size: 's-2vcpu-2gb' });
    pass(60);
    expect(await read()).toMatchObject({ size_slug: 's-2vcpu-2gb', vcpus: 2, disk: 50 });
    await act({ type: 'resize', size: 's-2vcpu-4gb', disk: true });
    pass(60);
    expect(await read()).toMatchObject({ disk: 80 });
    expect((await act({ type: 'resize', size: 's-1vcpu-1gb' })).status).toBe(422);
  });

  it('snapshot makes an image that a new Droplet can start from', async () => {
    const { act, pass, read, send } = world();
    await act({ type: 'snapshot', name: 'golden' });
    expect((await read()).snapshot_ids).toHaveLength(1);
    pass(60);
    const [, id] = (await read()).snapshot_ids;
    expect((await send('GET', `/v2/images/${id}`)).body.image).toMatchObject({
      name: 'golden',
      public: false,
    });
    const made = await send('POST', '/v2/droplets', { ...droplet, size: 's-1vcpu-2gb', image: id });
    expect(made.status).toBe(202);
    const elsewhere = await send('POST', '/v2/droplets', {
      ...droplet,
      size: 's-1vcpu-2gb',
      image: id,
      region: 'fra1',
    });
    expect(elsewhere.status).toBe(422);
  });

  it('rename, rebuild and enable_ipv6 show their effect', async () => {
    const { act, pass, read } = world();
    await act({ type: 'rebuild', image: 'debian-13-x64' });
    pass(60);
    await act({ type: 'enable_ipv6' });
    pass(60);
    expect(await read()).toMatchObject({ image: { slug: 'debian-13-x64' } });
    expect((await read()).networks.v6).toHaveLength(1);
    expect((await act({ type: 'enable_ipv6' })).status).toBe(422);
    await act({ type: 'rename', name: 'web-two' });
    pass(60);
    expect((await read('web-two')).name).toBe('web-two');
  });

  it('on backups turns them on, changes them and turns them off', async () => {
    const { act, pass, read } = world();
    expect(
      (await act({ type: 'change_backup_policy', backup_policy: { plan: 'daily' } })).status,
    ).toBe(422);
    await act({
      type: 'enable_backups',
      backup_policy: { plan: 'weekly', weekday: 'MON', hour: 4 },
    });
    pass(10);
    expect((await read()).next_backup_window).toEqual({
      start: '2026-11-30T04:00:00Z',
      end: '2026-11-30T08:00:00Z',
    });
    await act({ type: 'change_backup_policy', backup_policy: { plan: 'daily', hour: 20 } });
    pass(10);
    expect((await read()).next_backup_window.start).toBe('2026-11-24T20:00:00Z');
    await act({ type: 'disable_backups' });
    pass(10);
    expect((await read()).next_backup_window).toBeNull();
  });

  it('restore takes only what was made of the same Droplet', async () => {
    const { act, read } = world();
    const [backup] = (await read('web-01')).backup_ids;
    expect((await act({ type: 'restore', image: backup })).status).toBe(422);
    expect((await act({ type: 'restore', image: backup }, 'web-01')).status).toBe(201);
  });

  it('of an unknown type is refused', async () => {
    const { act } = world();
    expect((await act({ type: 'explode' })).status).toBe(422);
    expect((await act({ type: 'constructor' })).status).toBe(422);
    expect((await act({})).status).toBe(422);
  });

  it('by tag reaches every Droplet of the tag, or none', async () => {
    const { act, pass, read, send } = world();
    await act({ type: 'power_off' });
    pass(10);
    const some = await send('POST', '/v2/droplets/actions?tag_name=web', { type: 'power_off' });
    expect(some.status).toBe(422);
    expect((await read('web-01')).status).toBe('active');
    const all = await send('POST', '/v2/droplets/actions?tag_name=web', { type: 'power_cycle' });
    expect(all.status).toBe(201);
    expect(all.body.actions).toHaveLength(2);
  });

  it('is read through the Droplet as well as through all actions, newest first', async () => {
    const { act, send } = world();
    const { action } = (await act({ type: 'reboot' })).body;
    const path = `/v2/droplets/${action.resource_id}/actions`;
    expect((await send('GET', path)).body.actions[0].id).toBe(action.id);
    expect((await send('GET', `${path}/${action.id}`)).body.action).toEqual(
      (await send('GET', `/v2/actions/${action.id}`)).body.action,
    );
    expect((await send('GET', `/v2/droplets/500000001/actions/${action.id}`)).status).toBe(404);
  });
});
