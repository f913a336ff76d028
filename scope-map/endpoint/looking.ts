// A read made before a call is sent, to know what the call would meet.
import type { OperationId } from '../operation-id.ts';
import type { FieldPath } from './field-path.ts';

/** A read, and where its arguments stand in the call's: `{ droplet_id: 'droplet_id' }`. */
export interface Reading {
  readonly operation: OperationId;
  /** Argument of the read → place in the call's arguments; without one of them there is nothing to read. */
  readonly given?: Readonly<Record<string, FieldPath>>;
  /** Arguments of the read that are always the same. */
  readonly always?: Readonly<Record<string, string | number | boolean>>;
}
