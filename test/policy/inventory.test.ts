// The inventory of an agent with a policy: what it was given, and that there may be more.
import { describe, expect, it } from 'vitest';
import { codeOf, type Entry, servePolicy } from './served.ts';

describe('the inventory of an agent that was given what carries a tag', () => {
  it('holds nothing else, and says that it is not all', async () => {
    const stager = {
      grants: [
        { areas: ['droplets'], resources: { tags: ['staging'] } },
        { areas: ['volumes'], access: ['read'] },
      ],
    };
    const { call } = await servePolicy({ stager });
    const found = await call('stager', 'account_inventory');
    const items = found['items'] as readonly (readonly unknown[])[];
    expect(items.map(([kind, name]) => [kind, name])).toEqual([
      ['volume', 'uploads'],
      ['Droplet', 'staging-01'],
      ['volume', 'scratch'],
    ]);
    expect(JSON.stringify(found)).not.toContain('web-01');
    expect(found['note']).toContain('given');
  });
});

describe('a policy that names account_inventory', () => {
  const lists: Entry = { grants: [{ areas: ['droplets', 'volumes'], access: ['read'] }] };
  const told = async (entry: Entry, given: Record<string, unknown> = {}) => {
    const { call, toolsOf } = await servePolicy({ one: entry });
    const isListed = (await toolsOf('one')).includes('account_inventory');
    return [isListed, codeOf(await call('one', 'account_inventory', given))];
  };
  const volume = { kinds: ['volume'] };

  it.each<[string, Entry, Record<string, unknown>, boolean, string]>([
    ['grants of areas', lists, {}, true, 'ok'],
    [
      'a grant of other tools alone',
      { grants: [{ tools: ['volumes_*'] }] },
      {},
      false,
      'not_allowed',
    ],
    [
      'a grant of it and of what it reads',
      { grants: [{ tools: ['account_inventory', 'volumes_list'] }] },
      {},
      true,
      'ok',
    ],
    ['a grant to change only', { grants: [{ access: ['change'] }] }, {}, false, 'not_allowed'],
    [
      'a rule that denies it',
      { ...lists, rules: [{ tools: ['account_*'], decision: 'deny' }] },
      {},
      false,
      'not_allowed',
    ],
    [
      'a rule that denies an area',
      { ...lists, rules: [{ areas: ['volumes'], decision: 'deny' }] },
      {},
      true,
      'ok',
    ],
    [
      'a grant of some kinds',
      { grants: [{ tools: ['account_inventory', 'volumes_list'], when: { kinds: ['volume'] } }] },
      { kinds: ['Droplet'] },
      true,
      'not_allowed',
    ],
    [
      'a rule that denies a kind',
      {
        ...lists,
        rules: [{ tools: ['account_inventory'], when: { kinds: ['vol*'] }, decision: 'deny' }],
      },
      volume,
      true,
      'not_allowed',
    ],
    ['a policy that only watches', { grants: [], observe: true }, {}, true, 'ok'],
  ])('by %s', async (_, entry, given, isListed, code) => {
    expect(await told(entry, given)).toEqual([isListed, code]);
  });

  it('is found by what it is for, and called as it was found', async () => {
    const { call } = await servePolicy({ one: lists, two: { grants: [{ tools: ['volumes_*'] }] } });
    const find = (who: string) => call(who, 'find_tools', { request: 'what do I pay for?' });
    const [first] = (await find('one'))['tools'] as readonly Record<string, unknown>[];
    expect(first?.['name']).toBe('account_inventory');
    expect(JSON.stringify(await find('two'))).not.toContain('account_inventory');
    const by = (finder: string) =>
      call('one', finder, { name: 'account_inventory', arguments: volume });
    expect((await by('call_read_tool'))['items']).toHaveLength(2);
    expect(codeOf(await call('two', 'call_read_tool', { name: 'account_inventory' }))).toBe(
      'not_allowed',
    );
  });
});
