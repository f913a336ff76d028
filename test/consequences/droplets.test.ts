// What destroying Droplets takes with it, leaves behind and breaks.
import { describe, expect, it } from 'vitest';
import { meetOwner, type Owner } from './owner.ts';

const idOf = async (me: Owner, name: string): Promise<unknown> =>
  (await me.named('/v2/droplets', 'droplets', name))['id'];

describe('destroying a Droplet', () => {
  it('tells which it is, what it costs, what loses it and what goes on costing', async () => {
    const me = await meetOwner();
    const found = await me.harm('droplets_destroy', { droplet_id: await idOf(me, 'web-01') });
    expect(found).toMatchObject({
      sentence: expect.stringMatching(
        /^Destroys the Droplet web-01 \(198\.18\.\d+\.\d+, in nyc3, s-1vcpu-2gb, 1 month old, tagged web, env:prod, \$12 a month\), and what is stored there is gone for good$/,
      ),
      name: 'web-01',
      destroyed: 1,
      losesData: true,
      monthlyUsd: 12,
      unknown: [],
    });
    expect(found.of('load balancer')).toMatchObject({ names: ['web-lb'], fate: 'loses' });
    expect(found.of('firewall')).toMatchObject({ names: ['web-firewall'], fate: 'loses' });
    expect(found.of('reserved IP')).toMatchObject({ fate: 'keeps_costing', note: '$5 a month' });
    expect(found.of('backup')).toMatchObject({ count: 1, fate: 'stays' });
  });

  it('names volumes and snapshots that stay, and counts them as destroyed where they go too', async () => {
    const me = await meetOwner();
    const given = { droplet_id: await idOf(me, 'jobs-01') };
    const alone = await me.harm('droplets_destroy', given);
    expect(alone.destroyed).toBe(1);
    expect(alone.of('volume', 'keeps_costing')).toMatchObject({ names: ['uploads'], count: 1 });

    const all = await me.harm('droplets_destroy_with_resources_dangerous', given);
    expect(all).toMatchObject({ destroyed: 3, monthlyUsd: 24 + 10 + 0.6 });
    expect(all.sentence).toContain('and with it 1 volume and 1 volume snapshot');
    expect(all.of('volume snapshot', 'destroyed')?.names).toEqual(['uploads-weekly']);

    const volume = await me.named('/v2/volumes', 'volumes', 'uploads');
    const some = await me.harm('droplets_destroy_with_resources_selective', {
      ...given,
      volumes: [volume['id']],
    });
    expect(some).toMatchObject({ destroyed: 2, monthlyUsd: 34 });
    expect(some.of('volume')).toMatchObject({ names: ['uploads'], fate: 'destroyed' });
    expect(some.of('volume snapshot')).toMatchObject({ fate: 'keeps_costing' });
  });

  it('finds the DNS records that point at it, and says where it stopped', async () => {
    const me = await meetOwner();
    const droplet = await me.named('/v2/droplets', 'droplets', 'web-02');
    const [address] = (droplet['networks'] as { v4: { ip_address: string }[] }).v4;
    for (let domain = 0; domain < 8; domain += 1)
      await me.make('POST', '/v2/domains', {
        name: `shop-${domain}.example`,
        ip_address: address?.ip_address,
      });
    const found = await me.harm('droplets_destroy', { droplet_id: droplet['id'] });
    expect(found.of('DNS record')).toMatchObject({ count: null, fate: 'loses' });
    expect(found.unknown).toEqual([
      'which DNS records point at it (only 5 of 9 domains were looked through)',
    ]);
    expect(found.requests).toHaveLength(11);
  });

  it('says what the token cannot see, which DigitalOcean leaves out without a word', async () => {
    const me = await meetOwner({
      scopes: 'droplet:read,droplet:delete,load_balancer:read,reserved_ip:read',
    });
    const found = await me.harm('droplets_destroy', { droplet_id: await idOf(me, 'jobs-01') });
    expect(found.unknown).toEqual([
      'which volumes are attached to it (the token lacks block_storage:read)',
      'which snapshots of it there are (the token lacks image:read)',
      'which snapshots of its volumes there are (the token lacks block_storage_snapshot:read)',
      'which load balancers send requests to it (the token lacks tag:read)',
      'which firewalls guard it (the token lacks the scope firewall:read)',
      'which DNS records point at it (the token lacks the scope domain:read)',
    ]);
    expect(found.of('volume')).toBeUndefined();
  });

  it('says that it knows nothing of a Droplet that it may not read', async () => {
    const me = await meetOwner({ scopes: 'droplet:delete' });
    const found = await me.harm('droplets_destroy', { droplet_id: await idOf(me, 'jobs-01') });
    expect(found).toMatchObject({ name: null, destroyed: 1, losesData: true, monthlyUsd: null });
    expect(found.sentence).toMatch(/^Destroys the Droplet \d+, and what is stored/);
    expect(found.unknown[0]).toBe(
      'what it is called, and what is known of it (the token lacks the scope droplet:read)',
    );
    expect(found.requests).toEqual([]);
  });

  it('tells of all that carry a tag', async () => {
    const me = await meetOwner();
    const found = await me.harm('droplets_destroy_by_tag', { tag_name: 'env:prod' });
    expect(found).toMatchObject({ name: 'env:prod', destroyed: 3, monthlyUsd: 48 });
    expect(found.sentence).toMatch(/^Destroys 3 Droplets: web-01 \(.*web-02 \(.* and jobs-01 \(/);
    expect(found.of('volume')).toMatchObject({ names: ['uploads'], fate: 'keeps_costing' });
    expect(found.of('snapshot')).toMatchObject({ names: ['web-02-before-upgrade'] });
    expect(found.of('firewall')?.names).toEqual(['web-firewall', 'jobs-firewall']);
    expect(found.of('reserved IP')).toMatchObject({ count: 1, fate: 'keeps_costing' });
  });

  it('does not count those with a tag where there are more than one page of them', async () => {
    const me = await meetOwner();
    const one = await me.named('/v2/droplets', 'droplets', 'web-01');
    const next = 'https://api.digitalocean.com/v2/droplets?tag_name=web&page=2';
    me.faults.add({
      method: 'GET',
      path: '/v2/droplets',
      respond: { status: 200, body: { droplets: [one], links: { pages: { next } } } },
    });
    const found = await me.harm('droplets_destroy_by_tag', { tag_name: 'web' });
    expect(found).toMatchObject({ name: 'web', destroyed: null });
    expect(found.unknown).toContain(
      'which Droplets they are in all (only the first 1 were looked through)',
    );
  });

  it('finds that there is no such thing', async () => {
    const me = await meetOwner();
    const none = { destroyed: 0, name: null, losesData: false, hanging: [], unknown: [] };
    expect(await me.harm('droplets_destroy', { droplet_id: 1 })).toMatchObject({
      sentence: 'Finds no Droplet 1: there is nothing that it would destroy',
      ...none,
    });
    expect(await me.harm('droplets_destroy_by_tag', { tag_name: 'nobody' })).toMatchObject({
      sentence: 'Finds no Droplet nobody: there is nothing that it would destroy',
      ...none,
    });
  });

  it('says what it had no time for', async () => {
    const me = await meetOwner();
    const droplet_id = await idOf(me, 'jobs-01');
    const found = await me.harm('droplets_destroy', { droplet_id }, AbortSignal.abort());
    expect(found.sentence).toMatch(/^Destroys the Droplet \d+, and what/);
    expect(found.unknown[0]).toBe(
      'what it is called, and what is known of it (there was no time left)',
    );
    expect(found.unknown).toContain('which firewalls guard it (there was no time left)');
    expect(found.requests).toEqual([]);
  });
});

describe('what is found further off', () => {
  it('are DNS records that point at its reserved IP', async () => {
    const me = await meetOwner();
    const { reserved_ips } = await me.make('GET', '/v2/reserved_ips');
    const [reserved] = reserved_ips as { ip: string }[];
    await me.make('POST', '/v2/domains/example.com/records', {
      type: 'A',
      name: 'fixed',
      data: reserved?.ip,
    });
    const found = await me.harm('droplets_destroy', { droplet_id: await idOf(me, 'web-01') });
    expect(found.of('DNS record')).toMatchObject({ names: ['A fixed'], count: 1, fate: 'loses' });
  });

  it('are GPU Droplets with the tag, which the list by tag may leave out, each counted once', async () => {
    const me = await meetOwner();
    await me.make('POST', '/v2/droplets', {
      name: 'train-01',
      region: 'tor1',
      size: 'gpu-4000adax1-20gb',
      image: 'ubuntu-24-04-x64',
      tags: ['staging'],
    });
    await me.pass(60);
    const given = { tag_name: 'staging' };
    expect(await me.harm('droplets_destroy_by_tag', given)).toMatchObject({ destroyed: 2 });
    const plain = await me.named('/v2/droplets', 'droplets', 'staging-01');
    me.faults.add({
      method: 'GET',
      path: '/v2/droplets',
      respond: { status: 200, body: { droplets: [plain] } },
    });
    const left = await me.harm('droplets_destroy_by_tag', given);
    expect(left).toMatchObject({ destroyed: 2, name: 'staging' });
    expect(left.of('GPU Droplet')).toMatchObject({ names: ['train-01'], fate: 'destroyed' });
  });
});
