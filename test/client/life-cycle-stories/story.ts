// A story: the life cycle of long work, and the replies it is told by.
import type { TestLifeCycle } from '../kit.ts';

/** What a polled resource looks like in a state: a body, or 404. */
export type Reply = object | 404;

export interface Story {
  readonly life: Omit<TestLifeCycle, 'poll' | 'usually' | 'what'>;
  /** Replies of a good course; the last one is its end. */
  readonly good: readonly Reply[];
  /** Replies that end in failure, each the end of a course of its own. */
  readonly bad?: readonly Reply[];
}

export const phases = (key: string, field: string, ...states: readonly string[]): Reply[] =>
  states.map((state) => nest([key, ...field.split('.')], state));
const nest = (keys: readonly string[], value: unknown): object =>
  keys.toReversed().reduce<unknown>((inner, key) => ({ [key]: inner }), value) as object;
