// The things that a call is about, as its arguments tell: what it works on, what it makes, what it names.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { isObject } from '../../tools/json-object.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import { namedIn } from './named.ts';
import { outermost, readAt } from './reads.ts';
import type { Change, Facts, Thing } from './thing.ts';

const texts = (value: unknown): readonly string[] =>
  [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));

/** Areas whose tags choose the Droplets that they work on. */
const selecting = new Set(['firewalls', 'load_balancers', 'droplet_actions', 'monitoring']);

/** What stands under these names in arguments, however deep: a pool's Droplets have their size in its template. */
const within = (value: unknown, names: readonly string[]): readonly string[] => {
  if (Array.isArray(value)) return value.flatMap((one) => within(one, names));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => [
    ...(names.includes(name) ? texts(inner) : []),
    ...within(inner, names),
  ]);
};

const someOf = (all: readonly string[]): readonly string[] | undefined =>
  all.length === 0 ? undefined : [...new Set(all)];

/** Tags that arguments give to anything: to a thing, or to what is made in it. */
export const tagsWithin = ({ endpoint }: Tool, given: Arguments): readonly string[] =>
  endpoint.effect === 'read' || selecting.has(endpoint.area) ? [] : within(given, ['tags']);

/** What arguments say that a thing becomes; `isItself` where they are about the thing and not about a part of it. */
const becomesOf = (given: Arguments, carriesTags: boolean, isItself: boolean): Facts => {
  const of = (argument: string) =>
    given[argument] === undefined ? undefined : texts(given[argument]);
  const regions = someOf(within(given, ['region', 'region_slug']));
  const sizes = someOf(within(given, ['size', 'size_slug', 'instance_size_slug']));
  const projects = of('project_id');
  const names = isItself ? of('name') : undefined;
  const tags = isItself && carriesTags ? of('tags') : undefined;
  return {
    ...(regions && { regions }),
    ...(sizes && { sizes }),
    ...(projects && { projects }),
    ...(names && { names }),
    ...(tags && { tags }),
  };
};

const isEmpty = (facts: Facts): boolean => Object.keys(facts).length === 0;

/** The thing at the outside of a path; what is inside of it belongs to it. */
const subjectOf = (tool: Tool, given: Arguments): Thing | undefined => {
  const { endpoint } = tool;
  const outside = outermost(endpoint.path);
  if (!outside) return undefined;
  const value = String(given[outside.argument]);
  const read = readAt(outside.path);
  const rest = endpoint.path.slice(outside.path.length);
  const isItself = rest === '' || rest === '/actions';
  const becomes =
    endpoint.effect === 'read' ? {} : becomesOf(given, !selecting.has(endpoint.area), isItself);
  const own = becomes.tags ?? [];
  const gains = isItself ? tagsWithin(tool, given).filter((tag) => !own.includes(tag)) : [];
  const isTag = outside.path.startsWith('/v2/tags/');
  const isDomain = outside.argument === 'domain_name';
  return {
    what: `${outside.argument} ${value}`,
    area: read?.area ?? endpoint.area,
    role: 'subject',
    known: {
      ids: [value],
      ...(isDomain && { domains: [value], names: [value] }),
      ...(isTag && { tags: [value], names: [value] }),
      ...(outside.path.startsWith('/v2/projects/') && { projects: [value] }),
    },
    read:
      isTag || read === undefined
        ? undefined
        : {
            key: `${read.operation} ${value}`,
            operation: read.operation,
            given: { [read.argument]: given[outside.argument] },
          },
    change: isEmpty(becomes) && gains.length === 0 ? undefined : { becomes, gains, loses: [] },
  };
};

/** What a call makes: one thing a name. */
const madeBy = (tool: Tool, given: Arguments): readonly Thing[] => {
  const { endpoint } = tool;
  const names = texts(given['names'] ?? given['name']);
  const isDomain = endpoint.area === 'domains';
  const carriesTags = !selecting.has(endpoint.area);
  const facts: Facts = {
    // What does not exist yet has no id by which it could have been given.
    ids: [],
    tags: [],
    regions: [],
    sizes: [],
    ...becomesOf(given, carriesTags, true),
    ...(carriesTags && { tags: tagsWithin(tool, given) }),
  };
  const made = names.length === 0 ? [undefined] : names;
  return made.map((name) => ({
    what: name === undefined ? 'what it makes' : `${name}, which it makes`,
    area: endpoint.area,
    role: 'subject',
    known: {
      ...facts,
      ...(endpoint.area === 'tags' && name !== undefined && { tags: [name] }),
      names: name === undefined ? [] : [name],
      domains: isDomain && name !== undefined ? [name] : [],
    },
    read: undefined,
    change: undefined,
  }));
};

/** What taking a tag on or off makes of the things that are named. */
const taggingOf = ({ endpoint }: Tool, given: Arguments): Change | undefined => {
  if (endpoint.path !== '/v2/tags/{tag_id}/resources') return undefined;
  const tag = [String(given['tag_id'])];
  return endpoint.method === 'DELETE'
    ? { becomes: {}, gains: [], loses: tag }
    : { becomes: {}, gains: tag, loses: [] };
};

/** What moving into a project makes of the things that are named. */
const movingOf = ({ endpoint }: Tool, given: Arguments): Change | undefined => {
  if (endpoint.effect === 'read') return undefined;
  if (endpoint.path === '/v2/projects/{project_id}/resources')
    return { becomes: { projects: [String(given['project_id'])] }, gains: [], loses: [] };
  // Which one the default project is, nobody says.
  return endpoint.path === '/v2/projects/default/resources'
    ? { becomes: {}, gains: [], loses: [], unknown: ['projects'] }
    : undefined;
};

/** A call without a thing in its path that is about all things with a tag. */
const isByTag = (given: Arguments): boolean => given['tag_name'] !== undefined;

/** What hangs on a thing and goes with it, which nobody names. */
const unnamed: Thing = {
  what: 'what hangs on it',
  area: undefined,
  role: 'named',
  known: {},
  read: undefined,
  change: undefined,
};

const takesMore = ({ endpoint: { path } }: Tool): boolean =>
  path.includes('/destroy_with_associated_resources/') && !path.endsWith('/selective');

/** Whether a call without a thing in its path makes one, and does not work on one that is there. */
const makes = ({ method, path }: Endpoint): boolean =>
  method === 'POST' && !path.endsWith('/actions') && path !== '/v2/projects/default/resources';

/** The thing that a call works on without saying its id: a volume by its name, the default project, the registry. */
const unsaid = ({ endpoint }: Tool, given: Arguments): Thing => {
  const names = texts(given['volume_name'] ?? (endpoint.method === 'DELETE' ? given['name'] : []));
  const regions = texts(given['region']);
  return {
    what: names.length === 0 ? 'what it works on' : names.join(', '),
    area: endpoint.area,
    role: 'subject',
    known: { ...(names.length > 0 && { names }), ...(regions.length > 0 && { regions }) },
    read: undefined,
    change: undefined,
  };
};

/** Everything that a call is about. */
export const thingsOf = (tool: Tool, given: Arguments): readonly Thing[] => {
  const { endpoint, places } = tool;
  const subject = subjectOf(tool, given);
  const inPath = new Set(places.path);
  const beside = Object.fromEntries(
    Object.entries(given).filter(
      ([name]) =>
        !inPath.has(name) && (places.query.includes(name) || Object.hasOwn(places.body, name)),
    ),
  );
  const isRead = endpoint.effect === 'read';
  const selects = selecting.has(endpoint.area) || (!isRead && isByTag(given));
  const change = taggingOf(tool, given) ?? movingOf(tool, given);
  const named = namedIn(beside, selects).map((thing) => (change ? { ...thing, change } : thing));
  if (subject) return [subject, ...named, ...(takesMore(tool) ? [unnamed] : [])];
  // A read without a thing in its path is about what it names; so is a change by tag.
  if (isRead || isByTag(given))
    return named.map((thing) => ({ ...thing, role: 'subject' as const }));
  return [...(makes(endpoint) ? madeBy(tool, given) : [unsaid(tool, given)]), ...named];
};
