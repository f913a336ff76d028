// Finds what a dotted argument name stands for in the arguments of a call.
import type { Arguments } from './tool.ts';

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const within = (value: unknown, keys: readonly string[]): readonly unknown[] => {
  const [key, ...rest] = keys;
  if (key === undefined) return value === undefined || value === null ? [] : [value];
  if (Array.isArray(value)) return value.flatMap((element) => within(element, keys));
  return isObject(value) && Object.hasOwn(value, key) ? within(value[key], rest) : [];
};

/**
 * Every value that a call gives under a dotted argument name (`inbound_rules.sources.tags`): a list on the way is
 * walked element by element, so that there may be several. Null counts as not given. A list at the end is one value.
 */
export const argumentValues = (given: Arguments, name: string): readonly unknown[] =>
  within(given, name.split('.'));
