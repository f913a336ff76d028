// Relations between arguments that a flat schema cannot express.
import type { When } from './condition.ts';

/**
 * A relation between arguments that a flat schema cannot express; checked before anything is sent.
 * Arguments may be named by dotted paths; a list on the way is walked element by element.
 */
export type Rule =
  /** Exactly one (or, when `optional`, at most one) of these arguments. */
  | {
      readonly kind: 'one_of';
      readonly arguments: readonly [string, string, ...string[]];
      readonly optional?: true;
    }
  /** At least one of these arguments, not empty. */
  | { readonly kind: 'any_of'; readonly arguments: readonly [string, ...string[]] }
  /** When the condition holds, these arguments must be there. */
  | {
      readonly kind: 'needs';
      readonly when: When;
      readonly arguments: readonly [string, ...string[]];
    }
  /** These arguments only make sense while the condition holds. */
  | {
      readonly kind: 'only';
      readonly arguments: readonly [string, ...string[]];
      readonly when: When;
    }
  /** When the condition holds, these arguments must be absent. */
  | {
      readonly kind: 'excludes';
      readonly when: When;
      readonly arguments: readonly [string, ...string[]];
    }
  /** These two conditions must not hold together. */
  | { readonly kind: 'never'; readonly when: When; readonly and: When }
  /** When the condition holds, this text has at most so many characters. */
  | {
      readonly kind: 'longest';
      readonly argument: string;
      readonly length: number;
      readonly when: When;
    }
  /** When one element of a list has this value in this field, every element must have it. */
  | {
      readonly kind: 'alone';
      readonly list: string;
      readonly field: string;
      readonly is: string | number | boolean;
    }
  /** Every element of a list keeps these rules, whose arguments are fields of the element. */
  | { readonly kind: 'each'; readonly list: string; readonly rules: readonly [Rule, ...Rule[]] };
