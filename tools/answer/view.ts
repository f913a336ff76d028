// Chooses which fields of a resource are shown: the compact view, named fields, or all of it.
import type { FieldPath, View } from '../../scope-map/endpoint.ts';
import { isObject } from '../json-object.ts';

/** Paths that share a first key, by that key; an empty list of rests means the whole value. */
const byFirstKey = (fields: readonly FieldPath[]): ReadonlyMap<string, readonly FieldPath[]> => {
  const groups = new Map<string, FieldPath[]>();
  const whole = new Set<string>();
  for (const field of fields) {
    const [key = '', ...rest] = field.split('.');
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    if (rest.length === 0) whole.add(key);
    else group.push(rest.join('.'));
  }
  for (const key of whole) groups.set(key, []);
  return groups;
};

type Groups = ReturnType<typeof byFirstKey>;

const keepGroups = (value: unknown, groups: Groups): unknown => {
  if (Array.isArray(value)) return value.map((element) => keepGroups(element, groups));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const rest = groups.get(key);
      if (!rest) return [];
      return [[key, rest.length === 0 ? inner : keepGroups(inner, byFirstKey(rest))]];
    }),
  );
};

const dropGroups = (value: unknown, groups: Groups): unknown => {
  if (Array.isArray(value)) return value.map((element) => dropGroups(element, groups));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      const rest = groups.get(key);
      if (!rest) return [[key, inner]];
      return rest.length === 0 ? [] : [[key, dropGroups(inner, byFirstKey(rest))]];
    }),
  );
};

/** Just these fields of a resource, in its own order; a list on the way is walked element by element. */
export const keep = (resource: unknown, fields: readonly FieldPath[]): unknown =>
  keepGroups(resource, byFirstKey(fields));

/** How much of a resource the caller wants. */
export interface Wish {
  readonly fields?: readonly FieldPath[] | undefined;
  readonly detail?: 'compact' | 'full' | undefined;
}

/** The resource as the caller wants it: named fields first, then full detail, else the endpoint's compact view. */
export const show = (resource: unknown, view: View | undefined, wish: Wish): unknown => {
  if (wish.fields && wish.fields.length > 0) return keep(resource, wish.fields);
  if (wish.detail === 'full' || view === undefined) return resource;
  return 'keeps' in view
    ? keep(resource, view.keeps)
    : dropGroups(resource, byFirstKey(view.drops));
};
