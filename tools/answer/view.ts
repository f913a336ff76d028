// Chooses which fields of a resource are shown: the compact view, named fields, or all of it.
import type { FieldPath, View } from '../../scope-map/endpoint.ts';
import { asNamedCells, columnsOf, placesShownBy } from '../columns.ts';
import { isObject, type JsonObject, put } from '../json-object.ts';
import { deepest, type Places, placesNamed } from '../places.ts';

/** Just the fields at these places, in the resource's own order; a list on the way is walked element by element. */
const keepAt = (value: unknown, places: Places<true>, depth = 0): unknown => {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((element) => keepAt(element, places, depth + 1));
  if (!isObject(value)) return value;
  const kept: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const onward = places.at(key);
    if (!onward) continue;
    put(kept, key, onward.here ? value[key] : keepAt(value[key], onward, depth + 1));
  }
  return kept;
};

const dropAt = (value: unknown, places: Places<true>, depth = 0): unknown => {
  if (depth > deepest) return null;
  if (Array.isArray(value)) return value.map((element) => dropAt(element, places, depth + 1));
  if (!isObject(value)) return value;
  const left: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const onward = places.at(key);
    if (!onward) put(left, key, value[key]);
    else if (!onward.here) put(left, key, dropAt(value[key], onward, depth + 1));
  }
  return left;
};

/** How much of a resource the caller wants. */
export interface Wish {
  readonly fields?: readonly FieldPath[] | undefined;
  readonly detail?: 'compact' | 'full' | undefined;
}

/** Shows a resource as the caller wants it. */
export type Show = (resource: unknown) => unknown;

/** How resources are shown: named fields first, then full detail, else the endpoint's compact view. */
export const showAs = (view: View | undefined, wish: Wish): Show => {
  if (wish.fields && wish.fields.length > 0) {
    const columns = columnsOf(view);
    const places = placesNamed(
      wish.fields.flatMap((field) => columns.find(({ name }) => name === field)?.places ?? [field]),
    );
    return (resource) => keepAt(resource, places);
  }
  if (wish.detail === 'full' || view === undefined) return (resource) => resource;
  if ('drops' in view) {
    const places = placesNamed(view.drops);
    return (resource) => dropAt(resource, places);
  }
  const places = placesNamed(placesShownBy(view) ?? []);
  return (resource) => keepAt(resource, places);
};

/** Gives what was picked the form that its columns give it, once it is clean; as it is where none were asked for. */
export const formOf = (view: View | undefined, { fields = [], detail }: Wish): Show => {
  const columns = columnsOf(view);
  if (fields.length === 0)
    return detail === 'full' || columns.length === 0
      ? (picked) => picked
      : (picked) => (isObject(picked) ? asNamedCells(picked, columns) : picked);
  const asked = columns.filter(({ name, places }) => fields.includes(name) && places[0] !== name);
  if (asked.length === 0) return (picked) => picked;
  const plain = placesNamed(fields.filter((field) => !asked.some(({ name }) => name === field)));
  return (picked) =>
    isObject(picked)
      ? { ...(keepAt(picked, plain) as JsonObject), ...asNamedCells(picked, asked) }
      : picked;
};

/** One resource as the caller wants it. */
export const show = (resource: unknown, view: View | undefined, wish: Wish): unknown =>
  formOf(view, wish)(showAs(view, wish)(resource));
