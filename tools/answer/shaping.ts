// What an answer is before it becomes text, and what decides what it may hold.
import type { JsonObject } from '../json-object.ts';
import type { Keeper } from '../secrets/keeping.ts';

/** An answer before it becomes text. */
export type Answer = JsonObject;

/** What an answer may hold. */
export interface Shaping {
  /** Let credentials through. */
  readonly allowSecrets: boolean;
  /** Keeps credentials for the person; absent: they are nowhere. */
  readonly keeper?: Keeper | undefined;
}
