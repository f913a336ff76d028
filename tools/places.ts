// The one walker of dotted places (`inbound_rules.sources.tags`), in arguments, replies and schemas.
import { isObject } from './json-object.ts';

/** One step of a tree of places: what ends here, and where keys lead. */
interface Step<T> {
  here: T | undefined;
  readonly next: Map<string, Step<T>>;
  /** The step stands for any number of keys (`**`). */
  readonly isDeep: boolean;
}

/** Where a walk stands among several places at once. */
export interface Places<T> {
  /** What the place that ends here stands for; undefined where none does. */
  readonly here: T | undefined;
  /** Onward over a key; undefined where no place leads. Lists are no keys: every element stands where its list does. */
  readonly at: (key: string) => Places<T> | undefined;
}

/** The steps that can be reached without a key: those themselves, and what `**` leads to. */
const reach = <T>(steps: readonly Step<T>[]): readonly Step<T>[] => {
  if (!steps.some((step) => step.next.has('**'))) return steps;
  const reached = new Set<Step<T>>();
  const queue = [...steps];
  for (let step = queue.pop(); step; step = queue.pop()) {
    reached.add(step);
    const deep = step.next.get('**');
    if (deep && !reached.has(deep)) queue.push(deep);
  }
  return [...reached];
};

const onwardFrom = <T>(steps: readonly Step<T>[], key: string): Places<T> | undefined => {
  const onward: Step<T>[] = [];
  for (const step of steps) {
    const exact = step.next.get(key);
    const any = step.next.get('*');
    if (exact) onward.push(exact);
    if (any) onward.push(any);
    if (step.isDeep) onward.push(step);
  }
  return onward.length === 0 ? undefined : stand(reach(onward));
};

const stand = <T>(steps: readonly Step<T>[]): Places<T> => {
  const here = steps.find((step) => step.here !== undefined)?.here;
  const [only] = steps;
  const isExact = steps.length === 1 && only && !only.isDeep && !only.next.has('*');
  if (!isExact) return { here, at: (key) => onwardFrom(steps, key) };
  // The usual case: every key leads to one place or to none, and each is worked out once.
  const known = new Map<string, Places<T>>();
  return {
    here,
    at: (key) => {
      const before = known.get(key);
      if (before) return before;
      const next = only.next.get(key);
      if (!next) return undefined;
      const onward = stand(reach([next]));
      known.set(key, onward);
      return onward;
    },
  };
};

/**
 * Places to walk by, each with what it stands for. Keys are joined by dots; `*` stands for any one key, `**` for any
 * number of keys.
 */
export const placesOf = <T>(entries: Iterable<readonly [string, T]>): Places<T> => {
  const root: Step<T> = { here: undefined, next: new Map(), isDeep: false };
  for (const [place, meaning] of entries) {
    let step = root;
    for (const key of place.split('.')) {
      const known = step.next.get(key);
      const next = known ?? { here: undefined, next: new Map(), isDeep: key === '**' };
      if (!known) step.next.set(key, next);
      step = next;
    }
    step.here = meaning;
  }
  return stand(reach([root]));
};

/** Places that stand for nothing but themselves. */
export const placesNamed = (names: Iterable<string>): Places<true> =>
  placesOf(Array.from(names, (name) => [name, true] as const));

/** How deep a walk goes, in objects and lists within each other; nothing of DigitalOcean's is nearly as deep. */
export const deepest = 64;

const collect = (value: unknown, places: Places<true>, depth: number, found: unknown[]): void => {
  if (depth > deepest) return;
  if (Array.isArray(value)) for (const element of value) collect(element, places, depth + 1, found);
  if (!isObject(value)) return;
  for (const key of Object.keys(value)) {
    const onward = places.at(key);
    if (!onward) continue;
    const inner = value[key];
    if (onward.here && inner !== undefined && inner !== null) found.push(inner);
    collect(inner, onward, depth + 1, found);
  }
};

/** The same along plain keys, which need no looking around. */
const collectAlong = (
  value: unknown,
  keys: readonly string[],
  at: number,
  depth: number,
  found: unknown[],
): void => {
  if (depth > deepest || typeof value !== 'object' || value === null) return;
  if (Array.isArray(value)) {
    for (const element of value) collectAlong(element, keys, at, depth + 1, found);
    return;
  }
  const key = keys[at];
  if (key === undefined || !isObject(value) || !Object.hasOwn(value, key)) return;
  const inner = value[key];
  if (inner === undefined || inner === null) return;
  if (at === keys.length - 1) found.push(inner);
  else collectAlong(inner, keys, at + 1, depth + 1, found);
};

/** Reads every value at one place out of the values that it is given. */
export type PlaceReader = (value: unknown) => readonly unknown[];

/**
 * A reader of a dotted place: a list on the way is walked element by element, so that there may be several values.
 * Null counts as not there. A list at the end is one value.
 */
export const readerOf = (place: string): PlaceReader => {
  const keys = place.split('.');
  const places = keys.some((key) => key === '*' || key === '**') ? placesNamed([place]) : undefined;
  return (value) => {
    const found: unknown[] = [];
    if (places) collect(value, places, 0, found);
    else collectAlong(value, keys, 0, 0, found);
    return found;
  };
};

/** Every value at a dotted place, as `readerOf` reads them. */
export const valuesAt = (value: unknown, place: string): readonly unknown[] =>
  readerOf(place)(value);

/** The first value at a dotted place, or undefined when there is none. */
export const valueAt = (value: unknown, place: string): unknown => valuesAt(value, place)[0];
