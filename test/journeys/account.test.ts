// Journeys about the account itself: whose it is, what it may hold, what happened in it.
import { describe, expect, it } from 'vitest';
import { meetPerson, numberAt, objectsAt } from './person.ts';

const small = { size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64', region: 'nyc3' };
const names = (count: number, prefix: string) =>
  Array.from({ length: count }, (_, index) => `${prefix}-${index + 1}`);

describe('the account', () => {
  it('"Whose account is this, and fill it up with as many Droplets as I may have"', async () => {
    const me = await meetPerson();
    const account = await me.ask('account_get');
    expect(account).toMatchObject({
      email: 'sam@example.com',
      status: 'active',
      team: { name: 'Sandbox Team' },
    });
    const limit = numberAt(account, 'droplet_limit');
    const before = await me.ask('droplets_list', { fields: ['id'] });
    const room = limit - numberAt(before, 'total');
    expect(room).toBe(19);

    const first = await me.ask('droplets_create', { ...small, names: names(10, 'first') });
    // Whose account was changed is said with the change.
    expect(first['account']).toBe('Sandbox Team');
    await me.ask('droplets_create', { ...small, names: names(room - 10, 'second') });

    const full = await me.refused('droplets_create', { ...small, name: 'one-too-many' });
    expect(full).toMatchObject({ status: 422, code: 'unprocessable_entity' });
    expect(full.message).toMatch(/Droplet limit/);
    const nodes = await me.refused('kubernetes_create_cluster', {
      name: 'too-much',
      region: 'nyc3',
      version: 'latest',
      node_pools: [{ name: 'pool', size: 's-2vcpu-4gb', count: 1 }],
    });
    expect(nodes.message).toMatch(/Droplet limit/);
    expect(await me.ask('droplets_list', { fields: ['id'] })).toMatchObject({ total: limit });

    const [spare] = await me.every('droplets_list', { name: 'second-1' });
    await me.ask('droplets_destroy', {
      droplet_id: numberAt(spare ?? {}, 'id'),
      wait_seconds: 45,
    });
    await me.ask('droplets_create', { ...small, name: 'fits-again' });
    expect(await me.ask('droplets_list', { fields: ['id'] })).toMatchObject({ total: limit });
  });

  it('"What has been done in my account lately?"', async () => {
    const me = await meetPerson();
    const { id } = await me.named('droplets_list', 'web-02');
    const reboot = await me.ask('droplet_actions_post', {
      droplet_id: id,
      type: 'reboot',
      wait_seconds: 45,
    });
    const latest = await me.ask('actions_list', { max_items: 1 });
    expect(objectsAt(latest, 'items')).toEqual([
      expect.objectContaining({
        id: reboot['id'],
        type: 'reboot',
        status: 'completed',
        resource_id: id,
        resource_type: 'droplet',
      }),
    ]);
    const reported = numberAt(latest, 'total');
    const all = await me.every('actions_list', { max_items: 1000 });
    expect(all).toHaveLength(reported);
    const times = all.map((action) => String(action['started_at']));
    expect(times).toEqual([...times].sort().reverse());
    expect(await me.ask('actions_get', { action_id: reboot['id'] })).toMatchObject({
      status: 'completed',
    });
    const missing = await me.refused('actions_get', { action_id: 1 });
    expect(missing).toMatchObject({ status: 404, code: 'not_found' });
    expect(missing.next).toContain('actions_list');
  });

  it('"This token may only look at the account: what can you do for me?"', async () => {
    const me = await meetPerson({ scopes: 'account:read' });
    expect(await me.tools()).toEqual(['account_get']);
    const account = await me.ask('account_get');
    expect(account).toMatchObject({ email: 'sam@example.com' });
    // How many Droplets there may be is shown to whoever may read Droplets.
    expect(account).not.toHaveProperty('droplet_limit');
    expect(await me.refused('droplets_list')).toMatchObject({
      status: null,
      code: 'missing_scope',
      missing_scopes: ['droplet:read'],
    });
    expect(me.requests.filter((request) => request.includes('/droplets'))).toEqual([]);
  });
});
