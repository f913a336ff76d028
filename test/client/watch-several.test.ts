// Watching several things that one call has made.
import { describe, expect, it } from 'vitest';
import type { ApiReply } from '../../src/client/client.ts';
import { callOf, calm, createKit, entry, permitsFor } from './kit.ts';

const replied = (body: unknown): ApiReply => ({ status: 202, headers: {}, body, requestId: null });

describe('several things made by one call', () => {
  const action = entry({
    id: 'actions_get',
    method: 'GET',
    path: '/v2/actions/{action_id}',
    reply: { kind: 'object', key: 'action' },
  });
  const droplet = entry({
    id: 'droplets_get',
    method: 'GET',
    path: '/v2/droplets/{droplet_id}',
    reply: { kind: 'object', key: 'droplet' },
  });
  const bulk = entry({
    id: 'droplets_create',
    method: 'POST',
    path: '/v2/droplets',
    reply: { kind: 'object', key: 'droplet', many: 'droplets' },
    watch: {
      poll: { operation: 'actions_get', path: { action_id: { reply: 'links.actions.id' } } },
      state: 'action.status',
      done: ['completed'],
      failed: ['errored'],
      afterwards: { operation: 'droplets_get', path: { droplet_id: { reply: 'droplets.id' } } },
      usually: 60,
      what: 'Droplet',
    },
  });
  const made = replied({
    droplets: [{ id: 1 }, { id: 2 }, { id: 3 }],
    links: { actions: [{ id: 11 }, { id: 12 }, { id: 13 }] },
  });
  const endpointOf = (id: string) => [action, droplet].find((one) => one.id === id);

  const serving = (status: (id: number, times: number) => string) => {
    const asked: string[] = [];
    const kit = createKit(
      {
        transport: {
          exchange: async ({ url }) => {
            asked.push(url.pathname);
            const id = Number(url.pathname.split('/').at(-1));
            const times = asked.filter((path) => path === url.pathname).length;
            const body = url.pathname.includes('actions')
              ? { action: { id, status: status(id, times) } }
              : { droplet: { id, status: 'active' } };
            return { status: 200, headers: {}, body: JSON.stringify(body) };
          },
          close: async () => undefined,
        },
      },
      { endpointOf },
    );
    return { ...kit, asked };
  };

  it('are watched until the last one is done, each polled only while it is not', async () => {
    const { api, asked } = serving((id, times) => (times >= id - 10 ? 'completed' : 'in-progress'));
    const watched = await api.watch(callOf(bulk), made, 45, calm);
    expect(watched).toMatchObject({ ended: 'done', state: 'completed' });
    expect(watched.pieces).toEqual(
      [1, 2, 3].map((id) => ({
        state: 'completed',
        polled: { action: { id: id + 10, status: 'completed' } },
        finished: { droplet: { id, status: 'active' } },
      })),
    );
    const times = (path: string): number => asked.filter((one) => one === path).length;
    expect([times('/v2/actions/11'), times('/v2/actions/12'), times('/v2/actions/13')]).toEqual([
      1, 2, 3,
    ]);
  });

  it('have failed when one of them has', async () => {
    const { api } = serving((id) => (id === 12 ? 'errored' : 'in-progress'));
    expect(await api.watch(callOf(bulk), made, 45, calm)).toMatchObject({
      ended: 'failed',
      state: 'errored',
    });
  });

  it('show what was made even when the courtesy of reading it again is refused', async () => {
    const kit = createKit(
      {
        transport: {
          exchange: async ({ url }) =>
            url.pathname.includes('actions')
              ? { status: 200, headers: {}, body: '{"action":{"status":"completed"}}' }
              : { status: 403, headers: {}, body: '{"message":"no"}' },
          close: async () => undefined,
        },
      },
      { endpointOf },
    );
    expect(await kit.api.watch(callOf(bulk), made, 45, calm)).toMatchObject({
      ended: 'done',
      state: 'completed',
    });
  });

  it('are not read again where the caller may only poll', async () => {
    const { api, asked } = serving(() => 'completed');
    const permits = permitsFor((id) => (id === action.id ? action : undefined));
    const context = { ...calm, permits };
    const watched = await api.watch(callOf(bulk), made, 45, context);
    expect(watched.ended).toBe('done');
    expect(asked.filter((path) => path.includes('droplets'))).toEqual([]);
  });
});
