// How an entry says what an argument changes about a call.
import type { Condition, When } from '../endpoint/condition.ts';
import type { Scope } from '../scopes.ts';

type Values = NonNullable<When['is']>;

type Change = Omit<Condition, 'when'>;

/** The scope itself, or what a person reads when there is none of that name. */
type Known<Name extends string> = Name extends Scope ? Name : `no scope is called ${Name}`;

/** Scopes that a call needs besides its own. The compiler refuses a name that DigitalOcean does not have. */
export const needs = <const Name extends string>(
  ...scopes: readonly [Known<Name>, ...Known<Name>[]]
): { readonly needs: NonNullable<Condition['needs']> } => ({
  // Only names of scopes get past the compiler.
  needs: scopes as unknown as NonNullable<Condition['needs']>,
});

/** What changes when an argument is given: `given('tags', needs('tag:create'))`. */
export const given = <const Argument extends string>(
  argument: Argument,
  change: Change,
): Condition<Argument> => ({ when: { argument }, ...change });

/** What changes when an argument has one of these values. */
export const valued = <const Argument extends string>(
  argument: Argument,
  is: Values,
  change: Change,
): Condition<Argument> => ({ when: { argument, is }, ...change });

/** What a call takes away that leaves an argument out, or gives it empty. */
export const absent = <const Argument extends string>(
  argument: Argument,
  loses: string,
): Condition<Argument> => ({ when: { argument, absent: true }, effect: 'destroy', loses });

/** What a call takes away by giving an argument: what stood there is gone. */
export const overwrites = <const Argument extends string>(
  argument: Argument,
  loses: string,
): Condition<Argument> => ({ when: { argument }, effect: 'destroy', loses });
