// Where values of a look ahead stand: in the arguments, in the thing, in what is gone over.
import type { At, Belonging, Known, Look, Values } from '../../../scope-map/endpoint/harm.ts';
import { isObject } from '../../../tools/json-object.ts';
import { valuesAt } from '../../../tools/places.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';

/** What is known so far. */
export interface Knowledge {
  readonly given: Arguments;
  /** What the call works on, as it was read; empty where it was not. */
  readonly things: readonly unknown[];
  /** What is gone over just now. */
  readonly each?: unknown;
  /** What other reads have shown, by what they were. */
  readonly seen?: ReadonlyMap<Look, readonly unknown[]>;
}

/** Whether an element has these values at its own fields. */
export const matches = (element: unknown, where: Values): boolean =>
  isObject(element) && Object.entries(where).every(([key, is]) => (element[key] ?? null) === is);

/** Whether a value can be a name, an id or a number to show. */
export const isPlain = (value: unknown): value is string | number | boolean =>
  (typeof value === 'string' && value !== '') ||
  typeof value === 'number' ||
  typeof value === 'boolean';

/** Every value at a place of a resource; a list stands for its elements. */
export const valuesIn = (resource: unknown, at: At): readonly unknown[] => {
  if (typeof at !== 'string') {
    const found = valuesAt(resource, at.of).flat();
    return found
      .filter((element) => matches(element, at.where))
      .flatMap((element) => valuesAt(element, at.take));
  }
  return at === '' ? [resource].flat() : valuesAt(resource, at).flat();
};

/** What a source stands for; nothing where it is not known. */
export const valuesOf = (source: Known, knowledge: Knowledge): readonly unknown[] => {
  if ('value' in source) return [source.value];
  if ('argument' in source) return valuesAt(knowledge.given, source.argument).flat();
  if ('seen' in source)
    return (knowledge.seen?.get(source.seen) ?? []).flatMap((item) => valuesIn(item, source.at));
  if ('each' in source) return valuesIn(knowledge.each, source.each);
  return knowledge.things.flatMap((thing) => valuesIn(thing, source.thing));
};

/** Ids come as numbers in one reply and as text in another; names of hosts end with a dot or do not. */
const alike = (value: unknown): string => String(value).toLowerCase().replace(/\.$/, '');

/** Whether one of these values stands at a place of an element. */
export const holdsOneOf = (element: unknown, at: At, values: readonly unknown[]): boolean => {
  if (values.length === 0) return false;
  const sought = new Set(values.map(alike));
  return valuesIn(element, at).some((value) => sought.has(alike(value)));
};

/** The elements that belong to the thing in one of these ways. */
export const belonging = (
  elements: readonly unknown[],
  ways: readonly Belonging[] | undefined,
  knowledge: Knowledge,
): readonly unknown[] => {
  if (!ways) return elements;
  const sought = ways.map(({ at, is, orBelow }) => {
    const values = new Set(valuesOf(is, knowledge).map(alike));
    const endings = orBelow ? [...values].map((value) => `.${value}`) : [];
    return { at, values, endings };
  });
  return elements.filter((element) =>
    sought.some(({ at, values, endings }) =>
      valuesIn(element, at)
        .map(alike)
        .some((value) => values.has(value) || endings.some((ending) => value.endsWith(ending))),
    ),
  );
};

/** The arguments of the reads that a look stands for, one for each value; none where something is not known. */
export const runsOf = (look: Look, knowledge: Knowledge): readonly Arguments[] => {
  const sources = Object.entries(look.given)
    .map(
      ([name, source]) =>
        [name, [...new Set(valuesOf(source, knowledge))], 'optional' in source] as const,
    )
    .filter(([, values, optional]) => values.length > 0 || !optional);
  const counts = sources.map(([, values]) => values.length);
  if (counts.includes(0)) return [];
  return Array.from({ length: Math.max(1, ...counts) }, (_, at) =>
    Object.fromEntries(sources.map(([name, values]) => [name, values[at] ?? values[0]])),
  );
};
