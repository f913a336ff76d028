// Who the account belongs to and how much it may have.
import type { Ids } from './ids.ts';

/** The account's owner, team and limits. */
export interface Profile {
  name: string;
  email: string;
  readonly uuid: string;
  readonly ownerId: number;
  readonly team: { readonly uuid: string; name: string };
  dropletLimit: number;
  reservedIpLimit: number;
  volumeLimit: number;
  /** US dollars owed from before the running month; negative is credit. */
  balance: number;
}

/** The profile of an account that says nothing about itself. */
export const createProfile = (ids: Ids): Profile => ({
  name: 'Sandbox',
  email: 'sandbox@example.com',
  uuid: ids.uuid(),
  ownerId: 1_000_000 + ids.below(9_000_000),
  team: { uuid: ids.uuid(), name: 'Sandbox Team' },
  dropletLimit: 25,
  reservedIpLimit: 5,
  volumeLimit: 100,
  balance: 0,
});
