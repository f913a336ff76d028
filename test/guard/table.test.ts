// The guard and the selection, tested directly: every setting, together with every other, over every kind of tool and
// of grant, against a second plain reading of the rules.
import { describe, expect, it } from 'vitest';
import { type Area, areaNames } from '../../scope-map/areas.ts';
import { exampleArguments } from '../../src/commands/tools/example-arguments.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import { judge } from '../../src/guard/judge.ts';
import { restrict, type Selection } from '../../src/guard/selection.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { toolNamed, tools } from '../agent.ts';

const holding = (...scopes: readonly string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'digitalocean',
  expiresAt: null,
});

const everything: Selection = {
  areas: new Set(areaNames),
  areasNamed: false,
  named: new Set(),
  added: new Set(),
  leftOut: new Set(),
  readOnly: false,
  allowSecrets: false,
};

const grants: Readonly<Record<string, Grant>> = {
  'full access': holding('api:write'),
  'legacy full access': holding('write'),
  'every read': holding('api:read'),
  'one scope': holding('droplet:read'),
  'creating Droplets, not reading them': holding('droplet:create', 'image:read'),
  nothing: holding(),
  'unknown scopes': { kind: 'unknown', reason: 'nobody told' },
  'no token that is accepted': { kind: 'invalid', reason: 'revoked' },
};

/** Every combination of the settings that can hide one another. */
const selections = [false, true].flatMap((readOnly) =>
  [false, true].flatMap((allowSecrets) =>
    [areaNames, ['databases', 'vpcs'] as readonly Area[], []].flatMap((areas) =>
      [
        [],
        ['droplets_list', 'kubernetes_get_kubeconfig', 'droplets_destroy', 'registry_get'],
      ].flatMap((added) =>
        [[], ['droplets_list', 'databases_get_cluster', 'vpcs_list']].map(
          (leftOut): Selection => ({
            areas: new Set(areas),
            areasNamed: areas !== areaNames,
            named: new Set(),
            added: new Set(added),
            leftOut: new Set(leftOut),
            readOnly,
            allowSecrets,
          }),
        ),
      ),
    ),
  ),
);

const holds = (grant: Grant, scope: string): boolean =>
  grant.kind === 'known' &&
  (['api:write', 'write', scope].some((one) => grant.scopes.has(one)) ||
    (scope.endsWith(':read') && ['api:read', 'read'].some((one) => grant.scopes.has(one))));

/** The rules as a person would say them, all at once and in no order. */
const usable = (tool: Tool, selection: Selection, grant: Grant): boolean => {
  const { endpoint, name } = tool;
  const gives = endpoint.discloses?.only === true;
  // What DigitalOcean has given up is served to who names it.
  const served =
    selection.added.has(name) ||
    (selection.areas.has(endpoint.area) && endpoint.deprecated === undefined);
  const reads = endpoint.effect === 'read' && !gives;
  const granted =
    grant.kind === 'known'
      ? endpoint.requires.some((all) => all.every((scope) => holds(grant, scope)))
      : grant.kind === 'unknown' && reads;
  return (
    served &&
    !selection.leftOut.has(name) &&
    (!selection.readOnly || reads) &&
    (!gives || selection.allowSecrets) &&
    granted
  );
};

const shownSelection = (selection: Selection): string =>
  JSON.stringify({
    ...selection,
    areas: [...selection.areas],
    added: [...selection.added],
    leftOut: [...selection.leftOut],
  });

describe.each(Object.entries(grants))('a token of %s', (_, grant) => {
  it('may use just what every setting together lets it', () => {
    const wrong: string[] = [];
    for (const selection of selections) {
      const guard = new Guard(selection, grant);
      for (const tool of tools) {
        const expected = usable(tool, selection, grant);
        const answers = [
          guard.standing(tool).answer !== 'refused',
          // A call without arguments that matter is judged like the tool.
          guard.may(tool, {}).answer === 'allowed',
          guard.offer(tool) !== undefined,
        ];
        if (answers.some((answer) => answer !== expected))
          wrong.push(`${tool.name}: ${answers}, not ${expected}, by ${shownSelection(selection)}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it('never gets a credential from what only reads', async () => {
    const request: ApiRequest = { method: 'GET', path: '/v2/x', query: [] };
    for (const selection of selections) {
      const guard = new Guard(selection, grant);
      const reveals = selection.allowSecrets && !selection.readOnly && grant.kind === 'known';
      expect(guard.revealsSecrets).toBe(reveals);
      for (const tool of tools.filter(({ endpoint }) => endpoint.discloses)) {
        const { full } = exampleArguments(tool);
        const decision = await judge(guard, { tool, given: { ...full, detail: 'full' }, request });
        if (!reveals) expect(decision.discloses, tool.name).toBe('nothing');
      }
    }
  });
});

describe('what is listed depends on arguments', () => {
  it('where some of them would be refused, and names them', () => {
    const guard = new Guard(everything, holding('droplet:update', 'droplet:read'));
    const standing = guard.standing(toolNamed('droplet_actions_post'));
    expect(standing).toEqual({ answer: 'depends', on: ['type'] });
    expect(guard.standing(toolNamed('droplets_get'))).toEqual({ answer: 'allowed' });
    const full = new Guard(everything, holding('api:write'));
    expect(full.standing(toolNamed('droplet_actions_post'))).toEqual({ answer: 'allowed' });
  });
});

describe('a refusal', () => {
  const database = toolNamed('databases_get_cluster');
  const kubeconfig = toolNamed('kubernetes_get_kubeconfig');

  it.each<[string, Partial<Selection>, Grant, Tool]>([
    ['left_out', { leftOut: new Set([database.name]), areas: new Set() }, holding(), database],
    ['area', { areas: new Set<Area>(), readOnly: true }, holding(), kubeconfig],
    ['read_only', { readOnly: true }, holding(), kubeconfig],
    ['secrets', {}, holding(), kubeconfig],
    ['token', { allowSecrets: true }, { kind: 'invalid', reason: 'revoked' }, kubeconfig],
    ['scopes', { allowSecrets: true }, { kind: 'unknown', reason: 'x' }, kubeconfig],
    ['scopes', { allowSecrets: true }, holding(), kubeconfig],
  ])('by the rule %s comes before those behind it', (rule, own, grant, tool) => {
    const guard = new Guard({ ...everything, ...own }, grant);
    expect(guard.may(tool, {})).toMatchObject({ answer: 'refused', rule });
    expect(guard.standing(tool)).toMatchObject({ answer: 'refused', rule });
  });

  it('for want of scopes names the least that are missing, and none that is held', () => {
    const guard = new Guard(everything, holding('snapshot:delete'));
    expect(guard.may(toolNamed('snapshots_delete'), { snapshot_id: 1 })).toMatchObject({
      missing: ['image:delete'],
    });
  });
});

describe('an agent', () => {
  const owner: Selection = {
    ...everything,
    areas: new Set(['droplets', 'domains']),
    added: new Set(['kubernetes_get_kubeconfig', 'regions_list']),
    leftOut: new Set(['domains_list']),
    allowSecrets: true,
  };

  it('limited to areas does not get the tools that the owner added beside them', () => {
    const guard = new Guard(restrict(owner, { areas: new Set(['domains']) }), holding('api:write'));
    const names = tools.filter((tool) => guard.offer(tool)).map(({ name }) => name);
    expect(names).toContain('domains_get');
    expect(new Set(names.map((name) => toolNamed(name).endpoint.area))).toEqual(
      new Set(['domains']),
    );
  });

  it('without limits of its own gets what the owner serves', () => {
    const guard = new Guard(restrict(owner, {}), holding('api:write'));
    expect(guard.offer(toolNamed('regions_list'))).toBeDefined();
    expect(guard.offer(toolNamed('kubernetes_get_kubeconfig'))).toBeDefined();
  });

  it('never gets more than the owner serves, whatever its limits say', () => {
    const wide = { areas: new Set(areaNames), leftOut: new Set<string>(), readOnly: false };
    for (const selection of selections)
      for (const restriction of [wide, { readOnly: true }, { areas: new Set<Area>() }])
        for (const grant of Object.values(grants)) {
          const own = new Guard(restrict(selection, restriction), grant);
          const all = new Guard(selection, grant);
          for (const tool of tools)
            if (own.standing(tool).answer !== 'refused')
              expect(all.standing(tool).answer, tool.name).not.toBe('refused');
        }
  });

  it('keeps both lists of what is left out', () => {
    const { leftOut } = restrict(owner, { leftOut: new Set(['droplets_list']) });
    expect(leftOut).toEqual(new Set(['domains_list', 'droplets_list']));
  });
});

describe('what a call does', () => {
  const guard = new Guard(everything, holding('api:write'));
  const request: ApiRequest = { method: 'PUT', path: '/v2/x', query: [] };
  const decide = (name: string, given: Readonly<Record<string, unknown>>) =>
    judge(guard, { tool: toolNamed(name), given, request });
  const rules = {
    inbound_rules: [{ protocol: 'tcp', ports: '22', sources: { addresses: ['0.0.0.0/0'] } }],
    outbound_rules: [{ protocol: 'tcp', ports: 'all', destinations: { addresses: ['0.0.0.0/0'] } }],
  };
  const whole = { firewall_id: 'f', name: 'web', droplet_ids: [1], tags: ['web'], ...rules };

  it('follows what a PUT keeps', async () => {
    expect(await decide('firewalls_update', whole)).toMatchObject({ effect: 'write', why: [] });
  });

  it.each(['droplet_ids', 'tags', 'inbound_rules', 'outbound_rules'])(
    'is to destroy when a PUT leaves out or empties %s',
    async (argument) => {
      const { [argument as keyof typeof whole]: _, ...without } = whole;
      for (const given of [without, { ...whole, [argument]: [] }, { ...whole, [argument]: null }]) {
        const decision = await decide('firewalls_update', given);
        expect(decision.effect).toBe('destroy');
        expect(decision.why.join()).toMatch(/^firewalls_update takes/);
        expect(decision.targets).toEqual([{ argument: 'firewall_id', value: 'f' }]);
      }
    },
  );

  it('is to destroy when the data of a record is replaced', async () => {
    const record = { domain_name: 'example.com', domain_record_id: 1, type: 'A' };
    for (const name of ['domains_update_record', 'domains_patch_record']) {
      const tool = tools.find((one) => one.name === name);
      if (!tool) continue;
      expect(await decide(name, { ...record, data: '192.0.2.1' })).toMatchObject({
        effect: 'destroy',
        targets: [
          { argument: 'domain_name', value: 'example.com' },
          { argument: 'domain_record_id', value: 1 },
        ],
      });
      expect((await decide(name, { ...record, ttl: 60 })).effect).toBe('write');
    }
  });

  it('is to destroy whatever a query matches, where that stands for the thing', async () => {
    expect(await decide('droplets_destroy_by_tag', { tag_name: 'old' })).toMatchObject({
      effect: 'destroy',
      cost: 'stops',
      targets: [{ argument: 'tag_name', value: 'old' }],
    });
  });
});

describe('what an answer would disclose', () => {
  const guard = new Guard({ ...everything, allowSecrets: true }, holding('api:write'));
  const request: ApiRequest = { method: 'GET', path: '/v2/x', query: [] };
  const disclosed = async (name: string, given: Readonly<Record<string, unknown>>) =>
    (await judge(guard, { tool: toolNamed(name), given, request })).discloses;

  it.each<[Readonly<Record<string, unknown>>, string]>([
    [{}, 'credential'],
    [{ detail: 'full' }, 'credential'],
    [{ fields: ['connection'] }, 'credential'],
    [{ fields: ['name', 'connection.password'] }, 'credential'],
    [{ fields: ['name'] }, 'nothing'],
    [{ fields: ['connection.host'] }, 'nothing'],
    [{ fields: [] }, 'credential'],
  ])('of a database with %j is %s', async (given, expected) => {
    expect(await disclosed('databases_get_cluster', given)).toBe(expected);
  });

  it('is a credential for what gives nothing else, however little of it is shown', async () => {
    const given = { name: 'key', fields: ['name'] };
    expect(await disclosed('spaces_key_create', given)).toBe('credential');
  });

  it('is nothing where nothing is declared', async () => {
    expect(await disclosed('droplets_list', { detail: 'full' })).toBe('nothing');
  });
});
