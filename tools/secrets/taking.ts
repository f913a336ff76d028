// Counts and names what is taken out of a reply, and hands it to whoever keeps it.
import { redactionMark } from './redaction-mark.ts';

/** The way to a value: names of fields, settings and things, the last one first. */
export interface Trail {
  readonly name: string;
  readonly before: Trail | undefined;
}

/** Keeps a credential. @returns what stands in its place; undefined when it was not kept. */
export type Keep = (text: string, place: readonly string[]) => string | undefined;

interface Spot {
  readonly name: string;
  readonly trail: Trail | undefined;
}

const namesOf = (trail: Trail | undefined): readonly string[] => {
  const names: string[] = [];
  for (let at = trail; at; at = at.before) names.push(at.name);
  return names.reverse();
};

// Keys of maps are whatever their owner likes; only what reads like a field's name is repeated.
const fieldName = /^[a-z][a-z0-9_]{0,39}$/;
const mostKinds = 4;

/** What is done with each credential that is found. */
export const createTaking = (keep: Keep | undefined) => {
  let count = 0;
  const kinds = new Set<string>();
  const take = (text: () => string, many: number, { name, trail }: Spot): string => {
    count += many;
    if (kinds.size < mostKinds) kinds.add(fieldName.test(name) ? name : 'text');
    return keep?.(text(), namesOf(trail)) ?? redactionMark;
  };
  return {
    /** Takes a whole value. @returns what stands in its place. */
    wholly: (value: unknown, spot: Spot): string =>
      take(() => (typeof value === 'string' ? value : JSON.stringify(value)), 1, spot),
    /** Takes parts of a text, which is kept whole. @returns what stands in the place of the first. */
    partly: (text: string, many: number, spot: Spot): string => take(() => text, many, spot),
    count: (): number => count,
    kinds: (): readonly string[] => [...kinds],
  };
};
