// One key, made by this server, opens it.

import type { Principal } from '../principal.ts';
import { type Authenticator, bearerOf, failedTooOften, unauthorized } from './authenticator.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import type { KeyInForce } from './follow-key.ts';
import { digestOf, sameDigest } from './secret.ts';

/**
 * Admits whoever brings the key.
 * @param inForce asked at every request: the file may hold another key by now.
 * @param open the principal for whoever has the key with this digest.
 */
export const requireKey = <P extends Principal>(
  inForce: KeyInForce,
  open: (digest: Buffer) => P,
  failures: FailedAttempts,
): Authenticator<P> => {
  let opened: { readonly digest: Buffer; readonly principal: P } | undefined;
  const current = (): { readonly digest: Buffer; readonly principal: P } | undefined => {
    const digest = inForce();
    if (!digest) return undefined;
    if (!opened?.digest.equals(digest)) opened = { digest, principal: open(digest) };
    return opened;
  };
  return {
    now: ({ id }) => {
      const principal = current()?.principal;
      return principal?.id === id ? principal : null;
    },
    authenticate: async (request, peer) => {
      const given = bearerOf(request);
      const now = current();
      if (given !== undefined && now && sameDigest(digestOf(given), now.digest))
        return now.principal;
      const wait = await failures.record(peer.address);
      if (wait > 0) return failedTooOften(wait);
      return given === undefined
        ? unauthorized(
            'This server asks for its key: send it as "Authorization: Bearer <key>". Its owner finds it where DO_MCP_KEY_FILE says.',
            false,
          )
        : unauthorized(
            'The key is not the one of this server. Its owner finds it where DO_MCP_KEY_FILE says.',
            true,
          );
    },
  };
};
