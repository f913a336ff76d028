// In which project a thing is that does not tell itself: what the projects hold that a policy names.
import type { Area } from '../../scope-map/areas.ts';
import { isObject } from '../../tools/json-object.ts';
import type { Found, ToRead } from '../guard/policy.ts';
import { kindsOfArea } from './named.ts';
import type { Bounds, Policy } from './policy.ts';
import type { Facts } from './thing.ts';

/** The projects that grants and rules name by their whole ids, and whether some are named by a pattern. */
interface NamedProjects {
  readonly ids: readonly string[];
  readonly byPattern: boolean;
}

const isPattern = (text: string): boolean => /[*?]/.test(text);

/** More are not looked into for one call. */
const mostProjects = 5;

/** The projects that these name. */
export const projectsNamed = (bounds: readonly Bounds[]): NamedProjects => {
  const all = [...new Set(bounds.flatMap(({ projects }) => projects))];
  return {
    ids: all.filter((one) => !isPattern(one)).slice(0, mostProjects),
    byPattern: all.some(isPattern) || all.length > mostProjects,
  };
};

const keyOf = (id: string): string => `projects_list_resources ${id}`;

/** The reads that tell what is in these projects. */
export const readsOfProjects = ({ ids }: NamedProjects): readonly ToRead[] =>
  ids.map((id) => ({
    key: keyOf(id),
    operation: 'projects_list_resources',
    given: { project_id: id },
    isList: true,
  }));

/** Whether things of an area can be found in projects. */
export const isInProjects = (area: Area | undefined): boolean =>
  area !== undefined && kindsOfArea(area).length > 0;

const urnsOf = ({ ids = [], names = [] }: Facts, area: Area): readonly string[] =>
  kindsOfArea(area).flatMap((kind) =>
    [...ids, ...(area === 'domains' ? names : [])].map((id) => `do:${kind}:${id}`.toLowerCase()),
  );

const holdsAny = (items: readonly unknown[], urns: readonly string[]): boolean =>
  items.some(
    (item) =>
      isObject(item) && typeof item['urn'] === 'string' && urns.includes(item['urn'].toLowerCase()),
  );

/**
 * What is known of a thing, with its project where the named projects tell. That it is in none of them counts only
 * where all of them could be read to their end, and the thing itself could be read: what a token may not read is left
 * out of projects without a word.
 */
export const withProject = (
  facts: Facts,
  { area, wasRead }: { readonly area: Area | undefined; readonly wasRead: boolean },
  policy: Policy,
  found: Found | undefined,
): Facts => {
  if (facts.projects !== undefined || area === undefined || !isInProjects(area)) return facts;
  const { ids, byPattern } = projectsNamed([...(policy.grants ?? []), ...policy.rules]);
  if (ids.length === 0) return facts;
  const urns = urnsOf(facts, area);
  const lists = ids.map((id) => ({ id, list: found?.lists?.get(keyOf(id)) }));
  const home = lists.find(({ list }) => list && holdsAny(list.items, urns));
  if (home) return { ...facts, projects: [home.id] };
  const isSure = wasRead && !byPattern && lists.every(({ list }) => list?.isWhole);
  return isSure ? { ...facts, projects: [] } : facts;
};
