// What one of the simulation's tokens grants, read from the token itself.
import type { Grant } from './grant.ts';

/**
 * The simulation would answer the same, but asking it means loading it, which a start should not wait for.
 *
 * @param token `sandbox`, which holds everything, or `sandbox:` and a list of scopes.
 * @returns The grant; undefined for any other token, which only the simulation can judge.
 */
export const sandboxGrant = (token: string): Grant | undefined => {
  const known = (scopes: readonly string[]): Grant => ({
    kind: 'known',
    scopes: new Set(scopes),
    source: 'declared',
    expiresAt: null,
  });
  if (token === 'sandbox') return known(['api:read', 'api:write']);
  if (!token.startsWith('sandbox:')) return undefined;
  const named = token.slice('sandbox:'.length).split(/[\s,]+/);
  return known(named.filter((scope) => scope !== ''));
};
