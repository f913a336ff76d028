// Finds every value at a dotted place, in the arguments of a call or in a reply.
import { isObject } from './json-object.ts';

const within = (value: unknown, keys: readonly string[]): readonly unknown[] => {
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined || value === null ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((element) => within(element, keys));
  return isObject(value) && Object.hasOwn(value, key) ? within(value[key], rest) : [];
};

/**
 * Every value at a dotted place (`inbound_rules.sources.tags`): a list on the way is walked element by element, so
 * that there may be several. Null counts as not there. A list at the end is one value.
 */
export const valuesAt = (value: unknown, place: string): readonly unknown[] =>
  within(value, place.split('.'));
