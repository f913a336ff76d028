// What is given back: by deleting and making smaller, in whatever way things go, and never what still costs.
import { describe, expect, it } from 'vitest';
import { connectSpender, droplet, free, outcomeOf } from './spender.ts';

const spender = (usd: number) => connectSpender({ policy: { ...free, max_monthly_usd: usd } });

describe('a budget is given back', () => {
  it('by making smaller, as much as was added and no more', async () => {
    const { call, left, clock } = await spender(30);
    const made = await call('load_balancers_create', balancer(1));
    const id = made.answer['id'];
    expect(await left()).toBe(18);
    await clock.advance(3_700_000);
    expect(outcomeOf(await call('load_balancers_update', { lb_id: id, ...balancer(2) }))).toBe(
      'done',
    );
    expect(await left()).toBe(6);
    await clock.advance(3_700_000);
    expect(outcomeOf(await call('load_balancers_update', { lb_id: id, ...balancer(4) }))).toBe(
      'over_budget',
    );
    expect(outcomeOf(await call('load_balancers_update', { lb_id: id, ...balancer(1) }))).toBe(
      'done',
    );
    expect(await left()).toBe(18);
    expect(outcomeOf(await call('load_balancers_delete', { lb_id: id }))).toBe('done');
    expect(await left()).toBe(30);
  });

  it('not by making smaller what somebody else has made', async () => {
    const { call, left, elsewhere, clock } = await spender(12);
    const theirs = (await elsewhere('POST', 'load_balancers', balancer(3))) as {
      load_balancer: { id: string };
    };
    await clock.advance(3_700_000);
    await call('load_balancers_update', { lb_id: theirs.load_balancer.id, ...balancer(1) });
    expect(await left()).toBe(12);
    await call('load_balancers_delete', { lb_id: theirs.load_balancer.id });
    expect(await left()).toBe(12);
  });

  it('with all that is deleted by a tag, once it does not fit', async () => {
    const { call, clock } = await spender(12);
    const { name: _, ...given } = droplet('');
    await call('droplets_create', { ...given, names: ['a', 'b'], tags: ['gone-soon'] });
    await clock.advance(120_000);
    expect(outcomeOf(await call('droplets_create', droplet('c')))).toBe('over_budget');
    expect(outcomeOf(await call('droplets_destroy_by_tag', { tag_name: 'gone-soon' }))).toBe(
      'done',
    );
    expect(outcomeOf(await call('droplets_create', droplet('c')))).toBe('done');
  });

  it('with a Droplet and all that is destroyed with it', async () => {
    const { call, left, clock } = await spender(9);
    const made = await call('droplets_create', droplet('a'));
    const volume = await call('volumes_create', { name: 'v', region: 'fra1', size_gigabytes: 30 });
    await clock.advance(60_000);
    await call('volume_actions_post_by_id', {
      volume_id: volume.answer['id'],
      type: 'attach',
      droplet_id: made.answer['id'],
      region: 'fra1',
    });
    await clock.advance(60_000);
    expect(await left()).toBe(0);
    const gone = await call('droplets_destroy_with_resources_dangerous', {
      droplet_id: made.answer['id'],
    });
    expect(outcomeOf(gone)).toBe('done');
    await clock.advance(60_000);
    expect(await left()).toBe(9);
  });

  it('when a read says that there is no such thing, but not in its first minute', async () => {
    const first = await spender(6);
    const made = await first.call('droplets_create', droplet('a'));
    await first.close();
    const { account, stateFolder } = first;
    const policy = { ...free, max_monthly_usd: 6 };
    const { call, left, clock, fault } = await connectSpender({ policy, account, stateFolder });
    const given = { droplet_id: made.answer['id'] };
    const never = { status: 404, body: { id: 'not_found', message: 'There is none.' } };
    const missing = { method: 'GET', path: `/v2/droplets/${given.droplet_id}`, respond: never };
    fault(missing);
    expect(outcomeOf(await call('droplets_get', given))).toBe('not_found');
    expect(await left()).toBe(0);
    await clock.advance(61_000);
    fault(missing);
    expect(outcomeOf(await call('droplets_get', given))).toBe('not_found');
    expect(await left()).toBe(6);
  });

  it('when it was deleted in the control panel and something does not fit', async () => {
    const { call, elsewhere, clock } = await spender(6);
    const made = await call('droplets_create', droplet('a'));
    await clock.advance(61_000);
    await elsewhere('DELETE', `droplets/${made.answer['id']}`);
    expect(outcomeOf(await call('droplets_create', droplet('b')))).toBe('done');
  });

  it('for what DigitalOcean refuses, at once', async () => {
    const { call, left } = await spender(6);
    const refused = await call('droplets_create', droplet('a', { image: 'no-such-image' }));
    expect(refused.isError).toBe(true);
    expect(await left()).toBe(6);
  });

  it('for backups that are switched off again', async () => {
    const { call, left, clock } = await spender(8);
    const made = await call('droplets_create', droplet('a'));
    const given = { droplet_id: made.answer['id'] };
    await clock.advance(60_000);
    await call('droplet_actions_post', { ...given, type: 'enable_backups' });
    expect(await left()).toBe(0.8);
    await clock.advance(60_000);
    await call('droplet_actions_post', { ...given, type: 'disable_backups' });
    expect(await left()).toBe(2);
  });

  it('once for an address that is given to a Droplet and taken away again', async () => {
    const { call, left, clock } = await spender(11);
    const made = await call('droplets_create', droplet('a'));
    const address = await call('reserved_ips_create', { region: 'fra1' });
    expect(await left()).toBe(0);
    const given = { reserved_ip: address.answer['ip'], droplet_id: made.answer['id'] };
    for (const type of ['assign', 'unassign', 'assign', 'unassign']) {
      await clock.advance(60_000);
      const more = type === 'assign' ? given : { reserved_ip: given.reserved_ip };
      expect(outcomeOf(await call('reserved_ips_actions_post', { ...more, type }))).toBe('done');
      expect(await left()).toBe(0);
    }
    await clock.advance(60_000);
    await call('reserved_ips_delete', { reserved_ip: given.reserved_ip });
    expect(await left()).toBe(5);
  });

  it('not for a pool of Droplets that is deleted without them', async () => {
    const { call, left, clock } = await spender(40);
    const keys = await call('ssh_keys_list', { detail: 'full' });
    const [key] = keys.answer['items'] as readonly { readonly id: number }[];
    const made = await call('autoscalepools_create', {
      name: 'pool',
      config: { min_instances: 1, max_instances: 3, target_cpu_utilization: 0.5 },
      droplet_template: { ...droplet(''), name: undefined, ssh_keys: [String(key?.id)] },
    });
    expect(await left()).toBe(22);
    await clock.advance(61_000);
    await call('autoscalepools_delete', { autoscale_pool_id: made.answer['id'] });
    await clock.advance(61_000);
    expect(await left()).toBe(22);
  });
});

const balancer = (nodes: number) => ({
  name: 'web',
  region: 'fra1',
  size_unit: nodes,
  forwarding_rules: [
    { entry_protocol: 'http', entry_port: 80, target_protocol: 'http', target_port: 80 },
  ],
});
