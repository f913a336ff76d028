// Tells whether a field shows what has a call refused.
import type { Shows } from '../../../scope-map/endpoint/refusals.ts';
import { valuesAt } from '../../../tools/places.ts';
import { isFilled } from '../../../tools/request/when.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';

/** The same id may be text on one side and a number on the other. */
export const isSame = (one: unknown, other: unknown): boolean =>
  one === other ||
  ((typeof one === 'string' || typeof one === 'number') &&
    (typeof other === 'string' || typeof other === 'number') &&
    String(one) === String(other));

const numberIn = (values: readonly unknown[]): number | undefined => {
  const [value] = values;
  return typeof value === 'number' ? value : undefined;
};

/** How many the call adds: the elements of a list there, or one. */
const added = (call: Arguments, place: string | undefined): number => {
  const count = place === undefined ? 0 : valuesAt(call, place).flat().length;
  return Math.max(1, count);
};

/** Whether the thing shows it; undefined where the thing or the call does not say what it takes to tell. */
export const isShown = (shows: Shows, thing: unknown, call: Arguments): boolean | undefined => {
  const values = valuesAt(thing, shows.at).flat();
  if ('filled' in shows) return values.some(isFilled);
  if ('empty' in shows) return !values.some(isFilled);
  if ('is' in shows) return values.some((value) => shows.is.some((one) => one === value));
  if ('isNot' in shows)
    return values.length === 0
      ? undefined
      : values.every((value) => shows.isNot.every((one) => one !== value));
  if ('fills' in shows) {
    const count = numberIn(values);
    const limit = numberIn(valuesAt(call, shows.fills));
    if (count === undefined || limit === undefined) return undefined;
    return count + added(call, shows.adding) > limit;
  }
  if ('reaches' in shows || 'exceeds' in shows) {
    const number = numberIn(values);
    const other = numberIn(valuesAt(call, 'reaches' in shows ? shows.reaches : shows.exceeds));
    if (number === undefined || other === undefined) return undefined;
    return 'reaches' in shows ? number >= other : number > other;
  }
  const wanted = valuesAt(call, 'has' in shows ? shows.has : shows.lacks).flat();
  if (wanted.length === 0) return undefined;
  const isThere = values.some((value) => wanted.some((one) => isSame(value, one)));
  return 'has' in shows ? isThere : !isThere;
};
