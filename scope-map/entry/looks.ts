// How the description of a harm names reads ahead of a call, and what they are given.
import type { ByDate, Hanging, Known, Look, MonthlyCost } from '../endpoint/harm.ts';
import type { OperationId, PathParameter } from '../operation-id.ts';
import type { Scope } from '../scopes.ts';

type Sources = Readonly<Record<string, Known>>;

/** The operation itself, or what a person reads when there is none of that id. */
type KnownOperation<Id extends string> = Id extends OperationId
  ? Id
  : `no operation is called ${Id}`;

type KnownPath<Id extends string> = Id extends OperationId
  ? { readonly [Name in PathParameter<Id>]: Known }
  : unknown;

/** From an argument of the call. */
export const argument = (name: string): Known => ({ argument: name });

/** From an argument of the call, where it is given. */
export const ifGiven = (name: string): Known => ({ argument: name, optional: true });

/** From a field of the thing that the call works on. */
export const its = (field: string): Known => ({ thing: field });

/** From a field of what is gone over one by one. */
export const each = (field: string): Known => ({ each: field });

/** Always the same. */
export const always = (value: string | number | boolean): Known => ({ value });

/** A read. The compiler refuses an unknown operation and a missing parameter of its path. */
export const look = <const Id extends string>(
  operation: KnownOperation<Id>,
  given: KnownPath<Id> & Sources,
): Look => ({ operation: operation as OperationId, given });

/** Scopes that a reply needs to show everything. The compiler refuses a name that DigitalOcean does not have. */
export const shownWith = (
  ...scopes: readonly [Scope, ...Scope[]]
): { readonly hidden: NonNullable<Hanging['hidden']> } => ({ hidden: scopes });

/** What a Droplet size costs, by its slug at a place. */
export const priceOfSize = (of: string, times?: string): MonthlyCost => ({
  prices: look('sizes_list', {}),
  by: 'slug',
  of,
  at: 'price_monthly',
  ...(times !== undefined && { times }),
});

/** What something costs by a price of a day. */
export const datedCost = (
  name: string,
  more: Omit<ByDate, 'kind' | 'price'> & { readonly by?: ByDate['price']['by'] } = {},
): MonthlyCost => {
  const { by, ...rest } = more;
  return { dated: { kind: 'dated', price: { name, ...(by && { by }) }, ...rest } };
};
