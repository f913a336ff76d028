// Things that are only named in the arguments of a call: volumes to attach, Droplets behind a load balancer, tags.
import type { Area } from '../../scope-map/areas.ts';
import { isObject } from '../../tools/json-object.ts';
import { readOf } from './reads.ts';
import type { Facts, Thing } from './thing.ts';

/** Of which area a thing is that an argument with this name means, in the singular. */
const areasOfNames: Readonly<Record<string, Area>> = {
  droplet_id: 'droplets',
  host_id: 'droplets',
  volume_id: 'volumes',
  volume: 'volumes',
  vpc_uuid: 'vpcs',
  vpc_id: 'vpcs',
  old_vpc_id: 'vpcs',
  new_vpc_id: 'vpcs',
  body_vpc_id: 'vpcs',
  private_network_uuid: 'vpcs',
  cluster_uuid: 'kubernetes',
  database_id: 'databases',
  image_id: 'images',
  snapshot_id: 'snapshots',
  snapshot: 'snapshots',
  volume_snapshot: 'snapshots',
  project_id: 'projects',
  load_balancer_id: 'load_balancers',
  load_balancer_uid: 'load_balancers',
  lb_id: 'load_balancers',
  target_load_balancer_id: 'load_balancers',
  linked_droplet_id: 'droplets',
  firewall_id: 'firewalls',
  certificate_id: 'certificates',
  app_id: 'apps',
  kubernetes_id: 'kubernetes',
  reserved_ip: 'reserved_ips',
  floating_ip: 'floating_ips',
};

/** What kinds of things are called in `do:droplet:123` and in `resource_type`. */
const areasOfKinds: Readonly<Record<string, Area>> = {
  droplet: 'droplets',
  volume: 'volumes',
  image: 'images',
  volume_snapshot: 'snapshots',
  database: 'databases',
  dbaas: 'databases',
  domain: 'domains',
  kubernetes: 'kubernetes',
  loadbalancer: 'load_balancers',
  floatingip: 'floating_ips',
  reservedip: 'reserved_ips',
  app: 'apps',
  vpc: 'vpcs',
};

/** What things of an area are called in `do:droplet:123`; none where they have no such name. */
export const kindsOfArea = (area: Area): readonly string[] =>
  Object.entries(areasOfKinds).flatMap(([kind, one]) => (one === area ? [kind] : []));

const singular = (name: string): string => name.replace(/s$/, '');

/** A thing of an area by its id, with the read that tells the rest. */
const byId = (area: Area | undefined, what: string, id: string): Thing => {
  const read = area && readOf(area);
  return {
    what,
    area,
    role: 'named',
    known: area === 'domains' ? { ids: [id], domains: [id] } : { ids: [id] },
    read: read && {
      key: `${read.operation} ${id}`,
      operation: read.operation,
      given: { [read.argument]: /^\d+$/.test(id) ? Number(id) : id },
    },
    change: undefined,
  };
};

/** Things that are told apart by something else than an id. */
const byFacts = (area: Area, what: string, known: Facts): Thing => ({
  what,
  area,
  role: 'named',
  known,
  read: undefined,
  change: undefined,
});

const looksLikeId = /(^|_)(u?u?id|urn)$/;

const named = (name: string, value: string): readonly Thing[] => {
  const what = `${name} ${value}`;
  const urn = /^do:(\w+):(.+)$/.exec(value);
  if (urn?.[1] !== undefined && urn[2] !== undefined)
    return [byId(areasOfKinds[urn[1]], what, urn[2])];
  const one = singular(name);
  // A public image is named by its slug, and is nobody's; a number or a UUID means one of the account's own.
  if (one === 'image' || one === 'image_id')
    return /^\d+$|^[0-9a-f-]{36}$/i.test(value) ? [byId('images', what, value)] : [];
  if (one === 'cluster_name' || one === 'database_name')
    return [byFacts('databases', what, { names: [value] })];
  if (one === 'domain' || one === 'zone' || one === 'custom_domain')
    return [byFacts('domains', what, { domains: [value], names: [value], ids: [value] })];
  const area = areasOfNames[one];
  return area !== undefined || looksLikeId.test(one) ? [byId(area, what, value)] : [];
};

const typed = (entry: Readonly<Record<string, unknown>>): readonly Thing[] | undefined => {
  const { resource_id: id, resource_type: type } = entry;
  if (typeof id !== 'string' || typeof type !== 'string') return undefined;
  return [byId(areasOfKinds[type], `${type} ${id}`, id)];
};

/** A tag by which others' things are chosen, not one that the thing itself carries. */
const chosenBy = (tag: string): Thing => byFacts('droplets', `tag ${tag}`, { tags: [tag] });

/**
 * Every thing that arguments name.
 * @param selects whether tags in these arguments choose things, as those of a firewall do.
 */
export const namedIn = (value: unknown, selects: boolean, name = ''): readonly Thing[] => {
  if (typeof value === 'string' || typeof value === 'number') {
    if (value === '') return [];
    return selects && (name === 'tag' || name === 'tags' || name === 'tag_name')
      ? [chosenBy(String(value))]
      : named(name, String(value));
  }
  if (Array.isArray(value)) return value.flatMap((one) => namedIn(one, selects, name));
  if (!isObject(value)) return [];
  return (
    typed(value) ?? Object.entries(value).flatMap(([key, inner]) => namedIn(inner, selects, key))
  );
};
