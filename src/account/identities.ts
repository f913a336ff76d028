// Which identity a token belongs to: whoever brings the same token is the same, and a renewed token keeps its identity.
import { hashOf, type TokenSource } from '../configuration/token.ts';
import {
  type Credential,
  createCarriedCredential,
  createRenewedCredential,
  type RenewedSource,
} from './credential.ts';

/** The identities of this process. */
export interface Identities {
  /** The identity of a token that somebody brings. */
  ofToken(token: string): Credential;
  /**
   * The identity behind a source.
   * @throws {UsageError} when the source has no token now.
   */
  ofSource(source: TokenSource): Credential;
}

interface Known {
  readonly credential: Credential;
  /** The one source that renews it, and how it is let go; absent when nothing does. */
  follows?: { readonly path: string; readonly stay: () => void } | undefined;
}

const isRenewed = (source: TokenSource): source is RenewedSource => source.file !== undefined;

/**
 * Starts without any.
 * @param most tokens known at most; the one that was not asked for longest goes first.
 */
export const createIdentities = (most: number): Identities => {
  /** By the hash of each token; the order is that of their use. */
  const byHash = new Map<string, Known>();
  const bySource = new Map<string, Known>();

  const letGo = (known: Known): void => {
    if (known.follows) bySource.delete(known.follows.path);
    known.follows = undefined;
  };

  const keep = (hash: string, known: Known): Credential => {
    byHash.delete(hash);
    byHash.set(hash, known);
    const [oldest] = byHash;
    if (byHash.size > most && oldest) {
      byHash.delete(oldest[0]);
      letGo(oldest[1]);
    }
    return known.credential;
  };

  /** The identity is shared from now on: it keeps the token that all who share it have. */
  const join = (hash: string, known: Known): Credential => {
    known.follows?.stay();
    letGo(known);
    return keep(hash, known);
  };

  const follow = (source: RenewedSource, hash: string): Credential => {
    const credential = createRenewedCredential(source, (token) => keep(hashOf(token), known));
    const known: Known = { credential, follows: { path: source.file.path, stay: credential.stay } };
    bySource.set(source.file.path, known);
    return keep(hash, known);
  };

  const ofToken = (token: string): Credential => {
    const hash = hashOf(token);
    const known = byHash.get(hash);
    return known ? join(hash, known) : keep(hash, { credential: createCarriedCredential(token) });
  };

  return {
    ofToken,
    ofSource: (source) => {
      if (!isRenewed(source)) return ofToken(source.read());
      const hash = hashOf(source.read());
      const own = bySource.get(source.file.path);
      const known = byHash.get(hash);
      if (own && (known === undefined || known === own)) return keep(hash, own);
      return known ? join(hash, known) : follow(source, hash);
    },
  };
};
