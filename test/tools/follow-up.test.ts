// The reads that follow a call are worked out once, for the sentence that names them and for watching.
import { describe, expect, it } from 'vitest';
import { argumentsOf, followUpCalls, requestOf } from '../../tools/answer/follow-up.ts';
import { nextSentence } from '../../tools/answer/next-sentence.ts';
import { entry } from '../client/kit.ts';

const follow = {
  operation: 'actions_get',
  path: { action_id: { reply: 'links.actions.id' } },
  query: { region: { argument: 'region' } },
} as const;

const poll = entry({
  id: 'actions_get',
  method: 'GET',
  path: '/v2/actions/{action_id}',
  reply: { kind: 'object', key: 'action' },
});

const create = entry({
  id: 'droplets_create',
  method: 'POST',
  path: '/v2/droplets',
  reply: { kind: 'object', key: 'droplet' },
  watch: { poll: follow, done: ['completed'], failed: [], usually: 60, what: 'Droplet' },
});

const reply = { links: { actions: [{ id: 11 }, { id: 12 }, { id: 13 }] } };

describe('the reads that follow a call', () => {
  it('are one for each thing that was started, each with its query', () => {
    const calls = followUpCalls(follow, { region: 'nyc3' }, reply);
    expect(calls.map(argumentsOf)).toEqual([
      { action_id: 11, region: 'nyc3' },
      { action_id: 12, region: 'nyc3' },
      { action_id: 13, region: 'nyc3' },
    ]);
    expect(calls.map((call) => requestOf(poll, call))).toMatchObject([
      { path: '/v2/actions/11', query: [['region', 'nyc3']] },
      { path: '/v2/actions/12' },
      { path: '/v2/actions/13' },
    ]);
  });

  it('are at most ten', () => {
    const many = { links: { actions: Array.from({ length: 50 }, (_, at) => ({ id: at + 1 })) } };
    expect(followUpCalls(follow, { region: 'nyc3' }, many)).toHaveLength(10);
  });

  it.each([
    ['an argument that was not given', {}, reply],
    ['a reply without the id', { region: 'nyc3' }, { links: {} }],
    ['an empty id', { region: 'nyc3' }, { links: { actions: { id: '' } } }],
    ['an id that leads elsewhere', { region: 'nyc3' }, { links: { actions: { id: '../x' } } }],
    ['an id that is none', { region: 'nyc3' }, { links: { actions: { id: { deep: 1 } } } }],
    ['an id of any length', { region: 'nyc3' }, { links: { actions: { id: 'x'.repeat(9999) } } }],
  ])('are none for %s', (_, given, body) => {
    expect(followUpCalls(follow, given, body)).toEqual([]);
    expect(nextSentence(create, given, body, () => 'actions_get')).toBeUndefined();
  });

  it('are named, every one, with what they need', () => {
    expect(nextSentence(create, { region: 'nyc3' }, reply, () => 'actions_get')).toBe(
      'Call actions_get with action_id 11, 12 or 13 and region "nyc3" once for each of them, to see when it has ended; wait_seconds up to 45 waits for it.',
    );
  });
});
