// Reduces a schema of the document to facts: types, ranges, enums and required fields, without prose and defaults.
import type { Schema } from '../../scope-map/facts.ts';
import { combine } from './combine.ts';
import { type ApiDocument, isObject, type Json, listAt, objectAt } from './document.ts';

/** What a value may be by default, by dotted argument path. */
export type Defaults = Record<string, string | number | boolean>;

/** What flattening needs besides the schema. */
export interface Flattening {
  readonly document: ApiDocument;
  /** Filled on the way with the defaults that are found. */
  readonly defaults: Defaults;
  /** Keep inputs that the document calls deprecated: existing app specs still use them. */
  readonly deprecated: boolean;
  /** Whether objects take no other fields than the documented ones. */
  readonly closed: boolean;
  /** Whether read-only schemas are inputs here: a path may name what only DigitalOcean sets, such as an id. */
  readonly readOnly: boolean;
}

/** Formats that mean the same to DigitalOcean and to JSON Schema; others (`cidr`, `int64`) are the document's own. */
const formats = ['uuid', 'uri', 'date-time'];

const keywords: Readonly<Record<string, readonly (keyof Schema)[]>> = {
  string: ['enum', 'pattern', 'minLength', 'maxLength'],
  integer: ['enum', 'minimum', 'maximum'],
  number: ['enum', 'minimum', 'maximum'],
  boolean: [],
  array: ['minItems', 'maxItems'],
};

const typeOf = (schema: Json): string => {
  if (typeof schema['type'] === 'string') return schema['type'];
  if ('properties' in schema) return 'object';
  if ('items' in schema) return 'array';
  const [first] = listAt(schema, 'enum');
  return typeof first === 'number' ? 'integer' : typeof first === 'boolean' ? 'boolean' : 'string';
};

const isDefault = (value: unknown): value is string | number | boolean =>
  ['string', 'number', 'boolean'].includes(typeof value);

const flattenObject = (schema: Json, at: string, flattening: Flattening): Schema => {
  const found = Object.entries(objectAt(schema, 'properties')).flatMap(([name, inner]) => {
    const flat = flatten(inner, at === '' ? name : `${at}.${name}`, flattening);
    return flat ? ([[name, flat]] as const) : [];
  });
  const names = found.map(([name]) => name);
  const required = listAt(schema, 'required').filter((name): name is string =>
    names.includes(String(name)),
  );
  const values = schema['additionalProperties'];
  if (found.length === 0) {
    const inner =
      isObject(values) && Object.keys(values).length > 0
        ? flatten(values, `${at}.*`, flattening)
        : undefined;
    return { type: 'object', additionalProperties: inner ?? true };
  }
  return {
    type: 'object',
    properties: Object.fromEntries(found),
    ...(required.length > 0 && {
      required: required.toSorted((a, b) => names.indexOf(a) - names.indexOf(b)),
    }),
    additionalProperties: !flattening.closed,
  };
};

/**
 * The facts of one input schema; undefined when it is read-only (or deprecated) and so no input at all.
 * Null is left out: a nullable input that is optional says the same by being absent.
 * Defaults go to `flattening.defaults` under the dotted path `at`.
 */
export const flatten = (raw: unknown, at: string, flattening: Flattening): Schema | undefined => {
  const schema = combine(flattening.document, raw);
  if (schema['readOnly'] === true && !flattening.readOnly) return undefined;
  if (schema['deprecated'] === true && !flattening.deprecated) return undefined;
  if (isDefault(schema['default'])) flattening.defaults[at] = schema['default'];

  const alternatives = listAt(schema, 'anyOf');
  if (alternatives.length > 0)
    return {
      anyOf: alternatives.flatMap((one) => flatten(one, at, { ...flattening, defaults: {} }) ?? []),
    };

  const type = typeOf(schema);
  if (type === 'object') return flattenObject(schema, at, flattening);
  const kept = (keywords[type] ?? []).flatMap((key) =>
    schema[key] === undefined ? [] : [[key, schema[key]]],
  );
  const format = formats.includes(String(schema['format']))
    ? { format: String(schema['format']) }
    : {};
  const items =
    type === 'array'
      ? { items: flatten(schema['items'] ?? { type: 'string' }, at, flattening) ?? {} }
      : {};
  return { type, ...items, ...format, ...Object.fromEntries(kept) };
};
