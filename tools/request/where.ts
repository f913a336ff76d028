// Filters the items of a list by what the caller wants equal: `field=value`, several values with `|`.

import type { NamedColumn } from '../columns.ts';
import { isObject } from '../json-object.ts';
import { valuesAt } from '../places.ts';

/** One condition: some value at this place is one of these, without regard to case. */
export interface WhereCondition {
  readonly field: string;
  readonly values: readonly string[];
}

const mostConditions = 10;
const longestCondition = 500;
const mostValues = 50;

const split = (text: string): WhereCondition | undefined => {
  const at = text.indexOf('=');
  const field = text.slice(0, at).trim();
  if (at < 1 || field === '') return undefined;
  const values = text
    .slice(at + 1)
    .split('|')
    .map((value) => value.trim().toLowerCase());
  return { field, values };
};

/** More and less, unlike and alike: what looks like a condition and is none of ours. */
const isComparison = (text: string): boolean => /^[^=]*([<>!~]=?|=[=~<>])/.test(text);

/** What is wrong with the form of `where`; empty when nothing, or when it is no list of texts (its schema says so then). */
export const problemsOfWhere = (where: unknown): readonly string[] => {
  if (!Array.isArray(where)) return [];
  if (where.length > mostConditions)
    return [`where must have at most ${mostConditions} conditions, not ${where.length}`];
  const texts = where.filter((one) => typeof one === 'string');
  if (texts.some((text) => text.length > longestCondition))
    return [`a condition in where has more than ${longestCondition} characters`];
  return texts.flatMap((text, index) => {
    const condition = split(text);
    if (isComparison(text))
      return [
        `where[${index}] can only ask what is equal, as "region=nyc3|ams3" does; compare by yourself what the list answers`,
      ];
    if (!condition) return [`where[${index}] must be field=value, such as "region=nyc3|ams3"`];
    return condition.values.length > mostValues
      ? [`where[${index}] must name at most ${mostValues} values`]
      : [];
  });
};

/** The conditions of a call whose form was checked. */
export const conditionsIn = (where: unknown): readonly WhereCondition[] =>
  (Array.isArray(where) ? where : []).flatMap((one) => split(String(one)) ?? []);

const names = ['slug', 'id', 'name'] as const;

/** What a value may be called: an object by its slug, id or name, everything else by itself. */
const calledBy = (value: unknown): readonly string[] =>
  isObject(value)
    ? names.flatMap((name) => (value[name] === undefined ? [] : calledBy(value[name])))
    : [String(value).toLowerCase()];

/**
 * Whether a resource fulfils all conditions. A list matches when one of its elements does, an object by its
 * slug, id or name; what is not there equals the empty text.
 */
export const fulfils = (
  resource: unknown,
  conditions: readonly WhereCondition[],
  columns: readonly NamedColumn[],
): boolean =>
  conditions.every(({ field, values }) => {
    const column = columns.find(({ name }) => name === field);
    const cell = column?.cell(resource);
    const found = column
      ? cell === undefined
        ? []
        : [cell].flat()
      : valuesAt(resource, field).flat();
    const texts = found.flatMap(calledBy);
    return texts.length === 0 ? values.includes('') : texts.some((text) => values.includes(text));
  });
