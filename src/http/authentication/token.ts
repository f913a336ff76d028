// Each request brings its own DigitalOcean token. This is an agreement with the clients, not MCP's OAuth.
import { checkToken } from '../../configuration/token.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { Grant } from '../../guard/grant.ts';
import type { Clock } from '../../ports.ts';
import type { Peer } from '../border/peer.ts';
import type { Principal } from '../principal.ts';
import { comeBackLater, type Refusal } from '../refusal.ts';
import { type Authenticator, bearerOf, failedTooOften, unauthorized } from './authenticator.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { digestOf } from './secret.ts';

interface Options<P extends Principal> {
  /** The principal for a token; made once for as long as the token is remembered. */
  readonly open: (token: string) => P;
  /** What DigitalOcean says the token may do. Look-ups of one principal are joined. */
  readonly grantOf: (principal: P) => Promise<Grant>;
  readonly failures: FailedAttempts;
  readonly clock: Clock;
  /** Tokens that are remembered after DigitalOcean accepted them. Default 2,000. */
  readonly mostKnown?: number;
  /** Tokens that are being looked up, or could not be. Default 256. */
  readonly mostUnproven?: number;
}

/** How long a token is remembered after its last use, in milliseconds. */
const forgottenAfter = 600_000;

interface Remembered<P> {
  readonly principal: P;
  usedAt: number;
}

/** Entries by the hash of their token: the least recently used one goes first, so that it stays bounded. */
class TokenMemory<P> {
  readonly #entries = new Map<string, Remembered<P>>();
  readonly #most: number;

  constructor(most: number) {
    this.#most = most;
  }

  get isFull(): boolean {
    return this.#entries.size >= this.#most;
  }

  get(hash: string, now: number): P | undefined {
    const entry = this.#entries.get(hash);
    if (!entry) return undefined;
    this.#entries.delete(hash);
    if (now - entry.usedAt > forgottenAfter) return undefined;
    entry.usedAt = now;
    this.#entries.set(hash, entry);
    return entry.principal;
  }

  set(hash: string, principal: P, now: number): void {
    this.#entries.delete(hash);
    const [oldest] = this.#entries.keys();
    if (this.isFull && oldest !== undefined) this.#entries.delete(oldest);
    this.#entries.set(hash, { principal, usedAt: now });
  }

  delete(hash: string): void {
    this.#entries.delete(hash);
  }
}

const wrongKind = (token: string): string | undefined => {
  try {
    checkToken(token, 'The bearer token');
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error.message;
    throw error;
  }
};

/**
 * Admits tokens that DigitalOcean accepts. A token whose scopes cannot be learned is admitted for reading
 * only (the guard sees to that); one that DigitalOcean refuses gets a 401.
 */
export const requireToken = <P extends Principal>(options: Options<P>): Authenticator<P> => {
  const { open, grantOf, failures, clock, mostKnown = 2_000, mostUnproven = 256 } = options;
  const known = new TokenMemory<P>(mostKnown);
  // Apart from the known ones, so that a flood of made-up tokens cannot push those out.
  const unproven = new TokenMemory<P>(mostUnproven);
  let lookingUp = 0;

  const failed = async (peer: Peer, message: string, credentialCame: boolean): Promise<Refusal> => {
    const wait = await failures.record(peer.address);
    return wait > 0 ? failedTooOften(wait) : unauthorized(message, credentialCame);
  };

  const admit = async (token: string, hash: string, peer: Peer): Promise<P | Refusal> => {
    const remembered = known.get(hash, clock.now()) ?? unproven.get(hash, clock.now());
    if (!remembered) {
      // A look-up costs DigitalOcean something: addresses that only ever fail get none.
      const wait = await failures.blockedFor(peer.address);
      if (wait > 0) return failedTooOften(wait);
      if (lookingUp >= mostUnproven)
        return comeBackLater(503, 1, {
          message:
            'Too many unknown tokens are being looked up at this moment. Try again in a second.',
        });
    }
    // Another request may have begun to look it up meanwhile.
    const principal = remembered ?? unproven.get(hash, clock.now()) ?? open(token);
    if (!remembered) unproven.set(hash, principal, clock.now());
    lookingUp += 1;
    try {
      const grant = await grantOf(principal);
      if (grant.kind === 'invalid') {
        known.delete(hash);
        return await failed(peer, `${grant.reason}.`, true);
      }
      if (grant.kind === 'known') {
        unproven.delete(hash);
        known.set(hash, principal, clock.now());
      }
      return principal;
    } finally {
      lookingUp -= 1;
    }
  };

  return {
    authenticate: async (request, peer) => {
      const token = bearerOf(request);
      if (token === undefined)
        return failed(
          peer,
          'This server works with your own DigitalOcean token: send it as "Authorization: Bearer <token>".',
          false,
        );
      const wrong = wrongKind(token);
      if (wrong !== undefined) return failed(peer, wrong, true);
      return admit(token, digestOf(token).toString('hex'), peer);
    },
  };
};
