// What a policy decides: agents, tools and arguments in a table, and what holds of every policy.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ruledCall } from '../../src/guard/ruled-call.ts';
import { inForce } from '../../src/policy/in-force.ts';
import { matcherOf } from '../../src/policy/pattern.ts';
import { inForceAt, policyIn } from '../../src/policy/policy.ts';
import { policyShape, type WrittenPolicy } from '../../src/policy/shape.ts';
import { toolNamed } from '../agent.ts';

const owner = { allowSecrets: false, readOnly: false };

/** What a policy says of a call, of whose things this was read. */
const ruling = (
  written: WrittenPolicy,
  tool: string,
  given: Record<string, unknown> = {},
  read: Record<string, unknown> = {},
) => {
  const policy = policyIn(policyShape.parse(written), 'agent');
  if (!policy) throw new Error('this is no policy');
  const force = inForce([policy]);
  const call = ruledCall({ tool: toolNamed(tool), given }, owner);
  const things = new Map(
    force.toRead(call).flatMap(({ key, given: by }) => {
      const [id] = Object.values(by);
      const found = read[String(id)];
      return found === undefined ? [] : [[key, found] as const];
    }),
  );
  return force.rule({ ...call, found: { things, filters: true } });
};

const droplets = {
  1: { id: 1, name: 'web-1', tags: ['web'], region: { slug: 'fra1' }, size_slug: 's-1vcpu-1gb' },
  2: { id: 2, name: 'db-1', tags: ['db', 'prod'], region: { slug: 'nyc3' }, size_slug: 'm-2vcpu' },
};

const allow = { decision: 'allow' } as const;
const of = (resources: object): WrittenPolicy =>
  policyShape.parse({
    grants: [{ areas: ['droplets', 'droplet_actions'], resources }],
    rules: [allow],
  });

const get = (id: number) => ['droplets_get', { droplet_id: id }] as const;
const rename = (id: number, name: string) =>
  ['droplet_actions_post', { droplet_id: id, type: 'rename', name }] as const;
const resize = (id: number, size: string) =>
  ['droplet_actions_post', { droplet_id: id, type: 'resize', size }] as const;
const create = (more: object) =>
  [
    'droplets_create',
    { region: 'fra1', size: 's-1vcpu-1gb', image: 'debian-12-x64', ...more },
  ] as const;

describe('a grant by things', () => {
  it.each<[string, object, readonly [string, object], string]>([
    ['an id that is given', { ids: ['1'] }, get(1), 'allow'],
    ['another id', { ids: ['1'] }, get(2), 'deny'],
    ['a name that fits', { names: ['web-*'] }, get(1), 'allow'],
    ['a name that does not', { names: ['web-*'] }, get(2), 'deny'],
    ['a name that holds the pattern inside', { names: ['b-1'] }, get(2), 'deny'],
    ['a tag', { tags: ['prod'] }, get(2), 'allow'],
    ['no such tag', { tags: ['prod'] }, get(1), 'deny'],
    ['a region', { regions: ['fra1'] }, get(1), 'allow'],
    ['another region', { regions: ['fra1'] }, get(2), 'deny'],
    ['name and region', { names: ['*'], regions: ['nyc3'] }, get(1), 'deny'],
    ['what could not be read', { names: ['*'] }, get(3), 'deny'],
    ['a project that nothing tells', { projects: ['*'] }, get(1), 'deny'],
    ['a new name that fits', { names: ['web-*'] }, rename(1, 'web-9'), 'allow'],
    ['a new name that does not', { names: ['web-*'] }, rename(1, 'db-9'), 'deny'],
    ['a name to get in by', { names: ['web-*'] }, rename(2, 'web-9'), 'deny'],
    ['a size within', { sizes: ['s-*'] }, resize(1, 's-2vcpu-2gb'), 'allow'],
    ['a size beyond', { sizes: ['s-*'] }, resize(1, 'm-2vcpu'), 'deny'],
    ['a new thing in a region', { regions: ['fra1'] }, create({ name: 'a' }), 'allow'],
    [
      'a new thing in another',
      { regions: ['fra1'] },
      create({ name: 'a', region: 'nyc3' }),
      'deny',
    ],
    [
      'several of which one does not fit',
      { names: ['web-*'] },
      create({ names: ['web-2', 'db-2'] }),
      'deny',
    ],
    ['a new thing by id', { ids: ['1'] }, create({ name: 'a' }), 'deny'],
    [
      'a volume that was not given',
      { names: ['web-*'] },
      create({ name: 'web-2', volumes: ['v'] }),
      'deny',
    ],
    ['an image of the account', { names: ['web-*'] }, create({ name: 'web-2', image: 77 }), 'deny'],
    [
      'a network that was not given',
      { names: ['web-*'] },
      create({ name: 'web-2', vpc_uuid: 'x' }),
      'deny',
    ],
  ])('and %s', (_, resources, [tool, given], expected) => {
    const told = ruling(of(resources), tool, given as Record<string, unknown>, droplets);
    expect(told.answer).toBe(expected);
  });
});

describe('numbers and arguments', () => {
  const bounded = policyShape.parse({
    grants: [{ tools: ['droplets_create'], most: { names: 2 }, when: { region: ['fra*'] } }],
    rules: [allow],
  });

  it.each([
    ['two', { names: ['a', 'b'] }, 'allow'],
    ['three', { names: ['a', 'b', 'c'] }, 'deny'],
    ['two elsewhere', { names: ['a', 'b'], region: 'nyc3' }, 'deny'],
  ])('%s', (_, given, expected) => {
    const [tool, all] = create(given);
    expect(ruling(bounded, tool, all).answer).toBe(expected);
  });
});

describe('rules', () => {
  const ruled = policyShape.parse({
    rules: [
      { areas: ['domains'], decision: 'allow' },
      { tools: ['domains_create_record'], when: { type: ['MX', 'NS'] }, decision: 'ask' },
      {
        tools: ['domains_*'],
        resources: { domains: ['prod.example'] },
        access: ['change', 'destroy'],
        decision: 'deny',
      },
    ],
  });
  const record = (domain: string, type: string) => ({
    domain_name: domain,
    type,
    name: '@',
    data: '1',
  });

  it.each([
    ['domains_create_record', record('a.example', 'A'), 'allow', 'agent.rules.0'],
    ['domains_create_record', record('a.example', 'MX'), 'ask', 'agent.rules.1'],
    ['domains_create_record', record('PROD.example.', 'MX'), 'deny', 'agent.rules.2'],
    ['domains_list_records', { domain_name: 'prod.example' }, 'allow', 'agent.rules.0'],
    ['domains_delete', { domain_name: 'prod.example' }, 'deny', 'agent.rules.2'],
    ['domains_delete', { domain_name: 'a.example' }, 'allow', 'agent.rules.0'],
    ['droplets_list', {}, 'allow', 'no rule'],
    ['volumes_create', { name: 'v', size_gigabytes: 1, region: 'fra1' }, 'ask', 'no rule'],
    ['volumes_delete', { volume_id: 'v' }, 'deny', 'no rule'],
  ])('%s %o: %s', (tool, given, answer, rule) => {
    expect(ruling(ruled, tool, given)).toMatchObject({ answer, rule });
  });

  it('end when they say so', () => {
    const policy = policyIn(
      policyShape.parse({ grants: [{ until: '2027-01-01T00:00:00Z' }] }),
      'a',
    );
    const at = (time: string) => policy && inForceAt(policy, Date.parse(time)).grants?.length;
    expect([at('2026-12-31T23:59:59Z'), at('2027-01-01T00:00:00Z')]).toEqual([1, 0]);
  });
});

describe('of every policy', () => {
  const tools = [
    'droplets_get',
    'droplets_destroy',
    'droplet_actions_post',
    'domains_list',
    'tags_delete',
  ];
  const given = { droplet_id: 1, type: 'rename', name: 'web-2', tag_id: 'web' };
  const pattern = fc.constantFrom('*', 'web-*', 'web', 'prod', 'fra1', '1', 'x?');
  const bounds = fc.record(
    {
      areas: fc.subarray(['droplets', 'droplet_actions', 'domains', 'tags'] as const, {
        minLength: 1,
      }),
      access: fc.subarray(['read', 'change', 'destroy'] as const, { minLength: 1 }),
      resources: fc.oneof(
        ...['ids', 'names', 'tags', 'regions'].map((one) =>
          fc.record({ [one]: fc.array(pattern, { minLength: 1, maxLength: 2 }) }),
        ),
      ),
    },
    { requiredKeys: [] },
  );
  const rules = fc.array(
    fc
      .tuple(bounds, fc.constantFrom('allow', 'ask', 'deny'))
      .map(([one, decision]) => ({ ...one, decision })),
    { maxLength: 4 },
  );
  const policies = fc
    .record({ grants: fc.array(bounds, { maxLength: 3 }), rules })
    .map((one) => policyShape.parse(one));
  const strictness = { allow: 0, ask: 1, deny: 2 };
  const worth = (policy: WrittenPolicy, tool: string) =>
    strictness[ruling(policy, tool, given, droplets).answer];

  it('what a rule denies more, a grant gives less, or cannot be read is never let through more', () => {
    fc.assert(
      fc.property(policies, bounds, fc.constantFrom(...tools), (policy, more, tool) => {
        const before = worth(policy, tool);
        const denied = policyShape.parse({
          ...policy,
          rules: [...(policy.rules ?? []), { ...more, decision: 'deny' }],
        });
        expect(worth(denied, tool)).toBeGreaterThanOrEqual(before);
        const less = { ...policy, grants: policy.grants?.slice(1) };
        expect(worth(less, tool)).toBeGreaterThanOrEqual(before);
        const unread = strictness[ruling(policy, tool, given).answer];
        expect(unread).toBeGreaterThanOrEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  it('destroying needs a rule, and nothing is let through without a grant', () => {
    fc.assert(
      fc.property(policies, fc.constantFrom(...tools), (policy, tool) => {
        expect(worth({ ...policy, grants: [] }, tool)).toBe(strictness.deny);
        expect(worth({ grants: policy.grants }, 'droplets_destroy')).toBe(strictness.deny);
      }),
      { numRuns: 100 },
    );
  });

  it('patterns mean the whole text, and take no longer for many stars', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('a', 'b', '*', '?') }),
        fc.string({ unit: fc.constantFrom('a', 'b') }),
        (glob, text) => {
          const same = new RegExp(`^${glob.replaceAll(/\*+/g, '.*').replaceAll('?', '.')}$`);
          expect(matcherOf([glob])(text)).toBe(same.test(text));
        },
      ),
    );
    const began = performance.now();
    expect(matcherOf([`${'a*'.repeat(120)}b`])('a'.repeat(20_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
