// What of a call the record does not tell: values that were taken out of it or cut off.
import type { Condition } from '../../../scope-map/endpoint.ts';
import { isObject } from '../../../tools/json-object.ts';
import { deepest } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import { holdsMark } from '../../../tools/secrets/redaction-mark.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';

/** What stands where something was cut; `bounded.ts` writes it. */
const cut = /… \((?:\d+ (?:characters|in all)|deeper)\)$/;

/** Whether a text stands for something else that was recorded neither whole nor as it was. */
export const isCut = (value: unknown): boolean =>
  typeof value === 'string' && (holdsMark(value) || cut.test(value));

const hides = (value: unknown, keys: readonly string[], depth = 0): boolean => {
  if (depth > deepest) return true;
  if (Array.isArray(value)) return value.some((element) => hides(element, keys, depth + 1));
  const [key, ...deeper] = keys;
  if (key === undefined || !isObject(value)) return isCut(value);
  if (key === '*' || key === '**')
    return '…' in value || Object.values(value).some((inner) => hides(inner, deeper, depth + 1));
  return Object.hasOwn(value, key) ? hides(value[key], deeper, depth + 1) : '…' in value;
};

/** Whether anything in a value was recorded neither whole nor as it was. */
export const hidesAny = (value: unknown, depth = 0): boolean => {
  if (depth > deepest || isCut(value)) return true;
  if (Array.isArray(value)) return value.some((element) => hidesAny(element, depth + 1));
  if (!isObject(value)) return false;
  return '…' in value || Object.values(value).some((inner) => hidesAny(inner, depth + 1));
};

/** Conditions that a call meets, and those of which the record does not tell whether it does. */
export interface Met {
  readonly met: readonly Condition[];
  readonly unclear: readonly Condition[];
}

/** How the arguments on record stand to the conditions of their tool. */
export const conditionsOf = ({ endpoint }: Tool, given: Arguments): Met => {
  const met: Condition[] = [];
  const unclear: Condition[] = [];
  for (const condition of endpoint.conditions ?? []) {
    const { argument, is, absent } = condition.when;
    const isThere = isTrueOf({ argument, ...(is && { is }) }, given);
    // What was found is there, whatever else was cut away.
    if (!isThere && hides(given, argument.split('.'))) unclear.push(condition);
    else if (isThere !== (absent === true)) met.push(condition);
  }
  return { met, unclear };
};
