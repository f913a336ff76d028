// Lists by links: followed within bounds, to nowhere else, and no item twice.
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { json, refusal, startFaultServer } from './fault-server.ts';
import { callOf, calm, entries, entry, failureOf } from './kit.ts';
import { ids, items, linked, prepareMeetings } from './meeting.ts';

const { meet, alsoClose } = prepareMeetings();

const call = callOf(entries.list);

describe('a list by links', () => {
  it('is followed until enough is there, with one request per page', async () => {
    const { server, api } = await meet(linked(() => items(450)));
    const list = await api.list(call, { maxItems: 430 }, calm);
    expect(ids(list)).toEqual(items(430).map(({ id }) => id));
    expect(list).toMatchObject({ total: 450, siblings: { notice: 'hello' }, requestId: 'req-1' });
    expect(list.after).not.toBeNull();
    expect(server.arrived.map(({ query }) => query.toString())).toEqual([
      'per_page=200',
      'per_page=200&page=2',
      'per_page=200&page=3',
    ]);
  });

  it('ends with null where nothing comes after', async () => {
    const { server, api } = await meet(linked(() => items(40)));
    const list = await api.list(call, { maxItems: 40 }, calm);
    expect([list.items.length, list.after, server.arrived.length]).toEqual([40, null, 1]);
    expect(list).not.toHaveProperty('stopped');
  });

  it.each([
    [{}],
    [{ droplets: null }],
    [{ droplets: [] }],
    [{ droplets: [], links: {} }],
    [{ links: { pages: {} } }],
  ])('that is empty as %j is an empty list', async (body) => {
    const { api } = await meet(() => json(body));
    expect(await api.list(call, { maxItems: 50 }, calm)).toMatchObject({ items: [], after: null });
  });

  it('that is no list is a bad reply', async () => {
    const { api } = await meet(() => json({ droplets: 'many' }));
    expect((await failureOf(api.list(call, { maxItems: 50 }, calm))).code).toBe('bad_reply');
  });

  it('that is a map has its values for items where the entry says so, and only there', async () => {
    const { api } = await meet(() => json({ droplets: { 3: { id: 3 }, 5: { id: 5 } } }));
    const { list } = entries;
    const mapped = { ...list, reply: { ...list.reply, map: true } } as Endpoint;
    expect(ids(await api.list(callOf(mapped), { maxItems: 50 }, calm))).toEqual([3, 5]);
    expect((await failureOf(api.list(call, { maxItems: 50 }, calm))).code).toBe('bad_reply');
  });

  it('keeps its filters also where the links forget them', async () => {
    const { server, api } = await meet(({ path, query }, url) =>
      query.get('page') === '2'
        ? json({ droplets: items(1, 21) })
        : json({
            droplets: items(20),
            links: { pages: { next: `${url}${path}?page=2&per_page=20` } },
          }),
    );
    const filtered = callOf(entries.list, {
      request: {
        query: [
          ['tag_name', 'a b'],
          ['type', 'gpus'],
        ],
      },
    });
    await api.list(filtered, { maxItems: 100 }, calm);
    expect(server.arrived[1]?.query.get('tag_name')).toBe('a b');
    expect(server.arrived[1]?.query.get('type')).toBe('gpus');
  });

  it('carries a page token as the link gives it', async () => {
    const repositories = entry({
      id: 'registries_list_repositoriesV2',
      method: 'GET',
      path: '/v2/registries/{registry_name}/repositoriesV2',
      reply: { kind: 'list', key: 'repositories', paging: { style: 'links', largest: 100 } },
    });
    const { server, api } = await meet(({ path, query }, url) =>
      query.get('page_token') === 'abc=='
        ? json({ repositories: [{ name: 'c' }] })
        : json({
            repositories: [{ name: 'a' }, { name: 'b' }],
            links: { pages: { next: `${url}${path}?page_token=abc%3D%3D&per_page=100` } },
          }),
    );
    const list = await api.list(
      callOf(repositories, { arguments: { registry_name: 'r' } }),
      { maxItems: 500 },
      calm,
    );
    expect(list.items).toHaveLength(3);
    expect(server.arrived).toHaveLength(2);
  });

  it('repeats a page that fails on the way', async () => {
    let failed = 0;
    const answer = linked(() => items(60));
    const { server, api } = await meet((arrived, url) => {
      if (arrived.query.get('page') === '2' && failed < 2) {
        failed += 1;
        return failed === 1 ? { do: 'reset' } : refusal(502, 'bad gateway');
      }
      return answer(arrived, url);
    }, {});
    const list = await api.list(
      callOf({
        ...entries.list,
        reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 30 } },
      }),
      { maxItems: 60 },
      calm,
    );
    expect(list.items).toHaveLength(60);
    expect(server.arrived).toHaveLength(4);
  });
});

describe('a link that leads elsewhere', () => {
  it('to another host ends the list with the items so far and the reason, and never gets the token', async () => {
    const other = await startFaultServer(() => json({ droplets: items(5, 100) }));
    alsoClose(other.close);
    const { server, api } = await meet(() =>
      json({
        droplets: items(3),
        links: { pages: { next: `${other.url}/v2/droplets?page=2` } },
        meta: { total: 8 },
      }),
    );
    const list = await api.list(call, { maxItems: 50 }, calm);
    expect(ids(list)).toEqual([1, 2, 3]);
    expect(list.stopped).toEqual({ why: 'elsewhere', place: new URL(other.url).host });
    expect(list.after).not.toBeNull();
    expect([server.arrived.length, other.arrived.length]).toEqual([1, 0]);
    // What the link means by its page is asked of the same list at home.
    await api.list(call, { maxItems: 50, after: list.after ?? '' }, calm);
    expect(server.arrived.at(-1)?.query.get('page')).toBe('2');
    expect(other.arrived).toHaveLength(0);
  });

  it.each([
    'http://[bad',
    'https://api.digitalocean.com.evil.test/v2/droplets?page=2',
    '//evil.test/v2/droplets',
  ])('like %s ends it too', async (next) => {
    const { server, api } = await meet(() =>
      json({ droplets: items(3), links: { pages: { next } } }),
    );
    const list = await api.list(call, { maxItems: 50 }, calm);
    expect(list.stopped).toMatchObject({ why: 'elsewhere' });
    expect(server.arrived).toHaveLength(1);
  });

  it('to another endpoint of the same host ends it too: nobody allowed that one', async () => {
    const { server, api } = await meet((_, url) =>
      json({ droplets: items(3), links: { pages: { next: `${url}/v2/account/keys?page=2` } } }),
    );
    const list = await api.list(call, { maxItems: 50 }, calm);
    expect(list.stopped).toMatchObject({ place: expect.stringContaining('account/keys') });
    expect(server.arrived).toHaveLength(1);
  });
});

describe('pages without end', () => {
  it('in a circle are an error', async () => {
    const { server, api } = await meet(({ path, query }, url) => {
      const page = query.get('page') === '2' ? '3' : '2';
      return json({
        droplets: items(2, Number(page) * 10),
        links: { pages: { next: `${url}${path}?page=${page}&per_page=50` } },
      });
    });
    expect((await failureOf(api.list(call, { maxItems: 50 }, calm))).code).toBe('endless_pages');
    expect(server.arrived).toHaveLength(3);
  });

  it('that bring nothing new are an error', async () => {
    const { server, api } = await meet(({ path, query }, url) =>
      json({
        droplets: items(2),
        links: { pages: { next: `${url}${path}?page=${Number(query.get('page') ?? 1) + 1}` } },
      }),
    );
    expect((await failureOf(api.list(call, { maxItems: 50 }, calm))).code).toBe('endless_pages');
    expect(server.arrived).toHaveLength(11);
  });

  it('are stopped by the number of pages', async () => {
    const { server, api } = await meet(
      ({ path, query }, url) => {
        const page = Number(query.get('page') ?? 1);
        return json({
          droplets: items(1, page),
          links: { pages: { next: `${url}${path}?page=${page + 1}` } },
        });
      },
      { limits: { pages: 7 } },
    );
    const list = await api.list(call, { maxItems: 50 }, calm);
    expect(list.stopped).toEqual({ why: 'pages', pages: 7 });
    expect(ids(list)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(server.arrived).toHaveLength(7);
    const rest = await api.list(call, { maxItems: 1, after: list.after ?? '' }, calm);
    expect(ids(rest)).toEqual([8]);
  });
});

describe('items that shift between pages', () => {
  it('are not given twice', async () => {
    let all = items(60).reverse();
    const { api } = await meet((arrived, url) => {
      const fault = linked(() => all)(arrived, url);
      // Two new Droplets appear at the top after each page.
      all = [{ id: (all[0]?.id ?? 0) + 2 }, { id: (all[0]?.id ?? 0) + 1 }, ...all];
      return fault;
    });
    const small = callOf({
      ...entries.list,
      reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 20 } },
    });
    const list = await api.list(small, { maxItems: 60 }, calm);
    expect(new Set(ids(list)).size).toBe(60);
    expect(ids(list)).toEqual(
      items(60)
        .map(({ id }) => id)
        .reverse(),
    );
  });

  it('to the end of the list, because they have changed, are not given twice either', async () => {
    const { api } = await meet(({ path, query }, url) =>
      query.get('page') === '2'
        ? json({ droplets: [...items(3, 21), { id: 5 }, { id: 6 }] })
        : json({ droplets: items(20), links: { pages: { next: `${url}${path}?page=2` } } }),
    );
    expect(ids(await api.list(call, { maxItems: 50 }, calm))).toEqual(
      items(23).map(({ id }) => id),
    );
  });

  it('are kept where nothing tells them apart', async () => {
    const bare = Array.from({ length: 30 }, () => ({ value: 'same' }));
    const { api } = await meet(linked(() => bare));
    const small = callOf({
      ...entries.list,
      reply: { kind: 'list', key: 'droplets', paging: { style: 'links', largest: 20 } },
    });
    expect((await api.list(small, { maxItems: 50 }, calm)).items).toHaveLength(30);
  });
});
