// The life cycles of DigitalOcean's areas, each from its first state to every ending; also of areas without tools yet.
import { describe, expect, it } from 'vitest';
import type { LifeCycle } from '../../scope-map/endpoint.ts';
import { readWorkState } from '../../src/client/watching/work-state.ts';
import { catalogue } from '../scope-map/every-endpoint.ts';
import { callOf, calm, createKit, entry } from './kit.ts';
import { stories } from './life-cycle-stories/stories.ts';
import type { Reply, Story } from './life-cycle-stories/story.ts';

/** Lives through a story: the call is answered with an id, then the polls are answered one by one. */
const live = async (name: string, life: Story['life'], replies: readonly Reply[]) => {
  const read = entry({
    id: 'read_it',
    method: 'GET',
    path: '/v2/things/{id}',
    reply: { kind: 'object', key: null },
  });
  const start = entry({
    id: 'start_it',
    method: 'POST',
    path: '/v2/things',
    reply: { kind: 'object', key: null },
    watch: {
      ...life,
      poll: { operation: 'read_it', path: { id: { reply: 'made.id' } } },
      usually: 30,
      what: name,
    },
  });
  let asked = 0;
  const kit = createKit(
    {
      transport: {
        exchange: async () => {
          const reply = replies[Math.min(asked, replies.length - 1)] ?? 404;
          asked += 1;
          return reply === 404
            ? { status: 404, headers: {}, body: '{"id":"not_found","message":"not found"}' }
            : { status: 200, headers: {}, body: JSON.stringify(reply) };
        },
        close: async () => undefined,
      },
    },
    { endpointOf: () => read },
  );
  const first = { status: 202, headers: {}, body: { made: { id: 'x' } }, requestId: null };
  return { watched: await kit.api.watch(callOf(start), first, 600, calm), asked: () => asked };
};

describe.each(Object.entries(stories))('a %s', (name, story) => {
  it('is watched to its good end, and not a poll further', async () => {
    const { watched, asked } = await live(name, story.life, story.good);
    expect(watched.ended).toBe('done');
    expect(asked()).toBe(story.good.length);
    const last = story.good.at(-1);
    if (last !== 404) expect(watched.pieces[0].polled).toEqual(last);
  });

  it('that fails is an end too', async () => {
    for (const reply of story.bad ?? []) {
      const { watched } = await live(name, story.life, [...story.good.slice(0, -1), reply]);
      expect(watched.ended).toBe('failed');
    }
  });

  it('that never ends is left at the budget', async () => {
    const before = story.good.at(-2) ?? 404;
    const open = story.good.length > 1 ? [before] : [{}];
    // A state that may be from before the change counts after its time, so only the others can last for ever.
    if (
      story.life.settles !== undefined &&
      before !== 404 &&
      readWorkState(story.life as LifeCycle, before).verdict === 'done'
    )
      return;
    expect((await live(name, story.life, open)).watched.ended).toBe('budget');
  });
});

describe('a change whose first polls still show the state from before', () => {
  it('is believed once another state was seen, or after the time it takes to settle', async () => {
    const story = stories['database resize'];
    const replies = [{ database: { status: 'online' } }];
    const { watched, asked } = await live(
      'database',
      story?.life ?? { done: [], failed: [] },
      replies,
    );
    expect(watched.ended).toBe('done');
    expect(asked()).toBeGreaterThan(5);
  });
});

describe('the words for failure', () => {
  it('come from the reply where it has some, and count failures where it does not', () => {
    const life = {
      done: ['*'],
      failed: [],
      state: 'at',
      failures: 'failures',
      message: 'why',
    } as unknown as LifeCycle;
    expect(readWorkState(life, { at: 'x', failures: 1, why: 'in use' })).toMatchObject({
      verdict: 'failed',
      message: 'in use',
    });
    expect(readWorkState(life, { at: 'x', failures: 3 })).toMatchObject({
      message: '3 parts of it failed',
    });
  });
});

describe('the catalogue', () => {
  it('has only life cycles whose polls exist and are reads', () => {
    const byId = new Map(catalogue.map((endpoint) => [endpoint.id, endpoint]));
    for (const { id, watch } of catalogue) {
      if (!watch) continue;
      for (const follow of [watch.poll, ...(watch.afterwards ? [watch.afterwards] : [])]) {
        const target = byId.get(follow.operation);
        expect([id, target?.method]).toEqual([id, 'GET']);
        if (follow.operation === id) continue;
        const placeholders = [...(target?.path ?? '').matchAll(/\{([^}]+)\}/g)].map(
          ([, name]) => name,
        );
        expect([id, Object.keys(follow.path).toSorted()]).toEqual([id, placeholders.toSorted()]);
      }
    }
  });
});
