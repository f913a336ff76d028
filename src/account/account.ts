// A DigitalOcean account as one token sees it: what the token grants, and the API through it.
import type { ApiCall, ApiClient } from '../client/client.ts';
import type { Grant } from '../guard/grant.ts';

/** One token's view of an account. The token itself stays inside. */
export interface Account {
  /** Names the token without telling it. */
  readonly id: string;
  /** The token's prefix and last four characters, for people. */
  readonly hint: string;
  readonly api: ApiClient;
  /** What the token grants, as far as it is known now; waits a moment for a first answer. */
  grant(): Promise<Grant>;
  /**
   * The team or person behind the token, once known.
   * @param permit to read the account: whoever asks must be allowed to, though the answer be known already.
   */
  owner(permit: ApiCall, signal: AbortSignal): Promise<string | null>;
}
