// Takes the words off an OpenAPI schema: what is left are facts, in one order of keywords.
import { isObject, type Json } from '../document.ts';

/** Keywords that say something about values; titles, descriptions, examples and extensions do not. */
const factual = [
  '$ref',
  'type',
  'nullable',
  'format',
  'enum',
  'pattern',
  'minimum',
  'maximum',
  'exclusiveMinimum',
  'exclusiveMaximum',
  'multipleOf',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'uniqueItems',
  'minProperties',
  'maxProperties',
  'default',
  'readOnly',
  'writeOnly',
  'deprecated',
  'required',
  'properties',
  'additionalProperties',
  'items',
  'not',
  'allOf',
  'oneOf',
  'anyOf',
] as const;

const isScalar = (value: unknown): boolean => typeof value !== 'object' || value === null;

const bareValue = (keyword: string, value: unknown): unknown => {
  switch (keyword) {
    case 'properties':
      return isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, bareSchema(one)]))
        : value;
    case 'items':
    case 'additionalProperties':
    case 'not':
      return isObject(value) ? bareSchema(value) : value;
    case 'allOf':
    case 'oneOf':
    case 'anyOf':
      return Array.isArray(value) ? value.map(bareSchema) : value;
    default:
      return value;
  }
};

const referTo = (reference: string): Json => {
  const [, name] = /^#\/components\/schemas\/([^/]+)$/.exec(reference) ?? [];
  if (name === undefined) throw new Error(`${reference} refers to no schema by name`);
  return { $ref: name };
};

/**
 * The same schema without words; it refers to definitions by their bare names. A reference stands alone, as OpenAPI 3.0 reads it; a default that is no scalar is
 * left out, for it is an example more than a fact.
 * @throws {Error} when it refers to anything but a named schema, which no bundler leaves behind.
 */
export const bareSchema = (schema: unknown): Json => {
  if (!isObject(schema)) return {};
  if (typeof schema['$ref'] === 'string') return referTo(schema['$ref']);
  return Object.fromEntries(
    factual.flatMap((keyword) => {
      const value = schema[keyword];
      if (value === undefined || (keyword === 'default' && !isScalar(value))) return [];
      return [[keyword, bareValue(keyword, value)]];
    }),
  );
};
