// In which project things are: some say it themselves, of the others projects know.
import { isThing } from './kinds.ts';
import { mostThings, type Stock } from './stock.ts';

/** Knows projects by what is in them. */
export interface Projects {
  /** The name of the project of a thing that tells its project's id, or has this name; undefined where it is not known. */
  of(id: unknown, urn: string): string | undefined;
  /** Spaces buckets, which only projects name. */
  readonly buckets: readonly string[];
  /** What could not be read, without a full stop. */
  readonly unread: readonly string[];
}

/** Projects that are looked into. */
const mostProjects = 20;

const bucket = 'do:space:';

/** Reads the projects, and what is in them. */
export const readProjects = async (stock: Stock): Promise<Projects> => {
  const listed = await stock.read('projects_list', {
    fields: ['id', 'name'],
    max_items: mostThings,
  });
  if ('unread' in listed)
    return { of: () => undefined, buckets: [], unread: [`projects: ${listed.unread}`] };
  const names = new Map(listed.things.map(({ id, name }) => [id, String(name)]));
  const homes = new Map<unknown, string>();
  const unread = new Set<string>();
  if (names.size > mostProjects) unread.add(`what is in more than ${mostProjects} projects`);
  await Promise.all(
    [...names].slice(0, mostProjects).map(async ([id, name]) => {
      const inside = await stock.read('projects_list_resources', {
        project_id: id,
        fields: ['urn'],
        max_items: mostThings,
      });
      if ('unread' in inside) unread.add(`what is in projects: ${inside.unread}`);
      else for (const { urn } of inside.things.filter(isThing)) homes.set(urn, name);
    }),
  );
  return {
    of: (id, urn) => names.get(id) ?? homes.get(urn),
    buckets: [...homes.keys()].flatMap((urn) =>
      typeof urn === 'string' && urn.startsWith(bucket) ? [urn.slice(bucket.length)] : [],
    ),
    unread: [...unread],
  };
};
