// How an area names a read that is made before a call.
import type { FieldPath } from '../endpoint/field-path.ts';
import type { Reading } from '../endpoint/looking.ts';
import type { OperationId, PathParameter } from '../operation-id.ts';

/** A read before the call; the compiler refuses an unknown operation and a missing parameter of its path. */
export const looking = <const Id extends OperationId>(
  operation: Id,
  given: Readonly<Record<PathParameter<Id>, FieldPath>> & Readonly<Record<string, FieldPath>>,
): Reading => ({ operation, given });
