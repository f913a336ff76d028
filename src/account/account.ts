// A DigitalOcean account as one identity sees it: what it may do, and the API through it.
import type { ApiCall, ApiClient } from '../client/client.ts';
import type { Grant } from '../guard/grant.ts';

/** One identity's view of an account. Its tokens stay inside. */
export interface Account {
  /** Names the identity without telling a token; stays the same when the token is renewed. */
  readonly id: string;
  /** The prefix and last four characters of the token in force, for people. */
  readonly hint: string;
  readonly api: ApiClient;
  /** A text without the identity's tokens, in whatever spelling they stand there; JSON stays JSON. */
  veil(text: string): string;
  /** Requests left this hour by DigitalOcean's count (null: not heard yet), and how many of ours wait for their turn. */
  quota(): { readonly left: number | null; readonly waiting: number };
  /** What the token in force grants, as far as it is known now; waits a moment for a first answer. */
  grant(): Promise<Grant>;
  /** What DigitalOcean itself tells about the token in force, whatever the owner declared; never waits longer than `grant`. */
  proof(): Promise<Grant>;
  /**
   * The team or person behind the token, once known.
   * @param permit to read the account: whoever asks must be allowed to, though the answer be known already.
   */
  owner(permit: ApiCall, signal: AbortSignal): Promise<string | null>;
}
