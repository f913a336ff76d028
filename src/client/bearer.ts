// Who the client speaks for: an identity that stays the same while its token is renewed.

/** What the client needs of a credential. */
export interface Bearer {
  /** Names the identity without telling a token; whatever is remembered hangs on it. */
  readonly id: string;
  /**
   * The token in force.
   * @throws when there is none any more; the message says why and holds no token.
   */
  current(): string;
  /**
   * DigitalOcean did not accept this token (401): its source is read again.
   * @returns whether another token is in force now, so that the call is worth one more attempt.
   */
  rejected(token: string): boolean | Promise<boolean>;
  /** The token in force and those before it, newest first: to hide them, and to open what they have sealed. */
  tokens(): readonly string[];
}
