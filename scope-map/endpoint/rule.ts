// Relations between arguments that a flat schema cannot express.
import type { When } from './condition.ts';

/**
 * A relation between arguments that a flat schema cannot express; checked before anything is sent.
 * Arguments may be named by dotted paths; a list on the way is walked element by element.
 */
export type Rule<Argument extends string = string> =
  /** Exactly one (or, when `optional`, at most one) of these arguments. */
  | {
      readonly kind: 'one_of';
      readonly arguments: readonly [Argument, Argument, ...Argument[]];
      readonly optional?: true;
    }
  /** At least one of these arguments, not empty. */
  | { readonly kind: 'any_of'; readonly arguments: readonly [Argument, ...Argument[]] }
  /** When the condition holds, these arguments must be there. */
  | {
      readonly kind: 'needs';
      readonly when: When<Argument>;
      readonly arguments: readonly [Argument, ...Argument[]];
    }
  /** These arguments only make sense while the condition holds. */
  | {
      readonly kind: 'only';
      readonly arguments: readonly [Argument, ...Argument[]];
      readonly when: When<Argument>;
    }
  /** When the condition holds, these arguments must be absent. */
  | {
      readonly kind: 'excludes';
      readonly when: When<Argument>;
      readonly arguments: readonly [Argument, ...Argument[]];
    }
  /** These two conditions must not hold together. */
  | { readonly kind: 'never'; readonly when: When<Argument>; readonly and: When<Argument> }
  /** When the condition holds, this text has at most so many characters. */
  | {
      readonly kind: 'longest';
      readonly argument: Argument;
      readonly length: number;
      readonly when: When<Argument>;
    }
  /** When one element of a list has this value in this field, every element must have it. */
  | {
      readonly kind: 'alone';
      readonly list: Argument;
      readonly field: string;
      readonly is: string | number | boolean;
    }
  /** A name that is kept relative to another argument: it must not end in its value. */
  | { readonly kind: 'relative'; readonly argument: Argument; readonly to: Argument }
  /** Every element of a list keeps these rules, whose arguments are fields of the element. */
  | { readonly kind: 'each'; readonly list: Argument; readonly rules: readonly [Rule, ...Rule[]] };
