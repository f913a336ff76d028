// What a destroying call can keep before it destroys: a snapshot, with the argument `keep`.
import type { OperationId } from '../operation-id.ts';

/** Arguments of a call that belongs to another: from that one's, or always the same. */
type Given = Readonly<Record<string, { readonly argument: string } | { readonly value: string }>>;

/** How a snapshot is taken first. */
export interface Keep {
  /** The call that takes it; `name` is made up. */
  readonly take: { readonly operation: OperationId; readonly given: Given };
  /** The read that tells whether it is complete: `id` is the argument for what taking it answered. */
  readonly check: { readonly operation: OperationId; readonly given: Given; readonly id: string };
  /** What the read's `status` says then; without, it is complete when it is there. */
  readonly states?: { readonly done: string; readonly failed: string };
  /** What it is a snapshot of: "Droplet". */
  readonly of: string;
}
