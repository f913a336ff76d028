// Following long work: the rhythm of polling, the sentences, and every way in which watching ends.
import { describe, expect, it } from 'vitest';
import type { ApiReply, CallContext, WorkProgress } from '../../src/client/client.ts';
import { WireFailure, type WireReply } from '../../src/client/wire/transport.ts';
import { callOf, calm, createKit, entry, type KitOptions } from './kit.ts';

const poll = entry({
  id: 'kubernetes_get_cluster',
  method: 'GET',
  path: '/v2/kubernetes/clusters/{cluster_id}',
  reply: { kind: 'object', key: 'kubernetes_cluster' },
});

const create = entry({
  id: 'kubernetes_create_cluster',
  method: 'POST',
  path: '/v2/kubernetes/clusters',
  reply: { kind: 'object', key: 'kubernetes_cluster' },
  watch: {
    poll: {
      operation: 'kubernetes_get_cluster',
      path: { cluster_id: { reply: 'kubernetes_cluster.id' } },
    },
    state: 'kubernetes_cluster.status.state',
    done: ['running'],
    failed: ['error'],
    message: 'kubernetes_cluster.status.message',
    missing: 'wait',
    usually: 300,
    what: 'cluster',
  },
});

const remove = entry({
  id: 'kubernetes_delete_cluster',
  method: 'DELETE',
  path: '/v2/kubernetes/clusters/{cluster_id}',
  reply: { kind: 'empty' },
  watch: {
    poll: { operation: 'kubernetes_get_cluster', path: { cluster_id: { argument: 'cluster_id' } } },
    done: [],
    failed: [],
    missing: 'done',
    usually: 60,
    what: 'cluster',
  },
});

const cluster = (state: string, message = ''): unknown => ({
  kubernetes_cluster: { id: 'c-1', status: { state, message } },
});
const replied = (body: unknown, status = 200): ApiReply => ({
  status,
  headers: {},
  body,
  requestId: null,
});

type Step = unknown | 'lost' | number;

/** A server that answers polls step by step, and stays with the last step. */
const stepping = (steps: readonly Step[], own: KitOptions = {}) => {
  const asked: { path: string; at: number }[] = [];
  let now = (): number => 0;
  const kit = createKit(
    {
      transport: {
        exchange: async ({ url }): Promise<WireReply> => {
          const step = steps[Math.min(asked.length, steps.length - 1)];
          asked.push({ path: url.pathname + url.search, at: now() });
          if (step === 'lost')
            throw new WireFailure('unknown', 'broken', 'the connection was reset');
          if (typeof step === 'number')
            return { status: step, headers: {}, body: JSON.stringify({ message: 'no' }) };
          return {
            status: 200,
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(step),
          };
        },
        close: async () => undefined,
      },
    },
    { endpointOf: (id) => (id === poll.id ? poll : undefined), limits: { attempts: 1 }, ...own },
  );
  now = kit.clock.now;
  return { ...kit, asked };
};

const first = replied(cluster('provisioning'), 201);

describe('watching', () => {
  it('ends when the work is done, with the finished resource', async () => {
    const { api, asked } = stepping([
      cluster('provisioning'),
      cluster('provisioning'),
      cluster('running'),
    ]);
    const watched = await api.watch(callOf(create), first, 45, calm);
    expect(watched).toMatchObject({
      ended: 'done',
      state: 'running',
      pieces: [{ polled: cluster('running') }],
    });
    expect(asked.map(({ path }) => path)).toEqual(
      Array.from({ length: 3 }, () => '/v2/kubernetes/clusters/c-1'),
    );
  });

  it('polls at growing intervals and stops at the budget', async () => {
    const { api, asked, clock } = stepping([cluster('provisioning')]);
    const begun = clock.now();
    const watched = await api.watch(callOf(create), first, 45, calm);
    expect(watched).toMatchObject({ ended: 'budget', state: 'provisioning' });
    expect(asked.map(({ at }) => Math.round((at - begun) / 100) / 10)).toEqual([
      5, 12.5, 23.8, 38.8, 45,
    ]);
  });

  it('polls quick work quickly', async () => {
    const quick = { ...create, ...(create.watch && { watch: { ...create.watch, usually: 5 } }) };
    const { api, asked, clock } = stepping([cluster('provisioning')]);
    const begun = clock.now();
    await api.watch(callOf(quick), first, 8, calm);
    expect(asked.map(({ at }) => Math.round((at - begun) / 100) / 10)).toEqual([
      0.6, 1.6, 3, 5, 7, 8,
    ]);
  });

  it('tells people how far it is, with numbers that rise', async () => {
    const { api } = stepping([
      cluster('provisioning'),
      cluster('provisioning'),
      cluster('running'),
    ]);
    const told: WorkProgress[] = [];
    const context: CallContext = { ...calm, progress: (update) => told.push(update) };
    await api.watch(callOf(create), first, 45, context);
    expect(told.map((one) => ({ ...one, waited: Math.round(one.waited) }))).toEqual(
      [0, 5, 13].map((waited) => ({
        what: 'cluster',
        state: 'provisioning',
        waited,
        patience: 45,
        usually: 300,
      })),
    );
  });

  it('ends at failure with what DigitalOcean says', async () => {
    const { api } = stepping([cluster('error', 'no capacity in this region')]);
    const watched = await api.watch(callOf(create), first, 45, calm);
    expect(watched).toMatchObject({
      ended: 'failed',
      state: 'error',
      reason: 'no capacity in this region',
    });
  });

  it('asks nothing when the first reply tells that it is over', async () => {
    const { api, asked } = stepping([cluster('running')]);
    const watched = await api.watch(callOf(create), replied(cluster('running')), 45, calm);
    expect([watched.ended, asked.length]).toEqual(['done', 0]);
  });

  it('survives 404 right after creation', async () => {
    const { api, asked } = stepping([404, 404, cluster('running')]);
    expect(await api.watch(callOf(create), first, 45, calm)).toMatchObject({ ended: 'done' });
    expect(asked).toHaveLength(3);
  });

  it('takes 404 as the end of a deletion, and as failure of anything else', async () => {
    const deletion = stepping([cluster('deleting'), 404]);
    const removed = callOf(remove, { arguments: { cluster_id: 'c-1' } });
    const gone = await deletion.api.watch(removed, replied(undefined, 204), 45, calm);
    expect(gone).toMatchObject({ ended: 'done', state: 'gone' });
    const reading = entry({
      id: poll.id,
      method: 'GET',
      path: poll.path,
      reply: poll.reply,
      watch: {
        poll: { operation: poll.id, path: {} },
        done: [],
        failed: [],
        usually: 60,
        what: 'cluster',
      },
    });
    const read = stepping([404]);
    const watched = await read.api.watch(callOf(reading), first, 45, calm);
    expect(watched).toMatchObject({
      ended: 'failed',
      state: 'gone',
      reason: 'the cluster is no longer there',
    });
  });

  it('survives a poll that fails, and gives up after three in a row without losing the first reply', async () => {
    const lucky = stepping(['lost', 500, cluster('running')]);
    expect(await lucky.api.watch(callOf(create), first, 45, calm)).toMatchObject({ ended: 'done' });
    const unlucky = stepping(['lost']);
    const watched = await unlucky.api.watch(callOf(create), first, 45, calm);
    expect(watched).toMatchObject({ ended: 'budget', pieces: [{ polled: first.body }] });
    expect(watched.unread).toMatchObject({
      why: 'failure',
      failure: { code: 'unreachable', reason: 'the connection was reset' },
    });
    expect(unlucky.asked).toHaveLength(3);
  });

  it('ends within 100 ms when the caller leaves, and says that it was left', async () => {
    const { api, clock } = stepping([cluster('provisioning')]);
    const caller = new AbortController();
    const context: CallContext = { signal: caller.signal, progress: () => caller.abort() };
    const begun = Date.now();
    const watched = await api.watch(callOf(create), first, 45, context);
    expect(watched).toMatchObject({
      ended: 'cancelled',
      state: 'provisioning',
      pieces: [{ polled: first.body }],
    });
    expect(Date.now() - begun).toBeLessThan(100);
    expect(clock.sleeping).toBe(0);
  });

  it('also ends in the middle of a poll that hangs', async () => {
    const caller = new AbortController();
    const kit = createKit(
      {
        transport: {
          exchange: ({ signal }) =>
            new Promise((_, reject) => {
              signal.addEventListener(
                'abort',
                () => reject(new WireFailure('unknown', 'aborted', 'gone')),
                { once: true },
              );
              caller.abort();
            }),
          close: async () => undefined,
        },
      },
      { endpointOf: () => poll },
    );
    // Nothing else moves this clock while a poll is under way.
    const watched = await kit.api.watch(callOf(create), first, 45, { signal: caller.signal });
    expect(watched.ended).toBe('cancelled');
  });

  it('does not poll what the token may not read, and says so', async () => {
    const { api, asked } = stepping([cluster('running')]);
    const context: CallContext = { ...calm, permits: async () => undefined };
    const watched = await api.watch(callOf(create), first, 45, context);
    expect(watched).toMatchObject({
      ended: 'budget',
      unread: { why: 'not_allowed' },
    });
    expect(asked).toHaveLength(0);
  });

  it('says so when the reply does not name what to watch', async () => {
    const { api } = stepping([cluster('running')]);
    const watched = await api.watch(callOf(create), replied({}), 45, calm);
    expect(watched).toMatchObject({
      ended: 'budget',
      unread: { why: 'unnamed' },
    });
  });

  it('repeats a read that watches itself with its own filters', async () => {
    const share = entry({
      id: 'nfs_get',
      method: 'GET',
      path: '/v2/nfs/{nfs_id}',
      reply: { kind: 'object', key: 'share' },
      watch: {
        poll: { operation: 'nfs_get', path: {} },
        state: 'share.status',
        done: ['ACTIVE'],
        failed: ['FAILED'],
        usually: 60,
        what: 'share',
      },
    });
    const { api, asked } = stepping([{ share: { status: 'ACTIVE' } }]);
    const call = callOf(share, {
      arguments: { nfs_id: 'n-1', region: 'ams3' },
      request: { query: [['region', 'ams3']] },
    });
    expect(
      await api.watch(call, replied({ share: { status: 'CREATING' } }), 45, calm),
    ).toMatchObject({ ended: 'done' });
    expect(asked[0]?.path).toBe('/v2/nfs/n-1?region=ams3');
  });
});
