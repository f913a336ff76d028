// Work that must show more than a done state: an address, power that is off.
import { describe, expect, it } from 'vitest';
import type { Demand } from '../../scope-map/endpoint.ts';
import { readWorkState } from '../../src/client/watching/work-state.ts';
import { callOf, calm, createKit, entry } from './kit.ts';

const address: Demand = {
  unless: { argument: 'public_networking', is: [false] },
  field: 'droplet.networks.v4.type',
  is: ['public'],
  missing: 'it has no public address yet',
};
const power: Demand = {
  when: { argument: 'type', is: ['shutdown'] },
  field: 'droplet.status',
  is: ['off'],
  missing: 'the Droplet is still on',
  helps: 'power_off cuts its power',
};

const action = (status: string) => ({ action: { id: 7, status } });
const droplet = (status: string, ...types: string[]) => ({
  droplet: { id: 1, status, networks: { v4: types.map((type) => ({ type })) } },
});

const poll = entry({
  id: 'actions_get',
  method: 'GET',
  path: '/v2/actions/{action_id}',
  reply: { kind: 'object', key: 'action' },
});
const reader = entry({
  id: 'droplets_get',
  method: 'GET',
  path: '/v2/droplets/{droplet_id}',
  reply: { kind: 'object', key: 'droplet' },
});

const working = (until: readonly [Demand], own: { readonly shown?: false } = {}) =>
  entry({
    id: 'droplets_create',
    method: 'POST',
    path: '/v2/droplets',
    reply: { kind: 'object', key: 'droplet' },
    watch: {
      poll: { operation: 'actions_get', path: { action_id: { reply: 'links.actions.id' } } },
      state: 'action.status',
      done: ['completed'],
      failed: ['errored'],
      afterwards: {
        operation: 'droplets_get',
        path: { droplet_id: { reply: 'droplet.id' } },
        until,
        within: 20,
        ...own,
      },
      usually: 30,
      what: 'action',
    },
  });

const first = {
  status: 202,
  headers: {},
  body: { droplet: { id: 1 }, links: { actions: [{ id: 7 }] } },
  requestId: null,
};

const watching = (droplets: readonly object[]) => {
  const asked: string[] = [];
  let at = 0;
  const kit = createKit({
    transport: {
      exchange: async ({ url }) => {
        asked.push(url.pathname);
        const isAction = url.pathname.includes('actions');
        const body = isAction ? action('completed') : droplets[Math.min(at, droplets.length - 1)];
        if (!isAction) at += 1;
        return { status: 200, headers: {}, body: JSON.stringify(body) };
      },
      close: async () => undefined,
    },
  });
  const permits = async (operation: string, given: Readonly<Record<string, unknown>>) =>
    callOf(operation === 'actions_get' ? poll : reader, { arguments: given });
  return { ...kit, asked, context: { ...calm, permits } };
};

describe('a state that says done', () => {
  const life = {
    poll: { operation: 'droplets_get', path: {} },
    state: 'droplet.status',
    done: ['active'],
    failed: [],
    until: [address],
    usually: 60,
    what: 'Droplet',
  } as const;

  it('is not taken for it before the reply shows what it must', () => {
    expect(readWorkState(life, droplet('active'))).toMatchObject({
      verdict: 'going',
      lacks: address,
    });
    expect(readWorkState(life, droplet('active', 'private'))).toMatchObject({ verdict: 'going' });
    expect(readWorkState(life, droplet('active', 'private', 'public'))).toEqual({
      verdict: 'done',
      state: 'active',
    });
  });

  it('counts where the call did not ask for it', () => {
    expect(readWorkState(life, droplet('active'), { public_networking: false }).verdict).toBe(
      'done',
    );
    expect(readWorkState(life, droplet('active'), { public_networking: true }).verdict).toBe(
      'going',
    );
  });

  it('is not asked for more while it is going on', () => {
    expect(readWorkState(life, droplet('new'))).not.toHaveProperty('lacks');
  });
});

describe('finished work', () => {
  it('is read again until the address is there, and shown with it', async () => {
    const { api, asked, context } = watching([
      droplet('active'),
      droplet('active'),
      droplet('active', 'public'),
    ]);
    const watched = await api.watch(callOf(working([address])), first, 45, context);
    expect(watched).toMatchObject({ ended: 'done', state: 'completed' });
    expect(watched).not.toHaveProperty('lacks');
    expect(watched.pieces[0].finished).toEqual(droplet('active', 'public'));
    expect(asked.filter((path) => path.includes('droplets'))).toHaveLength(3);
  });

  it('ends after its own time and says what is missing and what helps', async () => {
    const { api, clock, context } = watching([droplet('active')]);
    const begun = clock.now();
    const shutdown = callOf(working([power], { shown: false }), {
      arguments: { type: 'shutdown' },
    });
    const watched = await api.watch(shutdown, first, 45, context);
    expect(watched).toMatchObject({ ended: 'done', lacks: power });
    expect(watched.pieces[0].finished).toBeUndefined();
    expect(clock.now() - begun).toBeGreaterThanOrEqual(20_000);
    expect(clock.now() - begun).toBeLessThan(30_000);
  });

  it('never takes longer than the caller wants to wait', async () => {
    const { api, clock, context } = watching([droplet('active')]);
    const begun = clock.now();
    const watched = await api.watch(callOf(working([address])), first, 8, context);
    expect(watched).toMatchObject({ ended: 'done', lacks: address });
    expect(clock.now() - begun).toBeLessThanOrEqual(10_500);
  });

  it('is read once where the demand is not for this call', async () => {
    const { api, asked, context } = watching([droplet('active')]);
    const reboot = callOf(working([power]), { arguments: { type: 'reboot' } });
    expect(await api.watch(reboot, first, 45, context)).toMatchObject({ ended: 'done' });
    expect(asked.filter((path) => path.includes('droplets'))).toHaveLength(1);
  });
});
