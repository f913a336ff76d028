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

const compared = (
  values: readonly unknown[],
  others: readonly unknown[],
  compare: (one: number, other: number) => boolean,
): boolean | undefined => {
  const [one, other] = [numberIn(values), numberIn(others)];
  return one === undefined || other === undefined ? undefined : compare(one, other);
};

/** How many the call adds; one at least. */
const added = (
  call: Arguments,
  { adding, summing }: { readonly adding?: string; readonly summing?: string },
): number => {
  const elements = adding === undefined ? 0 : valuesAt(call, adding).flat().length;
  const numbers = summing === undefined ? [] : valuesAt(call, summing).flat();
  const sum = numbers.reduce<number>(
    (total, one) => total + (typeof one === 'number' ? one : 0),
    0,
  );
  return Math.max(1, elements, sum);
};

/** Whether the thing shows it; undefined where the thing or the call does not say what it takes to tell. */
export const isShown = (shows: Shows, thing: unknown, call: Arguments): boolean | undefined => {
  const found = valuesAt(thing, shows.at);
  const values = found.flat();
  if ('filled' in shows) return values.some(isFilled);
  if ('empty' in shows) return !values.some(isFilled);
  if ('is' in shows) return values.some((value) => shows.is.some((one) => one === value));
  if ('isNot' in shows)
    // An empty list has none of them; what is not there does not tell.
    return found.length === 0
      ? undefined
      : values.every((value) => shows.isNot.every((one) => one !== value));
  if ('most' in shows) {
    if (found.length === 0) return undefined;
    const more = shows.adding === undefined ? [] : valuesAt(call, shows.adding).flat();
    const all = new Set([...values, ...more].map(String));
    return shows.adding === undefined ? all.size >= shows.most : all.size > shows.most;
  }
  if ('fills' in shows) {
    const count = numberIn(values);
    const [limit] = shows.fills
      .split('|')
      .flatMap((place) => numberIn(valuesAt(call, place)) ?? []);
    if (count === undefined || limit === undefined) return undefined;
    return count + added(call, shows) > limit;
  }
  if ('reaches' in shows)
    return compared(values, valuesAt(call, shows.reaches), (one, other) => one >= other);
  if ('exceeds' in shows)
    return compared(values, valuesAt(call, shows.exceeds), (one, other) => one > other);
  if ('below' in shows)
    return compared(values, valuesAt(call, shows.below), (one, other) => one < other);
  if ('startsNone' in shows) {
    const [start] = valuesAt(call, shows.startsNone);
    if (start === undefined) return undefined;
    return !values.some((value) => String(value).startsWith(String(start)));
  }
  const wanted = valuesAt(call, 'has' in shows ? shows.has : shows.lacks).flat();
  if (wanted.length === 0) return undefined;
  const isThere = values.some((value) => wanted.some((one) => isSame(value, one)));
  return 'has' in shows ? isThere : !isThere;
};
