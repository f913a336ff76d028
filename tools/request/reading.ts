// Reads arguments the way clients send them: an object as JSON text, a number as text, nothing as "", where that is exact.
import type { Schema } from '../../scope-map/facts.ts';
import { isObject } from '../json-object.ts';
import type { Arguments, Tool } from '../tool/tool.ts';

// As much text as all arguments of a call may hold, and the JSON around it.
const longestText = 4 * 1_048_576;

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

const truths: ReadonlyMap<string, boolean> = new Map([
  ['true', true],
  ['True', true],
  ['false', false],
  ['False', false],
]);

const readText = (text: string, types: readonly string[], anyOf?: readonly Schema[]): unknown => {
  // An id or a slug: hosts are offered text only, and no slug is a number.
  if (anyOf?.some(({ type }) => type === 'integer')) return asNumber(text, true) ?? text;
  // Text is left alone wherever the schema takes text.
  if (types.length === 0 || types.includes('string')) return text;
  const truth = types.includes('boolean') ? truths.get(text) : undefined;
  if (truth !== undefined) return truth;
  if (types.includes('integer') || types.includes('number'))
    return asNumber(text, !types.includes('number')) ?? text;
  return asJson(text, types) ?? text;
};

/**
 * The value as the schema wants it, where text stands for a number, object or list and the reading is exact;
 * otherwise unchanged. An optional field that is null counts as not given. Numbers are never turned into text.
 */
export const read = (value: unknown, schema: Schema): unknown => {
  const seen = typeof value === 'string' ? readText(value, typesOf(schema), schema.anyOf) : value;
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

const isOptional = (name: string, owner: Schema): boolean => !(owner.required ?? []).includes(name);

/** Whether "" could stand for something in this schema: text of any kind, without a form that it must have. */
const takesBlank = (schema: Schema): boolean => {
  if (schema.anyOf) return schema.anyOf.some(takesBlank);
  if (schema.enum) return schema.enum.includes('');
  const types = typesOf(schema);
  if (types.length > 0 && !types.includes('string')) return false;
  return schema.pattern === undefined && schema.format === undefined && !schema.minLength;
};

/** Many clients say null or "" for what is not there, as DigitalOcean's own replies do. */
const meansAbsent = (value: unknown, name: string, own: Schema, owner: Schema): boolean => {
  if (!isOptional(name, owner)) return false;
  return value === null ? !typesOf(own).includes('null') : value === '' && !takesBlank(own);
};

/**
 * The arguments of a call as an object, where they came as nothing (null, "") or as JSON text; otherwise as they are.
 * Text of more than a call may hold is not looked at.
 */
export const readArguments = (raw: unknown): unknown => {
  if (raw === undefined || raw === null) return {};
  if (typeof raw !== 'string' || raw.length > longestText) return raw;
  return raw.trim() === '' ? {} : (asJson(raw, ['object']) ?? raw);
};

/** Names of which a rule lets only some be given. */
const alternatives = (tool: Tool): ReadonlySet<string> =>
  new Set(
    (tool.endpoint.rules ?? []).flatMap((rule) =>
      rule.kind === 'one_of' || rule.kind === 'any_of' ? rule.arguments : [],
    ),
  );

/**
 * The arguments without those that are "" where a filter or one of several alternatives is not given that way. What
 * a change is narrowed by stays, and is refused: leaving it out would widen what is changed.
 */
export const withoutBlanks = (given: unknown, tool: Tool): Arguments => {
  if (!isObject(given)) return {};
  if (!Object.values(given).includes('')) return given;
  const either = alternatives(tool);
  const isRead = tool.endpoint.method === 'GET';
  const isBlank = (name: string): boolean =>
    given[name] === '' &&
    isOptional(name, tool.inputSchema) &&
    (either.has(name) ? !tool.places.query.includes(name) || isRead : isRead);
  return Object.fromEntries(Object.entries(given).filter(([name]) => !isBlank(name)));
};
