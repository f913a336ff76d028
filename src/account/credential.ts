// A credential of DigitalOcean's API: who it is, which token is in force, and what happens when that is rejected.
import { createHash } from 'node:crypto';
import type { Bearer } from '../client/bearer.ts';
import { hashOf, hintOf, type TokenSource } from '../configuration/token.ts';

/** An identity with a token that may be renewed. The token is told to the client only. */
export interface Credential extends Bearer {
  /** The prefix and the last four characters of the token in force, for people. */
  readonly hint: string;
  /**
   * A name of the token in force that does not tell it. DigitalOcean counts requests by token: what replicas count
   * together hangs on this, since they need not have seen the same renewals.
   */
  fingerprint(): string;
}

/** Earlier tokens that are remembered: enough for every cursor and log line that is still about. */
const mostTokens = 4;

// Enough to tell identities apart in a log, and nothing to find a token by.
const shortId = (hash: string): string => hash.slice(0, 16);

/** The name of a token under which replicas count its requests; it cannot be turned back. */
export const fingerprintOf = (token: string): string =>
  createHash('sha256').update(`digitalocean-scoped-mcp quota\n${token}`).digest('hex').slice(0, 32);

/** The identity of somebody who brings the token: it is the token's own. */
export const createCarriedCredential = (token: string): Credential => {
  const tokens = [token];
  return {
    id: shortId(hashOf(token)),
    hint: hintOf(token),
    current: () => token,
    rejected: () => false,
    tokens: () => tokens,
    fingerprint: () => fingerprintOf(token),
  };
};

/** A source whose token may be renewed. */
export type RenewedSource = TokenSource & { readonly file: NonNullable<TokenSource['file']> };

/** A credential that follows its source. */
export interface RenewedCredential extends Credential {
  /** From now on it stays with the token it has: somebody else has it too, who must not get another by this source. */
  stay(): void;
}

/**
 * The identity behind a source whose token may be renewed, such as a file: it is the source's, and survives renewal
 * and restart.
 * @param renewed told about each new token.
 * @throws {UsageError} when the source has no token now.
 */
export const createRenewedCredential = (
  source: RenewedSource,
  renewed: (token: string) => void,
): RenewedCredential => {
  const first = source.read();
  let tokens: readonly [string, ...string[]] = [first];
  let follows = true;

  const take = (token: string): string => {
    if (token !== tokens[0]) {
      const earlier = tokens.filter((one) => one !== token).slice(0, mostTokens - 1);
      tokens = [token, ...earlier];
      renewed(token);
    }
    return token;
  };
  const current = (): string => (follows ? take(source.read()) : tokens[0]);

  return {
    id: shortId(hashOf(`file\n${source.file.path}`)),
    get hint() {
      return hintOf(tokens[0]);
    },
    current,
    rejected: (token) => {
      if (current() !== token) return true;
      return follows && take(source.file.readAgain()) !== token;
    },
    tokens: () => tokens,
    fingerprint: () => fingerprintOf(tokens[0]),
    stay: () => {
      follows = false;
    },
  };
};
