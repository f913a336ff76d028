// Somebody whose rights the console can show, because this server holds the credential.
import type { Caller } from '../road/caller.ts';

/** An agent, or the one credential of the server. */
export interface Holder {
  /** Stable, without secrets. */
  readonly id: string;
  readonly name: string;
  readonly caller: Caller;
}

/** Those of this moment. */
export type Holders = () => readonly Holder[];
