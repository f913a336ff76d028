// Lists whose pages are numbered, and those that come in one piece.
import { describe, expect, it } from 'vitest';
import type { Endpoint, Paging } from '../../scope-map/endpoint.ts';
import { type Arrived, type Fault, json } from './fault-server.ts';
import { callOf, calm, entry } from './kit.ts';
import { ids, items, prepareMeetings } from './meeting.ts';

const { meet } = prepareMeetings();

const numbered: Paging = { style: 'numbered', largest: 100, size: 'limit', pages: 'meta.pages' };
const models: Endpoint = entry({
  id: 'genai_list_model_catalog',
  method: 'GET',
  path: '/v2/gen-ai/models/catalog',
  reply: { kind: 'list', key: 'data', paging: numbered },
});

describe('a list by numbers', () => {
  const answer =
    (all: readonly unknown[], hasPages: boolean) =>
    ({ query }: Arrived): Fault => {
      const page = Number(query.get('page'));
      const size = Number(query.get('limit'));
      const meta = {
        page,
        total: all.length,
        ...(hasPages && { pages: Math.ceil(all.length / size) }),
      };
      return json({ data: all.slice((page - 1) * size, page * size), meta });
    };

  it.each([
    [true, 3],
    [false, 3],
  ])('is counted (number of pages told: %s)', async (hasPages, requests) => {
    const { server, api } = await meet(answer(items(250), hasPages));
    const list = await api.list(callOf(models), { maxItems: 1000 }, calm);
    expect([list.items.length, list.total, list.after]).toEqual([250, 250, null]);
    expect(server.arrived.map(({ query }) => query.toString())[2]).toBe('page=3&limit=100');
    expect(server.arrived).toHaveLength(requests);
  });

  it('knows its own envelope', async () => {
    const points = entry({
      id: 'billingInsights_list',
      method: 'GET',
      path: '/v2/billing/x/insights/a/b',
      reply: {
        kind: 'list',
        key: 'data_points',
        paging: { style: 'numbered', largest: 200, size: 'per_page', pages: 'total_pages' },
      },
    });
    const { api } = await meet(({ query }) =>
      json({
        data_points: [{ sku: `s${query.get('page')}` }],
        total_items: 2,
        total_pages: 2,
        current_page: Number(query.get('page')),
      }),
    );
    const list = await api.list(callOf(points), { maxItems: 10 }, calm);
    expect(list).toMatchObject({
      items: [{ sku: 's1' }, { sku: 's2' }],
      total: 2,
      siblings: {},
      after: null,
    });
  });
});

describe('a list in one piece', () => {
  const databases = entry({
    id: 'databases_list_clusters',
    method: 'GET',
    path: '/v2/databases',
    reply: { kind: 'list', key: 'databases', paging: { style: 'none' } },
  });

  it('is cut at max_items and resumed in its middle', async () => {
    const { server, api } = await meet(() => json({ databases: items(7) }));
    const first = await api.list(callOf(databases), { maxItems: 4 }, calm);
    expect([ids(first), first.total]).toEqual([[1, 2, 3, 4], 7]);
    const rest = await api.list(callOf(databases), { maxItems: 4, after: first.after ?? '' }, calm);
    expect([ids(rest), rest.after]).toEqual([[5, 6, 7], null]);
    expect(server.arrived.map(({ query }) => query.toString())).toEqual(['', '']);
  });
});
