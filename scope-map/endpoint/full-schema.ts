// A schema too large for a tool's own schema: fetched when a call must be checked in full, never at start.
import type { Schema } from './facts.ts';

/** A schema that an area keeps in a file of its own. */
export interface FullSchema {
  /** The name of its file in the area's folder, without `.json`. */
  readonly name: string;
  readonly read: () => Promise<Schema>;
  /** What of it the tool's own schema shows besides what is required: the settings that are asked for most. */
  readonly shows?: readonly string[];
}
