// Grants and rules by project, for things that do not tell their project: what is in it is read from the project.
import { describe, expect, it } from 'vitest';
import { ruledCall } from '../../src/guard/ruled-call.ts';
import { inForce } from '../../src/policy/in-force.ts';
import { policyIn } from '../../src/policy/policy.ts';
import { policyShape } from '../../src/policy/shape.ts';
import { toolNamed } from '../agent.ts';
import { codeOf, type Entry, fileOf, servePolicy } from './served.ts';

const [web, staging] = [500_000_001, 500_000_004];
const areas = ['droplets', 'droplet_actions', 'volumes', 'projects'];

/** Two agents, of which one was given what is in a project, or kept from it. */
const open = async (entry: (project: string) => Entry) => {
  const served = await servePolicy({ free: {} }, { mode: 'tools' });
  const { call, change, reached } = served;
  const made = await call('free', 'projects_create', { name: 'pen', purpose: 'Trying things' });
  const { id } = (made['project'] ?? made) as { id: string };
  const move = (who: string, droplet: number, project = id) =>
    call(who, 'projects_assign_resources', {
      project_id: project,
      resources: [`do:droplet:${droplet}`],
    });
  expect(codeOf(await move('free', staging))).toBe('ok');
  await change(fileOf({ free: {}, one: entry(id) }));
  reached.splice(0);
  return { ...served, id, move };
};

describe('an agent that was given a project', () => {
  const given = (project: string): Entry => ({
    grants: [{ areas, resources: { projects: [project] } }],
    rules: [{ decision: 'allow' }],
  });

  it('works with what is in it, and with nothing else', async () => {
    const { call, reached, id } = await open(given);
    const get = async (droplet: number) =>
      codeOf(await call('one', 'droplets_get', { droplet_id: droplet }));
    expect(await get(staging)).toBe('ok');
    expect(reached).toEqual(
      expect.arrayContaining([expect.stringContaining(`GET /v2/projects/${id}/resources`)]),
    );
    // The thing and the project for the policy, and the call itself.
    expect(reached).toHaveLength(3);
    expect(await get(web)).toBe('not_allowed');
    expect(codeOf(await call('one', 'droplets_destroy', { droplet_id: web }))).toBe('not_allowed');
    expect(codeOf(await call('one', 'droplets_destroy', { droplet_id: staging }))).toBe('ok');
  });

  it('sees nothing else in lists, which cost one read more for each project', async () => {
    const { call, reached } = await open(given);
    const list = await call('one', 'droplets_list');
    expect(list).toMatchObject({ returned: 1, total: 1 });
    expect(JSON.stringify(list)).toContain('staging-01');
    expect(reached).toHaveLength(2);
    expect(await call('one', 'volumes_list')).toMatchObject({ returned: 0 });
  });

  it('moves nothing into it, and nothing out of it', async () => {
    const { call, move } = await open(given);
    expect(codeOf(await move('one', web))).toBe('not_allowed');
    const away = { resources: [`do:droplet:${staging}`] };
    expect(codeOf(await call('one', 'projects_assign_resources_default', away))).toBe(
      'not_allowed',
    );
    expect(codeOf(await call('one', 'droplets_get', { droplet_id: web }))).toBe('not_allowed');
  });
});

describe('an agent that is kept from a project', () => {
  const kept = (project: string): Entry => ({
    rules: [
      { decision: 'allow' },
      { resources: { projects: [project] }, access: ['destroy'], decision: 'deny' },
    ],
  });

  it('destroys nothing in it, and does not take it out before', async () => {
    const { call } = await open(kept);
    const destroy = async (droplet: number) =>
      codeOf(await call('one', 'droplets_destroy', { droplet_id: droplet }));
    expect(await destroy(staging)).toBe('not_allowed');
    const resources = [`do:droplet:${staging}`];
    const home = (await call('free', 'projects_get_default')) as { id?: string; project?: Entry };
    const other = String(home.id ?? home.project?.['id']);
    for (const [tool, given] of [
      ['projects_assign_resources_default', { resources }],
      ['projects_assign_resources', { project_id: other, resources }],
    ] as const)
      expect(codeOf(await call('one', tool, given))).toBe('not_allowed');
    expect(await destroy(staging)).toBe('not_allowed');
    expect(await destroy(web)).toBe('ok');
  });
});

describe('what projects do not tell', () => {
  const urn = (droplet: number) => ({ urn: `do:droplet:${droplet}` });
  const read = { id: 1, name: 'web-1', tags: [], region: { slug: 'fra1' } };

  it.each<[string, string[], object, object, string, string]>([
    ['in the project', ['p'], { p: { items: [urn(1)], isWhole: true } }, read, 'allow', 'deny'],
    ['not in it', ['p'], { p: { items: [urn(2)], isWhole: true } }, read, 'deny', 'allow'],
    ['not on the pages read', ['p'], { p: { items: [], isWhole: false } }, read, 'deny', 'deny'],
    ['on a page read', ['p'], { p: { items: [urn(1)], isWhole: false } }, read, 'allow', 'deny'],
    ['a project that cannot be read', ['p'], {}, read, 'deny', 'deny'],
    // What a token may not read is left out of projects without a word.
    ['a thing that cannot be read', ['p'], { p: { items: [], isWhole: true } }, {}, 'deny', 'deny'],
    ['in one of two', ['p', 'q'], { q: { items: [urn(1)], isWhole: true } }, read, 'allow', 'deny'],
    ['a pattern', ['p*'], {}, read, 'deny', 'deny'],
    [
      'a pattern beside',
      ['p', 'q*'],
      { p: { items: [urn(2)], isWhole: true } },
      read,
      'deny',
      'deny',
    ],
  ])('%s: granted and denied', (_, projects, contents, thing, granted, denied) => {
    const rule = (written: object): string => {
      const policy = policyIn(policyShape.parse(written), 'a');
      if (!policy) throw new Error('this is no policy');
      const given = { droplet_id: 1 };
      const call = ruledCall(
        { tool: toolNamed('droplets_get'), given },
        { allowSecrets: false, readOnly: false },
      );
      const force = inForce([policy]);
      const reads = force.toRead(call);
      const isRead = Object.keys(thing).length > 0;
      const things = new Map(
        reads.filter(({ isList }) => !isList && isRead).map(({ key }) => [key, thing] as const),
      );
      const lists = new Map(
        reads.flatMap(({ key, given: by }) => {
          const list = Object.entries(contents).find(([id]) => id === by['project_id']);
          return list ? [[key, list[1]] as const] : [];
        }),
      );
      return force.rule({ ...call, found: { things, lists, filters: true } }).answer;
    };
    expect([
      rule({ grants: [{ resources: { projects } }] }),
      rule({ rules: [{ resources: { projects }, decision: 'deny' }] }),
    ]).toEqual([granted, denied]);
  });
});
