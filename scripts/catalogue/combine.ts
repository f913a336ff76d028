// Turns allOf, oneOf and anyOf of an OpenAPI schema into one schema without combinators at its own level.
import { type ApiDocument, isObject, type Json, listAt, objectAt } from './document.ts';

const unite = (one: readonly unknown[], other: readonly unknown[]): readonly unknown[] => [
  ...new Set([...one, ...other]),
];

const lowest = (one: unknown, other: unknown): unknown => Math.min(Number(one), Number(other));
const highest = (one: unknown, other: unknown): unknown => Math.max(Number(one), Number(other));

const same = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** Keywords whose two values meet in a third one when both schemas must hold. */
const meeting: Readonly<Record<string, (one: unknown, other: unknown) => unknown>> = {
  maximum: lowest,
  maxLength: lowest,
  maxItems: lowest,
  minimum: highest,
  minLength: highest,
  minItems: highest,
  required: (one, other) => unite(one as unknown[], other as unknown[]),
  enum: (one, other) => (one as unknown[]).filter((value) => (other as unknown[]).includes(value)),
};

/** Keywords whose two values widen into a third one when either schema may hold. */
const widening: Readonly<Record<string, (one: unknown, other: unknown) => unknown>> = {
  maximum: highest,
  maxLength: highest,
  maxItems: highest,
  minimum: lowest,
  minLength: lowest,
  minItems: lowest,
  required: (one, other) =>
    (one as unknown[]).filter((name) => (other as unknown[]).includes(name)),
  enum: (one, other) => unite(one as unknown[], other as unknown[]),
};

const mergeProperties = (one: Json, other: Json, wrap: 'allOf' | 'anyOf'): Json => {
  const merged: Record<string, unknown> = { ...one };
  for (const [name, schema] of Object.entries(other))
    merged[name] =
      name in one && !same(one[name], schema) ? { [wrap]: [one[name], schema] } : schema;
  return merged;
};

/** The schema of values that satisfy both. */
const both = (one: Json, other: Json): Json => {
  const merged: Record<string, unknown> = { ...one };
  for (const [key, value] of Object.entries(other)) {
    if (key === 'properties')
      merged[key] = mergeProperties(objectAt(one, key), objectAt(other, key), 'allOf');
    else if (key in one && key in meeting) merged[key] = meeting[key]?.(one[key], value);
    else merged[key] = value;
  }
  return merged;
};

/** The tightest schema of the simple kind that every value of either satisfies. */
const either = (one: Json, other: Json): Json => {
  const merged: Record<string, unknown> = {};
  for (const key of Object.keys(one)) {
    if (same(one[key], other[key])) merged[key] = one[key];
    else if (key === 'items' && key in other) merged[key] = { anyOf: [one[key], other[key]] };
    else if (key in other && key in widening) merged[key] = widening[key]?.(one[key], other[key]);
  }
  if ('properties' in one || 'properties' in other)
    merged['properties'] = mergeProperties(
      objectAt(one, 'properties'),
      objectAt(other, 'properties'),
      'anyOf',
    );
  return merged;
};

const isRecord = (schema: Json): boolean =>
  schema['type'] === 'object' || 'properties' in schema || !('type' in schema || 'anyOf' in schema);

const kindOf = (schema: Json): string => (isRecord(schema) ? 'object' : String(schema['type']));

/** Alternatives of one kind become one; what is left is at most one schema per kind. */
const reduceAlternatives = (alternatives: readonly Json[]): readonly Json[] => {
  const kinds = new Map<string, Json>();
  for (const schema of alternatives) {
    const kind = kindOf(schema);
    const known = kinds.get(kind);
    kinds.set(kind, known ? either(known, schema) : schema);
  }
  return [...kinds.values()];
};

/**
 * The same schema with its own `$ref`, `allOf`, `oneOf` and `anyOf` worked in. Alternatives that are objects
 * become one object that has the properties of all and requires what all require; how its arguments relate is
 * then said by the rules of the endpoint. Alternatives of different scalar kinds stay side by side in `anyOf`.
 */
export const combine = (document: ApiDocument, schema: unknown): Json => {
  const { allOf: _all, oneOf: _one, anyOf: _any, ...own } = document.resolve(schema);
  const source = document.resolve(schema);
  const met = listAt(source, 'allOf').reduce<Json>(
    (merged, part) => both(combine(document, part), merged),
    own,
  );
  const open = [...listAt(source, 'oneOf'), ...listAt(source, 'anyOf')].flatMap((part) => {
    const combined = combine(document, part);
    const inner = listAt(combined, 'anyOf').filter(isObject);
    return inner.length > 0 ? inner : [combined];
  });
  if (open.length === 0) return met;
  const alternatives = reduceAlternatives(open);
  const [only, ...others] = alternatives;
  return only !== undefined && others.length === 0
    ? both(met, only)
    : { ...met, anyOf: alternatives };
};
