// Corrections of enums whose first value is what an unset field reads as: leaving the argument out says the same.
import type { Correction } from './correction.ts';

/** Why and how we know, for all of them. */
export const noChoice = {
  why: 'The first value stands for a choice that was not made, and that is said by leaving the argument out.',
  source: 'the enum itself: its first value is what an unset field reads as',
} as const;

/** The values that can be chosen, and no default. */
export const chosen = (
  operations: Correction['operations'],
  at: string,
  values: readonly string[],
): readonly Correction[] => [
  { operations, change: { kind: 'schema', at, set: { enum: values } }, ...noChoice },
  { operations, change: { kind: 'default', at: at.slice(at.indexOf('.') + 1) }, ...noChoice },
];

/** The same for the elements of a list. */
export const eachChosen = (
  operations: Correction['operations'],
  at: string,
  values: readonly string[],
): Correction => ({
  operations,
  change: { kind: 'schema', at, set: { items: { type: 'string', enum: values } } },
  ...noChoice,
});
