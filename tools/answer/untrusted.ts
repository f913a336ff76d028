// Names the fields of an answer in which others wrote at length. The mark stands beside their text, before it: nothing
// in a JSON string can end it, take it away or claim to be outside of it.
import { isObject } from '../json-object.ts';
import type { Answer } from './shaping.ts';

/** Longer texts are marked: an instruction that convinces takes a few sentences. */
const longestUnmarked = 200;

/** Fields whose words are this server's own. */
const ours: ReadonlySet<string> = new Set([
  'note',
  'next',
  'after',
  'columns',
  'left_out',
  'untrusted',
]);

/** Names of ours that no field of a resource may take: it would speak in this server's name. */
const spoken = ['note', 'next', 'untrusted'] as const;

const mostNames = 20;
// Others may choose names, too, where a field holds a map of theirs.
const isName = (name: string): boolean => /^[\w.-]{1,64}$/.test(name);

const isLong = (value: unknown): boolean => {
  if (typeof value === 'string') return value.length > longestUnmarked;
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some(isLong);
  const fields = value as Answer;
  for (const name in fields) if (name.length > longestUnmarked || isLong(fields[name])) return true;
  return false;
};

/** Adds the names of the fields of an object that hold long texts. */
const addFrom = (value: Answer, into: Set<string>): void => {
  for (const name in value)
    if (!into.has(name) && isLong(value[name])) into.add(isName(name) ? name : 'others');
};

const addFromRow = (
  row: readonly unknown[],
  columns: readonly unknown[],
  into: Set<string>,
): void => {
  for (let at = 0; at < row.length; at += 1) if (isLong(row[at])) into.add(String(columns[at]));
};

const namesIn = (answer: Answer): ReadonlySet<string> => {
  const names = new Set<string>();
  const { items, columns } = answer;
  for (const name in answer) {
    if (ours.has(name)) continue;
    if (name !== 'items' || !Array.isArray(items)) {
      if (isLong(answer[name])) names.add(isName(name) ? name : 'others');
      continue;
    }
    for (const item of items) {
      if (Array.isArray(item) && Array.isArray(columns)) addFromRow(item, columns, names);
      else if (isObject(item)) addFrom(item, names);
      else if (isLong(item)) names.add('items');
    }
  }
  return names;
};

/** The answer with the names of the fields that hold long texts of others, where there are any. */
export const marked = (answer: Answer): Answer => {
  const names = namesIn(answer);
  return names.size === 0 ? answer : { untrusted: [...names].slice(0, mostNames), ...answer };
};

/** A resource whose fields take no name in which this server speaks: those stand under `beside`. */
export const besideOurs = (resource: Answer): Answer => {
  const taken = spoken.filter((name) => Object.hasOwn(resource, name));
  if (taken.length === 0) return resource;
  const moved = new Set<string>(taken);
  return {
    ...Object.fromEntries(Object.entries(resource).filter(([name]) => !moved.has(name))),
    beside: Object.fromEntries(taken.map((name) => [name, resource[name]])),
  };
};
