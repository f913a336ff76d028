// How an entry names a read that follows.
import type { FieldPath } from '../endpoint/field-path.ts';
import type { FollowUp, Source } from '../endpoint/follow-up.ts';
import type { OperationId, PathParameter } from '../operation-id.ts';

type Sources = Readonly<Record<string, Source>>;

/** The operation itself, or what a person reads when there is none of that id. */
type KnownOperation<Id extends string> = Id extends OperationId
  ? Id
  : `no operation is called ${Id}`;

/** Every parameter of the operation's path and no other; what is no parameter must be a sentence that says so. */
type KnownPath<Id extends string, Given> = Id extends OperationId
  ? { readonly [Name in PathParameter<Id>]: Source } & {
      readonly [Name in Exclude<
        keyof Given & string,
        PathParameter<Id>
      >]: `${Id} has no path parameter called ${Name}`;
    }
  : unknown;

/** From an argument of the call. */
export const argument = (name: string): Source => ({ argument: name });

/** From the reply of the call, envelope included; of several places the first where something stands. */
export const reply = (...places: readonly [FieldPath, ...FieldPath[]]): Source => ({
  reply: places.length === 1 ? places[0] : places,
});

/**
 * A read of another operation. The compiler refuses an unknown operation, an unknown parameter of its path, and a
 * parameter that is missing.
 */
export const read = <const Id extends string, const Given extends Sources>(
  operation: KnownOperation<Id>,
  path: Given & KnownPath<Id, Given>,
  query?: Sources,
): FollowUp => ({
  operation: operation as OperationId,
  path,
  ...(query && { query }),
});
