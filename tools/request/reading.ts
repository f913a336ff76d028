// Reads arguments the way clients send them: an object as JSON text, a number as text, where that is exact.
import type { Schema } from '../../scope-map/facts.ts';
import { isObject } from '../json-object.ts';

const typesOf = (schema: Schema): readonly string[] =>
  schema.type === undefined ? [] : typeof schema.type === 'string' ? [schema.type] : schema.type;

// The text of a JSON number without exponent: what a person or a model writes for one.
const numberText = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/;

const asNumber = (text: string, whole: boolean): number | undefined => {
  if (!numberText.test(text)) return undefined;
  const number = Number(text);
  const isExact = Number.isSafeInteger(number) || (!whole && String(number) === text);
  return isExact && !(whole && !Number.isInteger(number)) ? number : undefined;
};

const asJson = (text: string, types: readonly string[]): unknown => {
  const start = text.trimStart()[0];
  if (!((start === '{' && types.includes('object')) || (start === '[' && types.includes('array'))))
    return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

const readText = (text: string, types: readonly string[]): unknown => {
  // Text is left alone wherever the schema takes text.
  if (types.length === 0 || types.includes('string')) return text;
  if (types.includes('integer') || types.includes('number'))
    return asNumber(text, !types.includes('number')) ?? text;
  return asJson(text, types) ?? text;
};

/**
 * The value as the schema wants it, where text stands for a number, object or list and the reading is exact;
 * otherwise unchanged. An optional field that is null counts as not given. Numbers are never turned into text.
 */
export const read = (value: unknown, schema: Schema): unknown => {
  const seen = typeof value === 'string' ? readText(value, typesOf(schema)) : value;
  const { items, properties, additionalProperties } = schema;
  if (Array.isArray(seen)) return items ? seen.map((element) => read(element, items)) : seen;
  if (!isObject(seen)) return seen;
  const other = isObject(additionalProperties) ? (additionalProperties as Schema) : undefined;
  if (!properties && !other) return seen;
  return Object.fromEntries(
    Object.entries(seen).flatMap(([name, inner]) => {
      const own = properties && Object.hasOwn(properties, name) ? properties[name] : undefined;
      const known = own ?? other;
      if (known === undefined) return [[name, inner]];
      return meansAbsent(inner, name, known, schema) ? [] : [[name, read(inner, known)]];
    }),
  );
};

/** Many clients, and DigitalOcean's own replies, say null for what is not there. */
const meansAbsent = (value: unknown, name: string, own: Schema, owner: Schema): boolean =>
  value === null && !typesOf(own).includes('null') && !(owner.required ?? []).includes(name);
