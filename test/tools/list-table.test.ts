// Compact lists as tables, columns as fields, and conditions on items: what `where` and the view's columns promise.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startList } from '../../tools/answer/list-answer.ts';
import { createValidator } from '../../tools/request/validation.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import { toolNamed } from '../agent.ts';

const droplet = (id: number, more: object = {}) => ({
  id,
  name: `web-${id}`,
  status: 'active',
  region: { slug: id % 2 ? 'nyc3' : 'ams3', name: 'A place' },
  image: { slug: 'ubuntu-24-04-x64' },
  size: { price_monthly: 6 },
  features: id === 3 ? ['backups'] : [],
  networks: {
    v4: [
      { ip_address: `10.0.0.${id}`, type: 'private' },
      { ip_address: `192.0.2.${id}`, type: 'public' },
    ],
  },
  tags: ['web', `n${id}`],
  ...more,
});

const answerTo = (
  items: readonly unknown[],
  given: Arguments = {},
  after: string | null = null,
) => {
  const list = startList(toolNamed('droplets_list'), given, { allowSecrets: false });
  for (const item of items) if (list.wants?.(item) ?? true) list.take(item);
  return list.finish({ siblings: {}, total: items.length, after, resumeAt: () => 'resumed' });
};

const five = [1, 2, 3, 4, 5].map((id) => droplet(id));

describe('a compact list', () => {
  it('is one also where fields are given and name nothing', () => {
    expect(answerTo(five, { fields: [] })).toEqual(answerTo(five));
    expect(answerTo(five, { fields: ['id', 'name'] })).not.toEqual(answerTo(five));
  });

  it('is a table from three items on, addresses by their kind', () => {
    const answer = answerTo(five);
    const columns = answer['columns'] as readonly string[];
    const items = answer['items'] as readonly (readonly unknown[])[];
    expect(columns).toContain('public_ipv4');
    expect(items).toHaveLength(5);
    for (const row of items) expect(row).toHaveLength(columns.length);
    expect(items[2]?.[columns.indexOf('public_ipv4')]).toBe('192.0.2.3');
    expect(items[2]?.[columns.indexOf('backups')]).toBe(true);
    expect(items[1]?.[columns.indexOf('backups')]).toBe(false);
  });

  it.each([1, 2])('of %d is objects without columns', (count) => {
    const answer = answerTo(five.slice(0, count));
    expect(answer).not.toHaveProperty('columns');
    expect((answer['items'] as readonly object[])[0]).toMatchObject({
      id: 1,
      region_slug: 'nyc3',
      private_ipv4: '10.0.0.1',
      price_monthly: 6,
    });
  });

  it('stays objects where an item does not fit', () => {
    const answer = answerTo([...five, 'no object']);
    expect(answer).not.toHaveProperty('columns');
    expect(answer['items']).toHaveLength(6);
  });

  it.each<[string, Arguments]>([
    ['full detail', { detail: 'full' }],
    ['named fields', { fields: ['id', 'networks.v4.type'] }],
  ])('is objects again in %s', (_, given) => {
    expect(answerTo(five, given)).not.toHaveProperty('columns');
  });

  it('gives a column where it is named in fields, beside real fields', () => {
    const answer = answerTo(five, { fields: ['public_ipv4', 'region.name'] });
    expect((answer['items'] as readonly object[])[0]).toEqual({
      public_ipv4: '192.0.2.1',
      region: { name: 'A place' },
    });
  });
});

describe('where', () => {
  const idsWhere = (...where: readonly string[]) => {
    const answer = answerTo(five, { where, fields: ['id'] });
    return (answer['items'] as readonly { id: number }[]).map(({ id }) => id);
  };

  it.each<[readonly string[], readonly number[]]>([
    [['name=WEB-2'], [2]],
    [['region.slug=nyc3'], [1, 3, 5]],
    [['region=nyc3'], [1, 3, 5]],
    [['region_slug=ams3'], [2, 4]],
    [['name=web-1|web-4|nobody'], [1, 4]],
    [['tags=n5'], [5]],
    [['backups=true'], [3]],
    [['public_ipv4=192.0.2.4'], [4]],
    [['networks.v4.ip_address=10.0.0.4'], [4]],
    [['region=nyc3', 'tags=n3|n4'], [3]],
    [['id=4'], [4]],
    [['vpc_uuid='], [1, 2, 3, 4, 5]],
    [['name=a=b'], []],
  ])('%j keeps %j', (where, ids) => {
    expect(idsWhere(...where)).toEqual(ids);
  });

  it('says how many were looked at, and how many there are only when all were seen', () => {
    const where = ['region=nyc3'];
    expect(answerTo(five, { where })).toMatchObject({ returned: 3, looked_at: 5, total: 3 });
    expect(answerTo(five, { where }, 'more')).toMatchObject({ looked_at: 5, total: null });
    expect(answerTo(five, { where, after: 'before' })).toMatchObject({ total: null });
    expect(answerTo(five)).not.toHaveProperty('looked_at');
  });

  it('finds out nothing about a credential', () => {
    const database = (password: string) => ({ id: 'x', connection: { password } });
    const list = startList(
      toolNamed('databases_list_clusters'),
      { where: ['connection.password=hunter2'] },
      { allowSecrets: false },
    );
    expect(list.wants?.(database('hunter2'))).toBe(false);
  });

  it('keeps exactly what is equal, whatever the values are', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.string({ maxLength: 5 }).filter((text) => !/[=|]/.test(text)),
          { maxLength: 8 },
        ),
        fc.nat(7),
        (names, at) => {
          const wanted = (names[at] ?? 'none').trim().toLowerCase();
          const items = names.map((name, id) => droplet(id, { name: name.trim() }));
          const answer = answerTo(items, { where: [`name=${wanted}`], fields: ['name'] });
          expect(answer['returned']).toBe(
            names.filter((name) => name.trim().toLowerCase() === wanted).length,
          );
        },
      ),
    );
  });
});

describe('the form of where', () => {
  const check = createValidator(toolNamed('droplets_list'));
  const problemsOf = async (where: unknown) => {
    const validated = await check({ where });
    return validated.ok ? [] : validated.problems;
  };

  it.each<[unknown, RegExp]>([
    [['name'], /where\[0\] must be field=value/],
    [['=x'], /where\[0\] must be field=value/],
    [['price_monthly<=6'], /where\[0\] can only ask what is equal/],
    [['vcpus>2'], /where\[0\] can only ask what is equal/],
    [['name!=web'], /where\[0\] can only ask what is equal/],
    [['name==web'], /where\[0\] can only ask what is equal/],
    [['name=a', 'nmae=b'], /where: there is no "nmae"; the nearest are "name"/],
    [Array.from({ length: 11 }, () => 'name=a'), /at most 10 conditions/],
    [[`name=${'x'.repeat(500)}`], /more than 500 characters/],
    [[`name=${'x|'.repeat(50)}y`], /at most 50 values/],
    ['name=a', /where must be a list/],
  ])('%j is refused in words', async (where, reason) => {
    expect((await problemsOf(where)).join(' ')).toMatch(reason);
  });

  it('takes columns as well as fields', async () => {
    expect(await problemsOf(['public_ipv4=1.2.3.4', 'size.slug=s-1vcpu-1gb'])).toEqual([]);
  });
});
