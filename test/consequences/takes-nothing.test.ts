// Asking rarely is part of safety: what could take something away, and finds nothing of it there, is not asked about.
import { describe, expect, it } from 'vitest';
import { type Answer, meetPerson } from '../journeys/person.ts';
import { meetOwner } from './owner.ts';

const asking = { argv: ['--confirm', 'ask'] };

const rulesOf = ({ inbound_rules, outbound_rules }: Answer): Answer => ({
  inbound_rules,
  outbound_rules,
});

describe('replacing a firewall', () => {
  it('with all that it has asks nobody, although it has no tags to send', async () => {
    const me = await meetPerson(asking);
    const firewall = await me.named('firewalls_list', 'jobs-firewall', { detail: 'full' });
    const given = { firewall_id: firewall['id'], name: 'jobs-guard', ...rulesOf(firewall) };
    const no = await me.refused('firewalls_update', given);
    expect(no.code).toBe('approval_pending');
    await me.ask('firewalls_update', { ...given, droplet_ids: firewall['droplet_ids'] });
    expect((await me.named('firewalls_list', 'jobs-guard'))['id']).toBe(firewall['id']);
  });

  it('asks where the token does not see what it has', async () => {
    const me = await meetPerson({
      ...asking,
      scopes: 'firewall:read,firewall:update,droplet:read',
    });
    const firewall = await me.named('firewalls_list', 'jobs-firewall', { detail: 'full' });
    const no = await me.refused('firewalls_update', {
      firewall_id: firewall['id'],
      name: 'jobs-guard',
      ...rulesOf(firewall),
      droplet_ids: firewall['droplet_ids'],
    });
    expect(no.code).toBe('approval_pending');
  });
});

describe('replacing a load balancer', () => {
  it('takes away the Droplets that the new settings do not reach, by id or by tag', async () => {
    const me = await meetOwner();
    const { id, forwarding_rules } = await me.named(
      '/v2/load_balancers',
      'load_balancers',
      'web-lb',
    );
    const given = { lb_id: id, name: 'web-lb', region: 'nyc3', forwarding_rules };
    const same = await me.harm('load_balancers_update', { ...given, tag: 'web' });
    expect(same).toMatchObject({ takesNothing: true, hanging: [], unknown: [] });
    expect(same.sentence).not.toContain('): ');
    const other = await me.harm('load_balancers_update', { ...given, tag: 'staging' });
    expect(other.takesNothing).toBeUndefined();
    expect(other.of('Droplet')).toMatchObject({ names: ['web-01', 'web-02'], fate: 'loses' });
    const none = await me.harm('load_balancers_update', given);
    expect(none.of('Droplet')?.count).toBe(2);
  });
});

describe('replacing a private network', () => {
  it('takes nothing where there is no description to lose', async () => {
    const me = await meetOwner();
    const { vpc } = await me.make('POST', '/v2/vpcs', {
      name: 'plain',
      region: 'nyc3',
      ip_range: '10.50.0.0/24',
    });
    const given = { vpc_id: (vpc as Answer)['id'], name: 'plainer' };
    expect(await me.harm('vpcs_update', given)).toMatchObject({ takesNothing: true });
    await me.make('PUT', `/v2/vpcs/${given.vpc_id}`, { name: 'plain', description: 'for jobs' });
    const found = await me.harm('vpcs_update', given);
    expect(found.takesNothing).toBeUndefined();
    expect(found.of('description')).toMatchObject({ names: ['for jobs'], fate: 'destroyed' });
  });
});
