// What is foreseen of DigitalOcean's answer: refused for certain, promised, or not known and why.
import { describe, expect, it } from 'vitest';
import type { Check, Refusals, Shows } from '../../scope-map/endpoint/refusals.ts';
import type { Looked, Lookout } from '../../src/consequences/look.ts';
import { foreseeReply } from '../../src/consequences/refusals/foresee.ts';
import { isShown } from '../../src/consequences/refusals/signs.ts';
import { toolNamed } from '../agent.ts';

const seen = (body: unknown, isWhole = true): Looked => ({ kind: 'seen', body, isWhole });

const lookout = (lacking: readonly string[] = []): Omit<Lookout, 'look'> => ({
  sent: 0,
  itemsOf: async () => [],
  lacks: async (scopes) => scopes.filter((scope) => lacking.includes(scope)),
});

/** Sees what is given by operation; everything else is there, and empty. */
const lookingAt = (
  replies: Readonly<Record<string, Looked>>,
  lacking: readonly string[] = [],
): Lookout => ({
  ...lookout(lacking),
  look: async (operation) => replies[operation] ?? seen({}),
});

const foresee = (
  checks: Refusals[string] | undefined,
  replies: Readonly<Record<string, Looked>> = {},
  given: Readonly<Record<string, unknown>> = { volume_id: 'v', name: 'data', region: 'nyc3' },
  tool = 'volumes_delete',
) => foreseeReply({ tool: toolNamed(tool), given }, checks, lookingAt(replies));

const taken: Check = {
  read: { operation: 'volumes_list' },
  among: { list: 'volumes', where: { name: 'name' } },
  grounds: [{ sign: 'found', says: 'there is a volume {name}' }],
};

const list = (...names: readonly string[]) => ({ volumes: names.map((name) => ({ name })) });

describe('what is foreseen', () => {
  it('is a promise where everything was seen and nothing stands against it', async () => {
    expect(await foresee([taken], { volumes_list: seen(list('other')) })).toEqual({
      outcome: 'would_go',
      because: [],
    });
  });

  it('is a refusal with its reasons, whatever else is not known', async () => {
    const barred: Looked = { kind: 'barred', reason: 'the token lacks it' };
    const other: Check = {
      read: { operation: 'volumes_get', given: { volume_id: 'volume_id' } },
      grounds: [{ sign: { at: 'volume.droplet_ids', filled: true }, says: 'it is attached' }],
    };
    expect(
      await foresee([taken, other], { volumes_list: seen(list('data')), volumes_get: barred }),
    ).toEqual({ outcome: 'would_be_refused', because: ['there is a volume data'] });
  });

  it('is not known of an operation of which nothing is declared', async () => {
    expect((await foresee(undefined)).outcome).toBe('not_known');
  });

  it.each<readonly [string, Looked]>([
    ['was not read', { kind: 'unread', reason: 'there was no time left' }],
    ['may not be read', { kind: 'barred', reason: 'the token lacks the scope block_storage:read' }],
    ['goes on beyond its first page', seen(list('other'), false)],
  ])('is not known where the list %s', async (_, looked) => {
    const { outcome, because } = await foresee([taken], { volumes_list: looked });
    expect(outcome).toBe('not_known');
    expect(because[0]).toMatch(/^whether there is a volume data \(.+\)$/);
  });

  it('is a refusal where the first page shows enough', async () => {
    const { outcome } = await foresee([taken], { volumes_list: seen(list('data'), false) });
    expect(outcome).toBe('would_be_refused');
  });

  it('is a refusal where what the path names is gone', async () => {
    expect(await foresee([], { volumes_get: { kind: 'gone' } })).toEqual({
      outcome: 'would_be_refused',
      because: ['there is no volume_id v'],
    });
  });

  it('is not known where only the thing around it can be looked for', async () => {
    const given = { cluster_id: 'c', node_pool_id: 'p', node_id: 'n' };
    const about = (checks: Refusals[string]) =>
      foresee(checks, {}, given, 'kubernetes_delete_node');
    expect((await about([])).because).toEqual(['whether there is a node_id n']);
    const gone = await foresee(
      [],
      { kubernetes_get_nodePool: { kind: 'gone' } },
      given,
      'kubernetes_delete_node',
    );
    expect(gone.outcome).toBe('would_be_refused');
  });

  it('asks nothing of what the call does not name', async () => {
    const check: Check = {
      read: { operation: 'vpcs_get', given: { vpc_id: 'vpc_uuid' } },
      grounds: [{ sign: 'gone', says: 'there is no network' }],
    };
    expect((await foresee([check], { vpcs_get: { kind: 'gone' } })).outcome).toBe('would_go');
  });

  it('is asked of each of several', async () => {
    const check: Check = {
      each: 'volumes',
      read: { operation: 'volumes_get', given: { volume_id: 'it' } },
      grounds: [{ sign: { at: 'volume.droplet_ids', filled: true }, says: '{it} is attached' }],
    };
    const looking: Lookout = {
      ...lookout(),
      look: async (_, { volume_id: id }) =>
        seen({ volume: { droplet_ids: id === 'b' ? [1] : [] } }),
    };
    const tool = toolNamed('droplets_create');
    const told = await foreseeReply({ tool, given: { volumes: ['a', 'b'] } }, [check], looking);
    expect(told).toEqual({ outcome: 'would_be_refused', because: ['b is attached'] });
  });

  it('is not known where the token may be shown less than there is', async () => {
    const attached: Check = {
      read: { operation: 'volumes_get', given: { volume_id: 'volume_id' } },
      hidden: ['droplet:read'],
      grounds: [{ sign: { at: 'volume.droplet_ids', filled: true }, says: 'it is attached' }],
    };
    const free: Check = {
      ...attached,
      grounds: [{ sign: { at: 'volume.droplet_ids', empty: true }, says: 'it is free' }],
    };
    const about = async (check: Check, ids: readonly number[], lacking: readonly string[]) => {
      const looking = lookingAt({ volumes_get: seen({ volume: { droplet_ids: ids } }) }, lacking);
      const tool = toolNamed('volumes_delete');
      return (await foreseeReply({ tool, given: { volume_id: 'v' } }, [check], looking)).outcome;
    };
    expect(await about(attached, [], [])).toBe('would_go');
    expect(await about(attached, [], ['droplet:read'])).toBe('not_known');
    // What is shown is there, whatever else is hidden.
    expect(await about(attached, [1], ['droplet:read'])).toBe('would_be_refused');
    expect(await about(free, [], [])).toBe('would_be_refused');
    expect(await about(free, [], ['droplet:read'])).toBe('not_known');
  });

  it('does not take itself for another of the same name', async () => {
    const renamed: Check = {
      ...taken,
      among: { list: 'volumes', where: { name: 'name' }, except: { id: 'volume_id' } },
    };
    const reply = (id: string) => ({ volumes_list: seen({ volumes: [{ id, name: 'data' }] }) });
    expect((await foresee([renamed], reply('v'))).outcome).toBe('would_go');
    expect((await foresee([renamed], reply('w'))).outcome).toBe('would_be_refused');
  });

  it('never promises what only perhaps goes', async () => {
    const check: Check = {
      ...taken,
      grounds: [{ sign: 'found', says: 'what then', perhaps: true }],
    };
    expect(await foresee([check], { volumes_list: seen(list('data')) })).toEqual({
      outcome: 'not_known',
      because: ['what then'],
    });
  });

  it.each([null, 'text', [], 7, {}, { volumes: 'many' }, { volumes: null }])(
    'is not known where the reply has another shape: %j',
    async (body) => {
      const missing: Check = { ...taken, grounds: [{ sign: 'missing', says: 'there is none' }] };
      for (const check of [taken, missing])
        expect((await foresee([check], { volumes_list: seen(body) })).outcome).toBe('not_known');
    },
  );

  it('holds that a check refused what it was given, and not that it broke', async () => {
    const check: Check = {
      read: { operation: 'apps_validate_appSpec', given: { spec: 'spec' } },
      grounds: [{ sign: 'refused', says: 'the spec is not taken' }],
    };
    const about = (status: number) =>
      foresee(
        [check],
        { apps_validate_appSpec: { kind: 'unread', reason: 'it could not be read', status } },
        { spec: { name: 'a' } },
        'apps_create',
      );
    expect((await about(400)).outcome).toBe('would_be_refused');
    expect((await about(500)).outcome).toBe('not_known');
    expect((await about(429)).outcome).toBe('not_known');
  });
});

describe('a sign', () => {
  const thing = {
    off: null,
    name: 'a',
    none: [],
    some: ['x', 'y'],
    size: 10,
    regions: ['nyc1', 'nyc3'],
  };
  const call = {
    want: 'y',
    other: 'z',
    eleven: 11,
    ten: 10,
    start: 'nyc',
    list: ['x', 'q'],
    nodes: [{ count: 3 }, { count: 4 }],
    limit: 16,
  };

  it.each<readonly [Shows, boolean | undefined]>([
    [{ at: 'name', is: ['a', 'b'] }, true],
    [{ at: 'name', is: ['b'] }, false],
    [{ at: 'name', isNot: ['b'] }, true],
    [{ at: 'missing', isNot: ['b'] }, undefined],
    [{ at: 'none', isNot: ['b'] }, true],
    [{ at: 'some', filled: true }, true],
    [{ at: 'none', filled: true }, false],
    [{ at: 'off', empty: true }, true],
    [{ at: 'some', has: 'want' }, true],
    [{ at: 'some', lacks: 'other' }, true],
    [{ at: 'some', lacks: 'nowhere' }, undefined],
    [{ at: 'regions', startsNone: 'start' }, false],
    [{ at: 'regions', startsNone: 'want' }, true],
    [{ at: 'size', reaches: 'ten' }, true],
    [{ at: 'size', exceeds: 'ten' }, false],
    [{ at: 'size', below: 'eleven' }, true],
    [{ at: 'name', below: 'eleven' }, undefined],
    [{ at: 'some', most: 2 }, true],
    [{ at: 'some', most: 3, adding: 'list' }, false],
    [{ at: 'some', most: 2, adding: 'list' }, true],
    [{ at: 'size', fills: 'eleven' }, false],
    [{ at: 'size', fills: 'ten' }, true],
    [{ at: 'size', fills: 'eleven', adding: 'list' }, true],
    [{ at: 'size', fills: 'limit', summing: 'nodes.count' }, true],
    [{ at: 'size', fills: 'nowhere' }, undefined],
    [{ at: 'size', fills: 'nowhere|limit' }, false],
  ])('%j shows %s', (shows, expected) => {
    expect(isShown(shows, thing, call)).toBe(expected);
  });
});
