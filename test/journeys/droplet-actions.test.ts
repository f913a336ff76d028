// Journeys about acting on a Droplet: resizing, backing up, rebuilding, and what can go wrong.
import { describe, expect, it } from 'vitest';
import { meetPerson, objectsAt } from './person.ts';

describe('acting on a Droplet', () => {
  it('"Give web-02 more memory and a larger disk"', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'web-02');
    const larger = { droplet_id, type: 'resize', size: 's-2vcpu-4gb', disk: true };

    const running = await me.refused('droplet_actions_post', larger);
    expect(running).toMatchObject({ status: 422 });
    expect(running.message).toMatch(/Power the Droplet off/);
    expect(
      await me.ask('droplet_actions_post', { droplet_id, type: 'shutdown', wait_seconds: 45 }),
    ).toMatchObject({ type: 'shutdown', status: 'completed' });
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({ status: 'off' });

    const heard: string[] = [];
    const resize = await me.ask(
      'droplet_actions_post',
      { ...larger, wait_seconds: 45 },
      { hear: (message) => heard.push(message) },
    );
    expect(resize).toMatchObject({ type: 'resize', state: 'in-progress' });
    expect(resize['note']).toMatch(/Not finished after 45 seconds/);
    expect(resize['next']).toMatch(
      /^Call droplet_actions_get with droplet_id \d+ and action_id \d+/,
    );
    expect(heard.length).toBeGreaterThan(2);
    expect(heard.at(-1)).toMatch(/action is in-progress/);

    expect(
      await me.ask('droplet_actions_get', {
        droplet_id,
        action_id: resize['id'],
        wait_seconds: 45,
      }),
    ).toMatchObject({ status: 'completed' });
    await me.ask('droplet_actions_post', { droplet_id, type: 'power_on', wait_seconds: 45 });
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({
      status: 'active',
      size_slug: 's-2vcpu-4gb',
      memory: 4096,
      disk: 80,
    });

    await me.ask('droplet_actions_post', { droplet_id, type: 'power_off', wait_seconds: 45 });
    const back = await me.refused('droplet_actions_post', { ...larger, size: 's-1vcpu-2gb' });
    expect(back.message).toMatch(/disk can never shrink/);
    const history = await me.every('droplet_actions_list', { droplet_id, fields: ['type'] });
    expect(history.slice(0, 4).map(({ type }) => type)).toEqual([
      'power_off',
      'power_on',
      'resize',
      'shutdown',
    ]);
  });

  it('"Turn web-02 off and straight on again" waits for its turn instead of failing', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'web-02');
    const off = await me.ask('droplet_actions_post', { droplet_id, type: 'power_off' });
    // One Droplet does one thing at a time, so DigitalOcean refuses the second until the first has ended.
    const on = await me.ask('droplet_actions_post', {
      droplet_id,
      type: 'power_on',
      wait_seconds: 45,
    });
    expect(on).toMatchObject({ type: 'power_on', status: 'completed' });
    expect(await me.ask('droplet_actions_get', { droplet_id, action_id: off['id'] })).toMatchObject(
      { type: 'power_off', status: 'completed' },
    );
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({ status: 'active' });
    const path = `POST /v2/droplets/${String(droplet_id)}/actions`;
    expect(me.requests.filter((request) => request === path).length).toBeGreaterThan(2);
  });

  it('"Turn staging on" in the middle of a long resize says that something is still going on', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'staging-01');
    const resize = await me.ask('droplet_actions_post', {
      droplet_id,
      type: 'resize',
      size: 's-2vcpu-2gb',
    });
    const busy = await me.refused('droplet_actions_post', { droplet_id, type: 'power_on' });
    expect(busy).toMatchObject({ status: 422 });
    expect(busy.message).toMatch(/pending event/);
    await me.until(
      'droplet_actions_get',
      { droplet_id, action_id: resize['id'] },
      'status',
      'completed',
    );
    await me.ask('droplet_actions_post', { droplet_id, type: 'power_on', wait_seconds: 45 });
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({
      status: 'active',
      size_slug: 's-2vcpu-2gb',
      // Without being asked for it, the disk stays as it is.
      disk: 25,
    });
  });

  it('"Take a snapshot of web-02 now, back it up every Sunday from today on, then rename it"', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'web-02');
    const act = (given: Record<string, unknown>) =>
      me.ask('droplet_actions_post', { droplet_id, wait_seconds: 45, ...given });

    const snapshot = await act({ type: 'snapshot', name: 'web-02-today' });
    await me.until(
      'droplet_actions_get',
      { droplet_id, action_id: snapshot['id'] },
      'status',
      'completed',
    );
    expect(
      (await me.every('droplets_list_snapshots', { droplet_id })).map(({ name }) => name),
    ).toEqual(['web-02-before-upgrade', 'web-02-today']);

    await act({
      type: 'enable_backups',
      backup_policy: { plan: 'weekly', weekday: 'SUN', hour: 4 },
    });
    const backedUp = await me.ask('droplets_get', { droplet_id });
    expect(backedUp['features']).toContain('backups');
    // The clock of this journey starts on a Tuesday; the next Sunday is the 29th.
    expect(backedUp['next_backup_window']).toMatchObject({ start: '2026-11-29T04:00:00Z' });
    const again = await me.refused('droplet_actions_post', { droplet_id, type: 'enable_backups' });
    expect(again.message).toMatch(/already enabled/);
    await act({ type: 'change_backup_policy', backup_policy: { plan: 'daily', hour: 20 } });
    expect(await me.ask('droplets_get', { droplet_id })).toMatchObject({
      next_backup_window: { start: '2026-11-24T20:00:00Z' },
    });
    await act({ type: 'disable_backups' });
    expect((await me.ask('droplets_get', { droplet_id }))['features']).not.toContain('backups');

    await act({ type: 'rename', name: 'web-two' });
    expect(await me.named('droplets_list', 'web-two')).toMatchObject({ id: droplet_id });
  });

  it('"Rebuild staging from Debian" needs a token that may overwrite disks', async () => {
    const everyday = await meetPerson({ scopes: 'droplet:read,droplet:update' });
    expect(await everyday.choices('droplet_actions_post', 'type')).not.toContain('rebuild');
    const staging = await everyday.named('droplets_list', 'staging-01');
    const rebuild = { droplet_id: staging['id'], type: 'rebuild', image: 'debian-12-x64' };
    const no = await everyday.refused('droplet_actions_post', rebuild);
    expect(no).toMatchObject({ status: null, code: 'missing_scope' });
    expect(no.missing_scopes).toContain('droplet:admin');

    const admin = await meetPerson({
      scopes: 'droplet:read,droplet:update,droplet:admin,image:read',
    });
    expect(await admin.choices('droplet_actions_post', 'type')).toContain('rebuild');
    const started = await admin.ask('droplet_actions_post', rebuild);
    expect(started['next']).toContain('droplet_actions_get');
    await admin.until(
      'droplet_actions_get',
      { droplet_id: staging['id'], action_id: started['id'] },
      'status',
      'completed',
    );
    expect(await admin.ask('droplets_get', { droplet_id: staging['id'] })).toMatchObject({
      status: 'active',
      image: { slug: 'debian-12-x64' },
    });
  });

  it('"Rebuild staging" waits for a person when the owner wants to be asked', async () => {
    const me = await meetPerson({ argv: ['--confirm', 'ask'] });
    const { id: droplet_id } = await me.named('droplets_list', 'staging-01');
    const no = await me.refused('droplet_actions_post', {
      droplet_id,
      type: 'rebuild',
      image: 'debian-12-x64',
    });
    expect(no).toMatchObject({ status: null, code: 'approval_pending' });
    await me.ask('droplet_actions_post', { droplet_id, type: 'power_on' });
    expect(await me.every('droplet_actions_list', { droplet_id, max_items: 1 })).toEqual([
      expect.objectContaining({ type: 'power_on' }),
    ]);
  });

  it('"Reboot web-02" that fails on the way is told as a failure', async () => {
    const me = await meetPerson();
    const { id: droplet_id } = await me.named('droplets_list', 'web-02');
    me.faults.add({ action_errors: 'reboot' });
    const failed = await me.refused('droplet_actions_post', {
      droplet_id,
      type: 'reboot',
      wait_seconds: 45,
    });
    expect(failed).toMatchObject({ code: 'work_failed' });
    expect(failed.message).toMatch(/errored/);
    expect(
      objectsAt(await me.ask('droplet_actions_list', { droplet_id, max_items: 1 }), 'items'),
    ).toEqual([expect.objectContaining({ type: 'reboot', status: 'errored' })]);
  });

  it('"Reboot server 12345" says where to look when there is no such server', async () => {
    const me = await meetPerson();
    const droplet = await me.refused('droplet_actions_post', { droplet_id: 12345, type: 'reboot' });
    expect(droplet).toMatchObject({ status: 404 });
    expect(droplet.next).toContain('droplets_list');
    const { id: droplet_id } = await me.named('droplets_list', 'web-01');
    const action = await me.refused('droplet_actions_get', { droplet_id, action_id: 12345 });
    expect(action.next).toContain('droplet_actions_list');
    const sizeless = await me.refused('droplet_actions_post', { droplet_id, type: 'resize' });
    expect(sizeless).toMatchObject({ code: 'invalid_arguments' });
    expect(sizeless.message).toContain('size');
  });
});
