// What an area is made of: its entries, their facts and the meaning of their arguments.
import type { Words } from '../endpoint/words.ts';
import type { Entry } from './entry.ts';
import type { Place } from './place.ts';

/** Facts as they stand in an area's JSON file; the compiler knows their keys, and texts only as texts. */
export type AreaFacts = Readonly<Record<string, object>>;

/** An area as its folder tells it. */
export interface AreaMap {
  /** By operation id, in the order in which they are listed. */
  readonly entries: Readonly<Record<string, Entry>>;
  readonly facts: AreaFacts;
  readonly words: Words;
}

/**
 * Describes an area. Refused by the compiler: an entry without facts, facts without an entry, and words, conditions
 * and rules about arguments that the operation does not take.
 * @param facts the area's `facts.json`, written by `npm run catalogue`.
 * @param words what the arguments of its operations mean.
 * @param entries one for each operation, by operation id.
 */
export const describeArea = <Facts extends AreaFacts>(
  facts: Facts,
  words: Words,
  entries: { readonly [Id in keyof Facts & string]: Entry<Place<Facts[Id]> & string> },
): AreaMap => ({ entries, facts, words });
