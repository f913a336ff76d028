// Arguments are bounded before work that grows with them, read as clients send them, and refused in words of our own.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deepest } from '../../tools/places.ts';
import { createValidator } from '../../tools/request/validation.ts';
import { box, tools } from '../agent.ts';

const validate = async (name: string, raw: unknown) => {
  const tool = await box.named(name);
  if (!tool) throw new Error(`no tool ${name}`);
  return createValidator(tool)(raw);
};

const problems = async (name: string, raw: unknown): Promise<readonly string[]> => {
  const result = await validate(name, raw);
  return result.ok ? [] : result.problems;
};

const given = async (name: string, raw: unknown): Promise<unknown> => {
  const result = await validate(name, raw);
  return result.ok ? result.arguments : result.problems;
};

const many = <T>(length: number, one: (at: number) => T): T[] =>
  Array.from({ length }, (_, at) => one(at));

const named = (length: number): Record<string, number> =>
  Object.fromEntries(many(length, (at) => [`argument${at}`, at]));

const nested = (depth: number): unknown =>
  JSON.parse(`${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`);

describe('arguments that are too much', () => {
  it.each<[string, string, unknown, RegExp]>([
    [
      'names in fields',
      'droplets_list',
      { fields: many(149_000, (at) => `f${at}`) },
      /more than 3000 values/,
    ],
    [
      'names in fields, one too many',
      'droplets_list',
      { fields: many(101, (at) => `f${at}`) },
      /at most 100 names, not 101/,
    ],
    [
      'letters in a name of fields',
      'droplets_list',
      { fields: ['x'.repeat(201)] },
      /more than 200 characters/,
    ],
    [
      'keys in a name of fields',
      'droplets_list',
      { fields: ['a.'.repeat(12).concat('a')] },
      /joined by dots/,
    ],
    ['unknown names', 'droplets_list', named(14_000), /more than 3000 values/],
    [
      'elements',
      'droplets_create',
      { ssh_keys: many(100_000, () => ({})) },
      /more than 3000 values/,
    ],
    [
      'elements, as text',
      'droplets_create',
      { ssh_keys: JSON.stringify(many(100_000, () => ({}))) },
      /more than 3000 values/,
    ],
    [
      'text in many pieces',
      'droplets_create',
      { tags: many(2000, () => 'x'.repeat(1000)) },
      /more than 1048576 characters/,
    ],
    ['text in names', 'droplets_list', { ['x'.repeat(2000)]: 1 }, /a name has more than 1024/],
    ['depth', 'apps_create', { spec: nested(100_000) }, /nested deeper/],
    [
      'depth, as text',
      'apps_create',
      {
        spec: JSON.stringify({ a: 1 }).replace('1', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`),
      },
      /nested deeper/,
    ],
    [
      'depth of lists',
      'droplets_create',
      { tags: JSON.parse(`${'['.repeat(9000)}${']'.repeat(9000)}`) },
      /nested deeper/,
    ],
  ])('by their %s are refused in one sentence', async (_, name, raw, message) => {
    const told = await problems(name, raw);
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(message);
  });

  it('are allowed up to the bound itself', async () => {
    expect(await problems('droplets_list', { fields: many(100, () => 'id') })).toEqual([]);
    expect((await problems('droplets_list', { fields: ['x'.repeat(200)] })).join()).not.toMatch(
      /200/,
    );
    const atBound = await problems('apps_create', { spec: nested(deepest - 2) });
    expect(atBound.join()).not.toMatch(/nested deeper/);
    const beyond = await problems('apps_create', { spec: nested(deepest) });
    expect(beyond.join()).toMatch(/nested deeper/);
    const fits = await problems('droplets_create', { ssh_keys: many(2_900, () => ({})) });
    expect(fits.join()).not.toMatch(/values/);
  });

  it('are told in a few sentences, and the rest is counted', async () => {
    const names = await problems('droplets_list', named(2_900));
    expect(names.at(-1)).toBe('and 2895 more');
    expect(names).toHaveLength(6);
    const elements = await problems('droplets_create', { ssh_keys: many(2_900, () => ({})) });
    expect(elements).toHaveLength(11);
    expect(elements.at(-1)).toBe('and 2892 more');
    expect(names.concat(elements).join(' ').length).toBeLessThan(4000);
  });
});

describe('arguments that could not be sent as they are', () => {
  it.each<[string, unknown]>([
    ['a value', { name: 'web \ud83d' }],
    ['a name', { 'web\udc00': 1 }],
    ['JSON text', { tags: '["\\ud83d"]' }],
  ])('are refused in words: half a character in %s', async (_, raw) => {
    expect((await problems('droplets_create', raw)).join()).toMatch(/lone surrogate/);
  });

  it('are refused when they hold the redaction mark, however it is escaped', async () => {
    for (const text of [
      '[redacted by do-mcp]',
      '\\u005bredacted by do-mcp\\u005d',
      '{"a":"\\\\u005bredacted"}',
    ])
      expect((await problems('droplets_create', { user_data: text })).join()).toMatch(
        /redaction mark/,
      );
    // Read as JSON, this is the mark itself.
    expect((await problems('droplets_create', { tags: '["\\u005bredacted"]' })).join()).toMatch(
      /redaction mark/,
    );
  });

  it('may hold names that every object has', async () => {
    const raw = JSON.parse('{"__proto__":1,"constructor":2,"toString":3}');
    const told = (await problems('droplets_list', raw)).join();
    for (const name of ['__proto__', 'constructor', 'toString'])
      expect(told).toContain(`no argument "${name}"`);
  });
});

describe('arguments as clients send them', () => {
  it.each([[undefined], [null], [''], ['  '], ['{}']])('count as none: %j', async (raw) => {
    expect(await given('droplets_list', raw)).toEqual({});
  });

  it('are read from JSON text', async () => {
    expect(await given('droplets_get', '{"droplet_id": 5}')).toEqual({ droplet_id: 5 });
    for (const raw of ['[1]', '{broken', 'text', '5', 5, [], true])
      expect((await problems('droplets_get', raw)).join()).toMatch(
        /must be an object, not (a|text)/,
      );
  });

  it('say true and false as text where only that is wanted', async () => {
    const droplet = { name: 'a', size: 's', image: 'x' };
    expect(await given('droplets_create', { ...droplet, ipv6: 'true', backups: 'False' })).toEqual({
      ...droplet,
      ipv6: true,
      backups: false,
    });
    expect((await problems('droplets_create', { ...droplet, ipv6: 'yes' })).join()).toMatch(
      /ipv6 must be true or false, not text/,
    );
    expect(await given('droplets_create', { ...droplet, name: 'true' })).toMatchObject({
      name: 'true',
    });
  });

  it('say "" for what is not there, where it cannot be a value', async () => {
    const balancer = {
      lb_id: '4de7ac8b-495b-4884-9a69-1050c6793cd6',
      name: 'lb',
      region: 'nyc3',
      forwarding_rules: [],
    };
    expect(
      await given('load_balancers_create', { ...balancer, droplet_ids: [1], tag: '' }),
    ).not.toHaveProperty('tag');
    expect(await given('droplets_list', { tag_name: '', max_items: '' })).toEqual({});
    expect(await given('droplets_list', { detail: '' })).toEqual({});
    expect(await given('domains_list_records', { domain_name: 'a.b', type: '' })).toEqual({
      domain_name: 'a.b',
    });
  });

  it('keep "" where it narrows a change, or is required', async () => {
    expect(await given('droplets_destroy_by_tag', { tag_name: '' })).not.toEqual({});
    expect((await problems('droplets_get', { droplet_id: '' })).join()).toMatch(
      /droplet_id must be/,
    );
  });

  it('are told to be missing when they are missing, not to be one of something', async () => {
    const told = (
      await problems('domains_update_record', { domain_name: 'a.b', domain_record_id: 1 })
    ).join();
    expect(told).toMatch(/type is required/);
    expect(told).not.toMatch(/must be one of/);
  });
});

describe('names in fields', () => {
  it('that no reply has are refused, with the nearest that there are', async () => {
    const told = await problems('droplets_list', {
      fields: ['id', 'regoin', 'ip_address', 'qqqqqqqqqq'],
    });
    expect(told).toHaveLength(3);
    expect(told[0]).toMatch(/no "regoin"; the nearest are "region"/);
    expect(told[1]).toMatch(/no "ip_address"; the nearest are .*"networks\.v4\.ip_address"/);
    expect(told[2]).toMatch(/no "qqqqqqqqqq"; there are id, name, /);
  });

  it("may be any that a reply has, and lie within what is the owner's own", async () => {
    expect(
      await problems('droplets_list', {
        fields: ['id', 'region.slug', 'networks.v4.type', 'tags'],
      }),
    ).toEqual([]);
    expect(
      await problems('kubernetes_list_clusters', { fields: ['node_pools.labels.team'] }),
    ).toEqual([]);
  });

  it('are told by the first few, and the rest is counted', async () => {
    const told = await problems('droplets_list', { fields: many(100, (at) => `field${at}`) });
    expect(told).toHaveLength(4);
    expect(told.at(-1)).toMatch(/^and 97 more/);
  });
});

describe('what is said about wrong arguments', () => {
  it('never holds a word of the validator, or a value', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...tools),
        fc.array(fc.tuple(fc.nat(), fc.jsonValue({ maxDepth: 3 }))),
        async (tool, picks) => {
          const known = Object.keys(tool.inputSchema.properties);
          const raw = Object.fromEntries(
            picks.map(([at, value]) => [known[at % known.length] ?? 'x', value]),
          );
          const told = await problems(tool.name, raw);
          // What may be chosen are DigitalOcean's words.
          const ours = told.map((line) => line.replace(/(?<=one of: ).*/, ''));
          expect(ours.join(' ')).not.toMatch(
            /expected|received|invalid|unrecognized|undefined|zod/i,
          );
          expect(told.length).toBeLessThanOrEqual(11);
        },
      ),
    );
  });
});
