// How an area says which calls put its changes back.
import type { When } from '../endpoint/condition.ts';
import type { FieldPath } from '../endpoint/field-path.ts';
import type { From, InverseCall, NoUndo, StateLook, Undo, Way } from '../endpoint/undo.ts';
import type { OperationId, PathParameter } from '../operation-id.ts';

type Sources = Readonly<Record<string, From>>;

/** The operation itself, or what a person reads when there is none of that id. */
type KnownOperation<Id extends string> = Id extends OperationId
  ? Id
  : `no operation is called ${Id}`;

type KnownPath<Id extends string> = Id extends OperationId
  ? { readonly [Name in PathParameter<Id>]: From }
  : unknown;

/** From an argument of the call. */
export const argument = (name: string): From => ({ argument: name });

/** From what was read before the call. */
export const former = (place: FieldPath): From => ({ former: place });

/** From the reply to the call. */
export const reply = (place: FieldPath): From => ({ reply: place });

/** Always the same. */
export const always = (value: string | number | boolean | readonly string[]): From => ({ value });

/** The id of the element for which a read is made. */
export const it: From = { argument: 'it' };

/** A read. The compiler refuses an unknown operation and a missing parameter of its path. */
export const look = <const Id extends string>(
  operation: KnownOperation<Id>,
  given: KnownPath<Id> & Sources,
  where?: Readonly<Record<FieldPath, From>>,
): StateLook => ({ operation: operation as OperationId, given, ...(where && { where }) });

/** A call that puts something back. The compiler refuses an unknown operation and a missing parameter of its path. */
export const call = <const Id extends string>(
  operation: KnownOperation<Id>,
  given: KnownPath<Id> & Sources,
  more: Pick<InverseCall, 'each' | 'unless'> = {},
): InverseCall => ({ operation: operation as OperationId, given, ...more });

/** Arguments that stand in the former state under their own names, or at another place: `['region', 'region.slug']`. */
export const asBefore = (
  ...names: readonly (string | readonly [string, FieldPath])[]
): Readonly<Record<string, From>> =>
  Object.fromEntries(
    names.map((name) =>
      typeof name === 'string' ? [name, former(name)] : [name[0], former(name[1])],
    ),
  );

/** A way back that is always taken. */
export const back = (calls: InverseCall, differs?: string): Way => ({
  calls: [calls],
  ...(differs !== undefined && { differs }),
});

/** The state is read, and one call restores it. */
export const restores = (
  state: StateLook,
  calls: InverseCall,
  more: Pick<Undo, 'watches'> & { readonly differs?: string } = {},
): Undo => {
  const { differs, ...rest } = more;
  return { state, ...rest, ways: [back(calls, differs)] };
};

/** What was made is removed again. */
export const removes = (
  made: StateLook,
  calls: InverseCall,
  watches: NonNullable<Undo['watches']> = ['name'],
  differs?: string,
): Undo => ({ made, watches, ways: [back(calls, differs)] });

/** Nothing puts it back. */
export const cannot = (reason: string): NoUndo => ({ cannot: reason });

/** Nothing puts it back where this is true of the call. */
export const cannotWhen = (when: When, reason: string): Way => ({ when, cannot: reason });
