// The menu of endpoint tools: what is listed for whom, what a name means, and that nothing is loaded for nothing.
import { describe, expect, it } from 'vitest';
import { type Area, areaNames } from '../../scope-map/areas.ts';
import { loadShelf } from '../../scope-map/catalogue.ts';
import { core, seed } from '../../scope-map/core.ts';
import { operationIndex } from '../../scope-map/operation-index.ts';
import type { Shelf } from '../../scope-map/shelves.ts';
import type { Grant } from '../../src/guard/grant.ts';
import { Guard } from '../../src/guard/guard.ts';
import type { Selection } from '../../src/guard/selection.ts';
import { createMenu } from '../../src/menu/create-menu.ts';
import type { Mode } from '../../src/menu/listing.ts';
import { areasNamed, areaWords, presets } from '../../src/menu/presets.ts';
import { deedOf, nearestAmong, nearestTool } from '../../tools/nearest-tool.ts';
import { outlineOf, outlinesIn } from '../../tools/tool/outline.ts';
import { createToolBox } from '../../tools/tool-box.ts';
import { connectAgent, tools } from '../agent.ts';
import { seed as seedRows } from '../scope-map/seed.ts';

const holding = (...scopes: readonly string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'declared',
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

/** A menu over the real catalogue, and the shelves that were loaded for it. */
const watched = (mode: Mode = 'both') => {
  const loaded: Shelf[] = [];
  const box = createToolBox({
    index: operationIndex,
    load: (shelf) => {
      loaded.push(shelf);
      return loadShelf(shelf);
    },
  });
  return { box, menu: createMenu(box, mode), loaded };
};

describe('the menu', () => {
  it('loads nothing for names, and one area for one tool', async () => {
    const { box, menu, loaded } = watched();
    expect(box.names.get('droplets_list')).toBe('droplets_list');
    expect(menu.meant('droplets_lst', new Guard(everything, holding('api:write')))).toBe(
      'droplets_list',
    );
    expect(loaded).toEqual([]);
    const guard = async () => new Guard(everything, holding('api:write'));
    expect(await menu.meaning('droplets_list', {}, guard)).toMatchObject({
      kind: 'call',
      call: { tool: { name: 'droplets_list' }, raw: {} },
    });
    expect(await menu.meaning('nothing_like_it', {}, guard)).toBeUndefined();
    expect(loaded).toEqual(['droplets']);
  });

  it.each<[string, Partial<Selection>, Grant, readonly Area[]]>([
    ['a token that holds nothing else', {}, holding('domain:read'), ['domains']],
    ['areas that are not served', { areas: new Set(['vpcs']) }, holding('api:write'), ['vpcs']],
    [
      'a tool added beside them',
      { areas: new Set(['vpcs']), added: new Set(['regions_list']) },
      holding('api:write'),
      ['vpcs', 'regions'],
    ],
    ['a token that is not accepted', {}, { kind: 'invalid', reason: 'no' }, []],
  ])('loads no area because of %s', async (_, own, grant, areas) => {
    const { menu, loaded } = watched();
    const selection = { ...everything, ...own };
    const listed = await menu.list(new Guard(selection, grant));
    // What any token may do stands in areas of its own; what is not listed is not loaded for it.
    const free = tools.filter(
      ({ endpoint }) => core.has(endpoint.id) && endpoint.requires.some((all) => all.length === 0),
    );
    const also = grant.kind === 'known' ? free.map(({ endpoint }) => endpoint.area) : [];
    const expected = new Set([...areas, ...also.filter((area) => selection.areas.has(area))]);
    expect(new Set(loaded)).toEqual(expected);
    expect(listed.length === 0).toBe(expected.size === 0);
  });

  it('lists what the guard offers of all tools, in the order of the catalogue', async () => {
    const { menu } = watched('tools');
    for (const grant of [holding('api:write'), holding('api:read'), holding('domain:update')]) {
      const guard = new Guard(everything, grant);
      const offered = tools.flatMap((tool) => guard.offer(tool) ?? []);
      expect(await menu.list(guard)).toEqual(offered);
    }
  });

  it('works a list out once for a grant and a selection, and anew for others', async () => {
    const { menu } = watched();
    const one = new Guard(everything, holding('api:read'));
    const other = new Guard(everything, holding('domain:read'));
    expect(await menu.list(one)).toBe(await menu.list(new Guard(everything, one.grant)));
    expect((await menu.list(other)).length).toBeLessThan((await menu.list(one)).length);
  });
});

describe('an outline', () => {
  it('says of every tool what the tool says of itself', () => {
    expect(outlinesIn(operationIndex)).toEqual(tools.map(outlineOf));
  });
});

describe('a name that means nothing', () => {
  const names = tools.map(({ name }) => name);

  it('leads to the tool that was meant', () => {
    expect(nearestTool('droplets_lst', names)).toBe('droplets_list');
    expect(nearestTool('dropletsDestroy', names)).toBe('droplets_destroy');
    expect(nearestTool('droplets_delete', names)).toBe('droplets_destroy');
    expect(nearestTool('domains_create_recrod', names)).toBe('domains_create_record');
  });

  it('never leads to a tool that does something else', () => {
    const nearest = nearestAmong(names);
    const wrong = names.flatMap((name) =>
      ['delete', 'destroy', 'remove', 'list', 'get', 'create', 'update', 'delte', 'craete', 'lsit']
        .map((verb) =>
          name.replace(/_(list|get|create|delete|destroy|update|patch|post)/, `_${verb}`),
        )
        .filter((asked) => !names.includes(asked))
        .flatMap((asked) => {
          const meant = nearest(asked);
          return meant !== undefined && deedOf(meant) !== deedOf(asked) ? [[asked, meant]] : [];
        }),
    );
    expect(wrong).toEqual([]);
    expect(nearestTool('databases_delete_cluster', names)).toBe('databases_destroy_cluster');
    const others = names.filter((name) => name !== 'databases_destroy_cluster');
    expect(nearestTool('databases_delete_cluster', others)).toBeUndefined();
    expect(nearestTool('regions_delete', names)).toBeUndefined();
    expect(nearestTool('vpcs', names)).toBeUndefined();
  });

  it('tells by every name in the catalogue what its tool does', () => {
    for (const { name, endpoint } of tools) {
      const deed = deedOf(name);
      expect(deed === 'read', name).toBe(endpoint.method === 'GET' || endpoint.effect === 'read');
      expect(deed === 'end', name).toBe(endpoint.effect === 'destroy');
    }
  });

  it('is answered with a tool that the caller may use, or with none', async () => {
    const left = 'droplets_list,databases_destroy_cluster';
    const agent = await connectAgent({ argv: ['--sandbox', '--exclude-tools', left] });
    await expect(agent.call('droplets_lst')).rejects.toThrow(
      /There is no tool droplets_lst\.(?!.*droplets_list\b)/,
    );
    await expect(agent.call('sizes_lst')).rejects.toThrow(/Did you mean sizes_list\?/);
    await expect(agent.call('databases_delete_cluster')).rejects.toThrow(/Call tools\/list/);
    await agent.close();
  });
});

describe('the core', () => {
  it('has the 48 endpoints that must never be missing', () => {
    expect(seedRows).toHaveLength(48);
    expect(new Set<string>(seed)).toEqual(new Set(seedRows.map(([id]) => id)));
    for (const id of seed) expect(core.has(id), id).toBe(true);
  });
});

describe('presets', () => {
  it('are made of areas that exist, and an area stands for itself', () => {
    for (const areas of Object.values(presets))
      for (const area of areas) expect(areaNames).toContain(area);
    for (const area of areaNames) expect(areasNamed(area)).toEqual([area]);
    expect(areasNamed('data')).toContain('databases');
    expect(areasNamed('toString')).toBeUndefined();
    expect(new Set(areaWords).size).toBe(areaWords.length);
  });

  it.each([
    [
      'core',
      'account billing droplets droplet_actions kubernetes databases domains load_balancers reserved_ips volumes snapshots firewalls apps projects spaces_keys tags actions regions sizes images ssh_keys vpcs',
    ],
    [
      'infrastructure',
      'droplets droplet_actions autoscale_pools kubernetes one_clicks domains load_balancers certificates cdn reserved_ips reserved_ipv6 floating_ips byoip_prefixes vpcs vpc_peerings nat_gateways partner_network_connect firewalls volumes snapshots nfs images ssh_keys tags projects actions regions sizes monitoring uptime',
    ],
    ['data', 'databases vector_databases spaces_keys volumes snapshots nfs'],
    ['apps', 'apps'],
    [
      'ai',
      'agents knowledge_bases models evaluations dedicated_inference vector_databases databases',
    ],
    ['all', areaNames.join(' ')],
    ['none', ''],
  ])('%s stands for what it always stood for', (preset, areas) => {
    expect(areasNamed(preset)?.join(' ')).toBe(areas);
  });

  it('are all in this list', () => {
    expect(Object.keys(presets)).toEqual([
      'core',
      'infrastructure',
      'data',
      'apps',
      'ai',
      'all',
      'none',
    ]);
  });

  it('are taken by --areas, together with areas', async () => {
    const agent = await connectAgent({ argv: ['--sandbox', '--areas', 'data,vpcs'] });
    const names = (await agent.list()).map(({ name }) => name);
    expect(names).toContain('databases_list_clusters');
    expect(names).toContain('vpcs_list');
    expect(names).not.toContain('droplets_list');
    await agent.close();
  });
});
