// What a token may do, as far as it is known, and the arithmetic of scopes.
import type { Requirement } from '../../scope-map/endpoint.ts';
import type { Scope } from '../../scope-map/scopes.ts';

/** What a token may do. */
export type Grant =
  | {
      readonly kind: 'known';
      /** Scope names exactly as DigitalOcean or the owner gave them. */
      readonly scopes: ReadonlySet<string>;
      readonly source: 'digitalocean' | 'declared';
      /** Milliseconds since the epoch; null when the token does not expire or nobody said. */
      readonly expiresAt: number | null;
    }
  /** The scopes could not be learned: reading only. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** DigitalOcean does not accept the token at all. */
  | { readonly kind: 'invalid'; readonly reason: string };

// Account-wide scopes of legacy and full-access tokens; a token holding one of the first may do everything,
// one of the second every `:read` (no official text prints them; seen in production integrations).
const holdsEverything = ['api:write', 'write'];
const holdsEveryRead = ['api:read', 'read'];

/**
 * Whether a known grant holds a scope: exactly, or through an account-wide one.
 * An unknown or invalid grant holds nothing that could be named.
 */
export const holds = (grant: Grant, scope: Scope): boolean =>
  grant.kind === 'known' &&
  (grant.scopes.has(scope) ||
    holdsEverything.some((wide) => grant.scopes.has(wide)) ||
    (scope.endsWith(':read') && holdsEveryRead.some((wide) => grant.scopes.has(wide))));

/**
 * The scopes that are missing for a requirement: of the alternatives, the one that lacks the fewest.
 * Empty when the requirement is met.
 */
export const missingScopes = (grant: Grant, requirement: Requirement): readonly Scope[] => {
  const [first, ...others] = requirement.map((all) => all.filter((scope) => !holds(grant, scope)));
  return others.reduce<readonly Scope[]>(
    (least, missing) => (missing.length < least.length ? missing : least),
    first ?? [],
  );
};

/** A short name for a grant in sentences: "full access", "every read scope", "3 scopes". */
export const describeGrant = (grant: Grant): string => {
  if (grant.kind === 'unknown') return `unknown scopes (${grant.reason})`;
  if (grant.kind === 'invalid') return grant.reason;
  if (holdsEverything.some((wide) => grant.scopes.has(wide))) return 'full access';
  if (holdsEveryRead.some((wide) => grant.scopes.has(wide))) return 'read access to everything';
  return grant.scopes.size === 1 ? '1 scope' : `${grant.scopes.size} scopes`;
};
