// A thing that a call is about, with what is known of it.
import type { Area } from '../../scope-map/areas.ts';
import { isObject } from '../../tools/json-object.ts';
import { valueAt } from '../../tools/places.ts';
import { holdsMark } from '../../tools/secrets/redaction-mark.ts';
import type { ToRead } from '../guard/policy.ts';
import type { Dimension } from './shape.ts';

/** What is known of a thing. A dimension that is absent is not known; an empty list says that it has none. */
export type Facts = Readonly<Partial<Record<Dimension, readonly string[]>>>;

/** What a call makes of a thing. */
export interface Change {
  /** What takes the place of what was. */
  readonly becomes: Facts;
  readonly gains: readonly string[];
  readonly loses: readonly string[];
  /** What it becomes in a way that nobody can tell. */
  readonly unknown?: readonly Dimension[];
}

/** A thing that a call is about. */
export interface Thing {
  /** In words, such as `droplet_id 123`. */
  readonly what: string;
  /** Undefined where nobody can tell. */
  readonly area: Area | undefined;
  /** Whether the call works on it or makes it, or it is only named in its arguments. */
  readonly role: 'subject' | 'named';
  /** What its name in the arguments tells. */
  readonly known: Facts;
  /** The read that tells the rest; undefined where there is none. */
  readonly read: ToRead | undefined;
  readonly change: Change | undefined;
}

const texts = (value: unknown): readonly string[] =>
  [value]
    .flat()
    .flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [String(one)] : []));

const slugOf = (value: unknown): readonly string[] =>
  texts(isObject(value) ? (value['slug'] ?? value['name']) : value);

/** A name of which a part looked like a credential and was taken out is not known. */
const unlessCut = (dimension: 'names' | 'tags', values: readonly string[]): Facts =>
  values.some(holdsMark) ? {} : { [dimension]: values };

/** What a thing tells of itself, as DigitalOcean answers; null where the answer is no thing. */
export const factsOf = (item: unknown): Facts | null => {
  if (!isObject(item)) return null;
  const { id, uuid, slug, fingerprint, urn, ip } = item;
  const names = texts(item['name'] ?? valueAt(item, 'spec.name'));
  const project = item['project_id'];
  const several = item['regions'];
  return {
    ids: [id, uuid, slug, fingerprint, urn, ip].flatMap(texts),
    ...unlessCut('names', names),
    ...unlessCut('tags', texts(item['tags'])),
    regions: [
      ...slugOf(item['region'] ?? item['region_slug']),
      ...[several].flat().flatMap(slugOf),
    ],
    sizes: slugOf(item['size_slug'] ?? item['size']),
    domains: texts(item['domain_name']),
    // Most things do not tell their project: nothing said is nothing known.
    ...(typeof project === 'string' && project !== '' && { projects: [project] }),
  };
};

/** What is known of a thing altogether: what its name tells, and what was read. */
export const knownOf = ({ known }: Thing, read: Facts | null | undefined): Facts => {
  if (!read) return known;
  const ids = [...new Set([...(known.ids ?? []), ...(read.ids ?? [])])];
  const domains = known.domains ?? read.domains;
  return { ...known, ...read, ids, ...(domains && { domains }) };
};

/** A thing before a call and, where the call changes what it is told apart by, after it. */
export const statesOf = (before: Facts, change: Change | undefined): readonly Facts[] => {
  if (!change) return [before];
  const { becomes, gains, loses } = change;
  const gone = new Set(loses);
  const tags = becomes.tags ?? before.tags;
  const after = tags && [...tags.filter((tag) => !gone.has(tag)), ...gains];
  const told = { ...before, ...becomes, ...(after && { tags: after }) };
  const unknown = new Set<string>(change.unknown ?? []);
  return [before, Object.fromEntries(Object.entries(told).filter(([name]) => !unknown.has(name)))];
};
