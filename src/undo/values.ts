// Works out the values of inverse calls and of the reads around them.
import type { From } from '../../scope-map/endpoint/undo.ts';
import { isObject } from '../../tools/json-object.ts';
import { valueAt, valuesAt } from '../../tools/places.ts';
import type { Arguments } from '../../tools/tool/tool.ts';

/** What is known of a call. */
export interface Known {
  readonly given: Arguments;
  /** The former state, or the element of it that a call is made for. */
  readonly state: unknown;
  /** DigitalOcean's reply; undefined before it is there. */
  readonly reply: unknown;
}

/** The same value with its keys in order, and without what says nothing. */
const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, inner]) => [key, ordered(inner)]),
  );
};

/** A value as a text that is the same for the same value. */
export const textOf = (value: unknown): string => JSON.stringify(ordered(value)) ?? 'null';

/** Ids are told as numbers here and as texts there. */
const nameOf = (value: unknown): string =>
  typeof value === 'number' || typeof value === 'string' ? String(value) : textOf(value);

const listAt = (value: unknown, place: string): readonly unknown[] => {
  const found = place === '' ? [value] : valuesAt(value, place);
  return found.flat();
};

/** Tags are the same in capitals. */
const holds = (values: readonly unknown[], wanted: unknown): boolean =>
  values.some((one) => nameOf(one).toLowerCase() === nameOf(wanted).toLowerCase());

/** What stands at a place; an empty one is the whole. */
export const at = (value: unknown, place: string): unknown =>
  place === '' ? value : valueAt(value, place);

const collected = (from: Extract<From, { collect: string }>, known: Known): readonly unknown[] =>
  listAt(known.state, from.collect)
    .filter(
      (element) =>
        (!from.has || holds(listAt(element, from.has.at), known.given[from.has.argument])) &&
        (!from.lacks || !holds(listAt(element, from.lacks.at), known.given[from.lacks.argument])),
    )
    .map((element) =>
      from.as ? argumentsFrom(from.as, { ...known, state: element }) : at(element, from.take ?? ''),
    )
    .filter((one) => one !== undefined);

/** Whether a value is chosen among others, so that nothing is to be done where none is. */
export const chooses = (from: From): boolean =>
  'collect' in from || 'among' in from || 'lacking' in from;

/** DigitalOcean shows host names without the dot that it asks for. */
const formerFrom = ({ former, isHost }: Extract<From, { former: string }>, { state }: Known) => {
  const value = at(state, former);
  const isAbsolute = typeof value !== 'string' || value.endsWith('.') || value === '@';
  if (!isHost || isAbsolute) return value;
  return isHost.is.some((one) => one === at(state, isHost.at)) ? `${value}.` : value;
};

/** A value; undefined or null where there is none. */
export const valueFrom = (from: From, known: Known): unknown => {
  if ('value' in from) return from.value;
  if ('former' in from) return formerFrom(from, known);
  if ('reply' in from) return at(known.reply, from.reply);
  if ('collect' in from) return collected(from, known);
  const value = known.given[from.argument];
  if ('among' in from || 'lacking' in from) {
    if (!Array.isArray(value)) return [];
    const stood = listAt(known.state, 'among' in from ? from.among : from.lacking);
    return value.filter((one) => holds(stood, one) === 'among' in from);
  }
  return value;
};

/** The arguments of a call or a read; what has no value is left out. */
export const argumentsFrom = (
  given: Readonly<Record<string, From>>,
  known: Known,
): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(given).flatMap(([name, from]) => {
      const value = valueFrom(from, known);
      return value === undefined || value === null ? [] : [[name, value]];
    }),
  );
