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
import { createLookUps, type LookUpBounds, usualLookUpBounds } from './look-ups.ts';
import { digestOf } from './secret.ts';
import { TokenMemory } from './token-memory.ts';

interface Options<P extends Principal> {
  /** The principal for a token; made once for as long as the token is remembered. */
  readonly open: (token: string) => P;
  /** What DigitalOcean itself says the token may do, now or a little while ago. Look-ups of one principal are joined. */
  readonly grantOf: (principal: P) => Promise<Grant>;
  readonly failures: FailedAttempts;
  readonly clock: Clock;
  /** Tokens that are remembered after DigitalOcean accepted them. Default 2,000. */
  readonly mostKnown?: number;
  /** Tokens that are being looked up, could not be, or were refused. Default 256 and eight times as many. */
  readonly mostUnproven?: number;
  readonly lookUps?: Partial<LookUpBounds>;
}

/** How long a token is remembered after its last use, in milliseconds; what it may do is asked for again meanwhile. */
const rememberedFor = 600_000;
/** How long a refused token is refused without asking about it again, in milliseconds. */
const refusedFor = 60_000;

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
 * only (the guard sees to that); one that DigitalOcean refuses gets a 401. Whoever has a good token is not held
 * up by the failures of others at the same address, and an address that fails costs DigitalOcean only so many
 * look-ups.
 */
export const requireToken = <P extends Principal>(options: Options<P>): Authenticator<P> => {
  const { open, grantOf, failures, clock, mostKnown = 2_000, mostUnproven = 256 } = options;
  const lookUps = createLookUps(clock, {
    ...usualLookUpBounds,
    atOnce: mostUnproven,
    ...options.lookUps,
  });
  const proven = new TokenMemory<P>(mostKnown, rememberedFor, 'use');
  // Apart from the proven ones, so that a flood of made-up tokens cannot push those out.
  const unproven = new TokenMemory<P>(mostUnproven, rememberedFor, 'use');
  const refused = new TokenMemory<string>(mostUnproven * 8, refusedFor, 'setting');

  const failed = async (peer: Peer, message: string, credentialCame: boolean): Promise<Refusal> => {
    const wait = await failures.record(peer.address);
    return wait > 0 ? failedTooOften(wait) : unauthorized(message, credentialCame);
  };

  /** Whether one more unknown token of this address may cost a look-up. */
  const mayLookUp = async (peer: Peer): Promise<Refusal | null> => {
    if ((await failures.blockedFor(peer.address)) === 0) return null;
    const wait = lookUps.takeFromReserve(peer.address);
    return wait > 0 ? failedTooOften(wait) : null;
  };

  const judge = async (hash: string, principal: P, peer: Peer): Promise<P | Refusal> => {
    const grant = await grantOf(principal);
    if (grant.kind === 'invalid') {
      proven.delete(hash);
      unproven.delete(hash);
      const message = `${grant.reason}.`;
      refused.set(hash, message, clock.now());
      return failed(peer, message, true);
    }
    if (grant.kind === 'known' && !proven.get(hash, clock.now())) {
      unproven.delete(hash);
      proven.set(hash, principal, clock.now());
    }
    return principal;
  };

  const admit = async (token: string, hash: string, peer: Peer): Promise<P | Refusal> => {
    const reason = refused.get(hash, clock.now());
    if (reason !== undefined) return failed(peer, reason, true);
    const known = proven.get(hash, clock.now()) ?? unproven.get(hash, clock.now());
    if (known) return judge(hash, known, peer);
    const no = await mayLookUp(peer);
    if (no) return no;
    if (!lookUps.begin())
      return comeBackLater(503, 1, {
        message:
          'Too many unknown tokens are being looked up at this moment. Try again in a second.',
      });
    try {
      // Another request may have begun to look it up meanwhile.
      const principal = unproven.get(hash, clock.now()) ?? open(token);
      unproven.set(hash, principal, clock.now());
      return await judge(hash, principal, peer);
    } finally {
      lookUps.end();
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
