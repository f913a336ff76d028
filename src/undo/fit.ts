// Fits what DigitalOcean showed to what it takes: what it adds by itself is left out, and ids are written as they are asked for.
import type { Schema } from '../../scope-map/facts.ts';
import { isObject } from '../../tools/json-object.ts';
import { checkedSchemaOf } from '../../tools/tool/input-schema.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';

const typesOf = ({ type }: Schema): readonly string[] =>
  typeof type === 'string' ? [type] : (type ?? []);

/** An empty text stands for nothing where only certain texts are taken. */
const saysNothing = (schema: Schema, value: unknown): boolean =>
  value === '' &&
  (schema.enum !== undefined || schema.pattern !== undefined || (schema.minLength ?? 0) > 0);

const fitted = (schema: Schema, value: unknown): unknown => {
  if (Array.isArray(value)) {
    const { items } = schema;
    return items ? value.map((one) => fitted(items, one)) : value;
  }
  if (isObject(value)) {
    const { properties = {}, additionalProperties } = schema;
    return Object.fromEntries(
      Object.entries(value).flatMap(([name, inner]) => {
        const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
        if (inner === null || (!own && additionalProperties === false)) return [];
        if (own && saysNothing(own, inner)) return [];
        return [[name, own ? fitted(own, inner) : inner]];
      }),
    );
  }
  const types = typesOf(schema);
  if (typeof value === 'number' && types.length > 0 && !types.includes('number')) {
    if (types.includes('string') && !types.includes('integer')) return String(value);
  }
  const isWanted = types.includes('integer') && !types.includes('string');
  return typeof value === 'string' && isWanted && /^\d{1,15}$/.test(value) ? Number(value) : value;
};

/** The arguments as the tool takes them. */
export const fittedTo = ({ endpoint }: Tool, given: Arguments): Arguments => {
  const whole = fitted(checkedSchemaOf(endpoint), given);
  return isObject(whole) ? whole : {};
};
