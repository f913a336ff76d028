// The gate's one question, and the reply to those who do not pass.

import type { Peer } from '../border/peer.ts';
import type { RequestHeaders } from '../exchange.ts';
import type { Principal } from '../principal.ts';
import { comeBackLater, Refusal } from '../refusal.ts';

/** Decides for whom a request acts. */
export interface Authenticator<P extends Principal> {
  /** The principal, or the reply that refuses. Never throws for anything a client sent. */
  authenticate(request: RequestHeaders, peer: Peer): Promise<P | Refusal> | P | Refusal;
  /**
   * A principal that was admitted before, as it stands now; null when it would not be admitted any more.
   * Absent: what was admitted once stays as it was.
   */
  now?(principal: P): P | null;
}

// Longer than any token or key; a header beyond this is not worth hashing.
const longestCredential = 2_048;

/** The credential of an `Authorization: Bearer` header, or undefined when there is none that could be one. */
export const bearerOf = (request: RequestHeaders): string | undefined => {
  const header = request.header('authorization');
  if (header === null || header.length > longestCredential) return undefined;
  return /^bearer +([\x21-\x7e]+)$/i.exec(header)?.[1];
};

// RFC 6750 3: printable ASCII without quotes and backslashes.
const quoted = (text: string): string =>
  text.replaceAll('…', '...').replaceAll(/[^\x20-\x7e]|["\\]/g, '');

/**
 * A 401 with the challenge of RFC 6750: without an error code when no credential came, `invalid_token` else.
 * There is no `resource_metadata`: credentials are made by the owner of this server, not by OAuth.
 */
export const unauthorized = (message: string, credentialCame: boolean): Refusal =>
  new Refusal({
    status: 401,
    reason: 'unauthorized',
    message,
    headers: {
      'www-authenticate': `Bearer realm="do-mcp"${credentialCame ? `, error="invalid_token", error_description="${quoted(message)}"` : ''}`,
    },
  });

/** The reply to an address that failed too often. */
export const failedTooOften = (seconds: number): Refusal =>
  comeBackLater(429, seconds, {
    reason: 'too_many_failures',
    message: `Too many failed attempts from this address. Check the credential and try again in ${seconds} seconds.`,
  });
