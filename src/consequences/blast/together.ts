// Tells things of one kind with one fate once, however many reads have found some of them.
import type { HangingThing } from '../blast-radius.ts';
import { mostNames } from './words.ts';

const both = (one: HangingThing, other: HangingThing): HangingThing => {
  const notes = new Set([one.note, other.note].filter((note) => note !== undefined));
  return {
    kind: one.kind,
    fate: one.fate,
    names: [...new Set([...one.names, ...other.names])].slice(0, mostNames),
    count: one.count === null || other.count === null ? null : one.count + other.count,
    ...(notes.size > 0 && { note: [...notes].join('; ') }),
  };
};

/** The same, each kind once for each fate: whoever compares two blast radii finds the one by the other. */
export const together = (hanging: readonly HangingThing[]): readonly HangingThing[] => {
  const told = new Map<string, HangingThing>();
  for (const thing of hanging) {
    const key = `${thing.fate} ${thing.kind}`;
    const before = told.get(key);
    told.set(key, before ? both(before, thing) : thing);
  }
  return [...told.values()];
};
