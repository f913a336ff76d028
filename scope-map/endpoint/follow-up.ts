// A read that follows from a call and its reply.
import type { OperationId } from '../operation-id.ts';
import type { FieldPath } from './field-path.ts';

/** Where an argument of a follow-up call comes from: the first call's arguments or its reply. */
export type Source =
  | { readonly argument: string }
  /**
   * Path in the whole reply body, envelope included; a list gives one follow-up for each of its elements. Of several
   * paths the first counts at which something stands.
   */
  | { readonly reply: FieldPath | readonly FieldPath[] };

/** A follow-up read. */
export interface FollowUp {
  readonly operation: OperationId;
  readonly path: Readonly<Record<string, Source>>;
  /** Query parameters that the read needs besides its path, such as the region of an NFS share. */
  readonly query?: Readonly<Record<string, Source>>;
}
