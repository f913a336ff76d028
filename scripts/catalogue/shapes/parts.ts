// The schemas directly inside a schema, to be read or to be changed.
import { isObject, type Json } from '../document.ts';

/** A schema inside a schema, with what distinguishes its place. */
export type Part = readonly [place: string, schema: Json];

/** Every schema directly inside a schema. */
export const partsOf = (schema: Json): readonly Part[] =>
  [
    ...Object.entries(isObject(schema['properties']) ? schema['properties'] : {}),
    ...['items', 'additionalProperties', 'not'].map((key) => [key, schema[key]] as const),
    ...['allOf', 'oneOf', 'anyOf'].flatMap((key) => {
      const parts = schema[key];
      return Array.isArray(parts)
        ? parts.map((part: unknown, index) => [`${key}_${index + 1}`, part] as const)
        : [];
    }),
  ].flatMap(([place, part]) => (isObject(part) ? [[place, part] as const] : []));

/** The same schema with every schema inside it changed. */
export const mapParts = (schema: Json, change: (part: Json) => Json): Json => {
  const changed = (value: unknown): unknown => (isObject(value) ? change(value) : value);
  return Object.fromEntries(
    Object.entries(schema).map(([key, value]) => {
      if (key === 'properties' && isObject(value))
        return [key, Object.fromEntries(Object.entries(value).map(([k, v]) => [k, changed(v)]))];
      if (['items', 'additionalProperties', 'not'].includes(key)) return [key, changed(value)];
      if (['allOf', 'oneOf', 'anyOf'].includes(key) && Array.isArray(value))
        return [key, value.map(changed)];
      return [key, value];
    }),
  );
};
