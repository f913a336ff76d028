// Narrows a grant to the scopes that the owner declared: what a token holds counts only as far as both say so.
import type { Scope } from '../../scope-map/scopes.ts';
import { type Grant, holds } from './grant.ts';

const known = (scopes: readonly string[], expiresAt: number | null): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'declared',
  expiresAt,
});

const narrowed = (told: Grant, declared: Grant & { readonly kind: 'known' }): Grant => {
  switch (told.kind) {
    case 'invalid':
      return told;
    case 'unknown':
      // Reading only, and of that only what was declared.
      return known(
        [...declared.scopes].filter((scope) => scope.endsWith(':read') || scope === 'read'),
        null,
      );
    case 'known': {
      const both = [...new Set([...told.scopes, ...declared.scopes])].filter((scope) =>
        [told, declared].every((grant) => holds(grant, scope as Scope)),
      );
      return known(both, told.expiresAt);
    }
  }
};

/**
 * Narrows what DigitalOcean tells of a token.
 * @param scopes what the owner declared; null: everything stays as it was told.
 * @returns answers the same object for the same grant, so that what was worked out for it can be kept.
 */
export const createNarrowing = (scopes: ReadonlySet<string> | null): ((told: Grant) => Grant) => {
  if (scopes === null) return (told) => told;
  const declared = { kind: 'known', scopes, source: 'declared', expiresAt: null } as const;
  const results = new WeakMap<Grant, Grant>();
  return (told) => {
    const result = results.get(told) ?? narrowed(told, declared);
    results.set(told, result);
    return result;
  };
};
