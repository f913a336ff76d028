// Why a call may go on, as it is put on record.
import type { ConsentDoor } from '../configuration/asking-settings.ts';

/** Why a call may go on. */
export type Consent =
  | { readonly kind: 'not_needed' }
  /** The owner wants nobody to be asked. */
  | { readonly kind: 'waived' }
  /** Somebody agreed at a door. Of what comes through a client, it is the client that answered. */
  | {
      readonly kind: 'given';
      readonly question: string;
      readonly door: ConsentDoor;
      readonly by: string | null;
      /** Milliseconds since the epoch. */
      readonly at: number;
    };
