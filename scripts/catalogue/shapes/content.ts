// Small readings that both sides of an operation share: media types, names of references, order by name.
import type { Content } from '../../../scope-map/shapes/shapes.ts';
import { isObject, type Json, objectAt } from '../document.ts';
import { bareSchema } from './bare-schema.ts';

/** The same object with every value made anew. */
export const mapValues = <Value, Made>(
  values: Readonly<Record<string, Value>>,
  make: (value: Value) => Made,
): Readonly<Record<string, Made>> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, make(value)]));

/** An object with its keys in alphabetical order. */
export const byName = <Value>(
  entries: Iterable<readonly [string, Value]>,
): Readonly<Record<string, Value>> =>
  Object.fromEntries([...entries].toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** The schemas of a request body or a response by media type, without words. */
export const contentOf = (holder: Json): Content =>
  mapValues(objectAt(holder, 'content'), (media) =>
    bareSchema(objectAt({ media }, 'media')['schema']),
  );

/** The last part of a reference; undefined when the value is none. */
export const nameOf = (value: unknown): string | undefined => {
  const reference = isObject(value) ? value['$ref'] : undefined;
  return typeof reference === 'string' ? reference.split('/').at(-1) : undefined;
};

/** The schemas of a content, each with a name for its place. */
export const placesIn = (place: string, content: Content): readonly (readonly [string, Json])[] =>
  Object.values(content).map((schema, index) => [
    index === 0 ? place : `${place}_${index + 1}`,
    schema,
  ]);
