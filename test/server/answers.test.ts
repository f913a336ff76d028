// What comes back from a list, a read, a change: compact JSON in the contract's shape, within bounds.
import { describe, expect, it } from 'vitest';
import { createJumpingClock } from '../client/jumping-clock.ts';
import { answeredWith } from './answering.ts';

const droplet = (id: number) => ({
  id,
  name: `web-${id}`,
  status: 'active',
  memory: 1024,
  vcpus: 1,
  disk: 25,
  size_slug: 's-1vcpu-1gb',
  region: {
    slug: 'nyc3',
    name: 'New York 3',
    sizes: ['s-1vcpu-1gb', 's-2vcpu-2gb'],
    features: ['backups'],
  },
  image: { id: 7, slug: 'ubuntu-24-04-x64', name: '24.04', regions: ['nyc3'] },
  networks: {
    v4: [
      { ip_address: '192.0.2.1', netmask: '255.255.255.0', gateway: '192.0.2.254', type: 'public' },
    ],
    v6: [],
  },
  tags: ['web'],
});

describe('a list', () => {
  it('has items, returned, total and after, and compact items', async () => {
    const agent = await answeredWith(() => ({
      body: { droplets: [droplet(1), droplet(2)], links: {}, meta: { total: 2 } },
    }));
    const { answer } = await agent.call('droplets_list');
    expect(answer).toMatchObject({ returned: 2, total: 2, after: null });
    expect((answer['items'] as unknown[])[0]).toMatchObject({
      id: 1,
      region_slug: 'nyc3',
      image_slug: 'ubuntu-24-04-x64',
      public_ipv4: '192.0.2.1',
    });
    expect(JSON.stringify(answer)).not.toContain('netmask');
  });

  it('shows everything in full detail, and just the named fields', async () => {
    const agent = await answeredWith(() => ({
      body: { droplets: [droplet(1)], meta: { total: 1 } },
    }));
    const full = await agent.call('droplets_list', { detail: 'full' });
    expect((full.answer['items'] as unknown[])[0]).toEqual(droplet(1));
    const few = await agent.call('droplets_list', { fields: ['id', 'region.sizes'] });
    expect(few.answer['items']).toEqual([
      { id: 1, region: { sizes: ['s-1vcpu-1gb', 's-2vcpu-2gb'] } },
    ]);
  });

  it('goes on where the last answer ended', async () => {
    const agent = await answeredWith(({ url }) => {
      const page = Number(url.searchParams.get('page') ?? 1);
      const size = Number(url.searchParams.get('per_page') ?? 20);
      const all = Array.from({ length: 7 }, (_, index) => droplet(index + 1));
      const next =
        page * size < 7
          ? { pages: { next: `${url.origin}/v2/droplets?page=${page + 1}&per_page=${size}` } }
          : {};
      return {
        body: {
          droplets: all.slice((page - 1) * size, page * size),
          links: next,
          meta: { total: 7 },
        },
      };
    });
    const ids: unknown[] = [];
    let after: unknown;
    do {
      const { answer } = await agent.call('droplets_list', {
        max_items: 3,
        fields: ['id'],
        ...(typeof after === 'string' && { after }),
      });
      ids.push(...(answer['items'] as { id: number }[]).map(({ id }) => id));
      after = answer['after'];
    } while (after !== null);
    expect(ids).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const wrong = await agent.call('domains_list', { after: 'made-up' });
    expect(wrong.answer['error']).toMatchObject({ code: 'bad_cursor' });
  });

  it('that is too long leaves out whole items, says how many, and can be resumed', async () => {
    const many = Array.from({ length: 200 }, (_, index) => ({
      ...droplet(index + 1),
      tags: ['x'.repeat(1_000)],
    }));
    const agent = await answeredWith(() => ({ body: { droplets: many, meta: { total: 200 } } }));
    const { answer, text } = await agent.call('droplets_list', { max_items: 200 });
    expect(text.length).toBeLessThan(70_000);
    expect(answer['returned']).toBe((answer['items'] as unknown[]).length);
    expect(answer['note']).toMatch(/these \d+ items fit into one answer/);
    const rest = await agent.call('droplets_list', { max_items: 200, after: answer['after'] });
    expect(rest.answer['columns']).toEqual(answer['columns']);
    const [first] = rest.answer['items'] as readonly unknown[][];
    expect(first?.[0]).toBe(Number(answer['returned']) + 1);
  });
});

describe('an object', () => {
  it('comes without its envelope, and a write says whose account was changed', async () => {
    const agent = await answeredWith(({ url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: { email: 'a@example.com', team: { name: 'Web team' } } } }
        : { status: 201, body: { domain: { name: 'example.com', ttl: null, zone_file: null } } },
    );
    expect((await agent.call('domains_create', { name: 'example.com' })).answer).toEqual({
      name: 'example.com',
      ttl: null,
      zone_file: null,
      account: 'Web team',
    });
    expect(
      (await agent.call('domains_get', { domain_name: 'example.com' })).answer,
    ).not.toHaveProperty('account');
  });

  it('names the action it started and the tool that tells when it is over', async () => {
    const agent = await answeredWith(({ url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: {} } }
        : {
            status: 202,
            body: {
              droplet: { ...droplet(5), status: 'new' },
              links: { actions: [{ id: 77, rel: 'create', href: '' }] },
            },
          },
    );
    const { answer } = await agent.call('droplets_create', {
      name: 'web-5',
      size: 's-1vcpu-1gb',
      image: 'ubuntu-24-04-x64',
    });
    expect(answer).toMatchObject({ id: 5, action: { id: 77, status: 'in-progress' } });
    expect(answer['next']).toMatch(/^Call actions_get with action_id 77/);
  });

  it('says why it was not waited for when the token may not follow the work', async () => {
    const agent = await answeredWith(
      () => ({
        status: 202,
        body: { droplet: { ...droplet(5), status: 'new' }, links: { actions: [{ id: 77 }] } },
      }),
      { argv: ['--confirm', 'never', '--scopes', 'droplet:create'] },
    );
    const given = { name: 'web-5', size: 's-1vcpu-1gb', image: 'ubuntu-24-04-x64' };
    const { answer } = await agent.call('droplets_create', { ...given, wait_seconds: 30 });
    expect(answer).toMatchObject({ id: 5, action: { id: 77 } });
    expect(answer['note']).toMatch(
      /^Not waited for: actions_get .+ lacks the scope actions:read\.$/,
    );
    expect((await agent.call('droplets_create', given)).answer).not.toHaveProperty('note');
  });

  it('does not wait long for the name of the account behind it', async () => {
    const clock = createJumpingClock(() => 0);
    const began = clock.now();
    const agent = await answeredWith(
      ({ url }) =>
        url.pathname === '/v2/account'
          ? { status: 429, headers: { 'retry-after': '15' } }
          : { status: 201, body: { domain: { name: 'example.com' } } },
      { clock },
    );
    const { answer } = await agent.call('domains_create', { name: 'example.com' });
    expect(answer).toEqual({ name: 'example.com' });
    expect(clock.now() - began).toBeLessThanOrEqual(3_000);
  });

  it('made several at once keeps them together, each with its action', async () => {
    const agent = await answeredWith(({ url }) =>
      url.pathname === '/v2/account'
        ? { body: { account: {} } }
        : {
            status: 202,
            body: {
              droplets: [droplet(5), droplet(6)],
              links: { actions: [{ id: 77 }, { id: 78 }] },
            },
          },
    );
    const { answer } = await agent.call('droplets_create', {
      names: ['a', 'b'],
      size: 's-1vcpu-1gb',
      image: 'x',
    });
    expect((answer['droplets'] as unknown[]).length).toBe(2);
    expect(answer['actions']).toEqual([
      { id: 77, status: 'in-progress' },
      { id: 78, status: 'in-progress' },
    ]);
  });

  it('that was deleted is answered with its id', async () => {
    const agent = await answeredWith(() => ({ status: 204 }));
    expect(
      (
        await agent.call('domains_delete_record', {
          domain_name: 'example.com',
          domain_record_id: 9,
        })
      ).answer,
    ).toEqual({
      deleted: true,
      id: 9,
    });
    expect(
      (await agent.call('volumes_delete_by_name', { name: 'v', region: 'nyc1' })).answer,
    ).toEqual({
      deleted: true,
      id: { name: 'v', region: 'nyc1' },
    });
  });
});
