// What is remembered between the call that takes a snapshot and the same call that destroys.
import type { Stakes } from '../../consent/covers.ts';
import type { Consent } from '../given.ts';

/** A snapshot that was taken for a call. */
export interface Taken {
  /** What taking it answered: the id of its action, or its own. */
  readonly id: string | number;
  readonly name: string;
  /** Why the call may go on; null when that is used up. */
  readonly consent: Consent | null;
  /** What was at stake when that was asked. */
  readonly stakes: Stakes | null;
}

/** How long it is remembered, in milliseconds: an older snapshot is none of what is there now. */
export const rememberedFor = 24 * 3_600_000;

/** Remembers snapshots, by the calls for which they were taken. */
export interface Keeping {
  find(call: string): Promise<Taken | undefined>;
  put(call: string, taken: Taken): Promise<void>;
  forget(call: string): Promise<void>;
  /** Takes a call in hand, so that two of it take no two snapshots; false when another is at it. */
  take(call: string): Promise<boolean>;
  release(call: string): Promise<void>;
}
