// One key, made by this server, opens it.

import type { Principal } from '../principal.ts';
import { type Authenticator, bearerOf, failedTooOften, unauthorized } from './authenticator.ts';
import type { FailedAttempts } from './failed-attempts.ts';
import { digestOf, sameDigest } from './secret.ts';

/** Admits whoever brings the key. */
export const requireKey = <P extends Principal>(
  key: string,
  principal: P,
  failures: FailedAttempts,
): Authenticator<P> => {
  const expected = digestOf(key);
  return {
    authenticate: async (request, peer) => {
      const given = bearerOf(request);
      if (given !== undefined && sameDigest(digestOf(given), expected)) return principal;
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
