// Whose call it is: a sandbox token and the scopes that it names.
import type { Requirement } from '../../../scope-map/endpoint.ts';
import type { Scope } from '../../../scope-map/scopes.ts';
import { forbidden, unauthorized } from '../exchange/refusal.ts';

/** The bearer of a token. */
export interface Holder {
  /** What limits are counted by; the token itself, which on the simulation is no secret. */
  readonly key: string;
  readonly scopes: readonly string[];
  /** Whether the token holds a scope, by name or through `api:read` / `api:write`. */
  readonly can: (scope: Scope) => boolean;
  /** Throws 403 unless one of the alternatives is held in full. */
  readonly demand: (requirement: Requirement) => void;
}

/** Reads bearer headers. */
export interface Identity {
  /** @throws ApiRefusal 401 for a token that the simulation does not know. */
  identify(authorization: string | null): Holder;
}

/** As many tokens as are kept in memory; the oldest is forgotten first. */
const remembered = 1_000;

/** What a token with full access answers as its scopes (OAuth tokens with both rights carry these two). */
const everything: readonly string[] = ['api:read', 'api:write'];

const holderOf = (key: string, scopes: readonly string[]): Holder => {
  const held = new Set(scopes);
  const all = held.has('api:write') || held.has('write');
  const reads = held.has('api:read') || held.has('read');
  const can = (scope: Scope): boolean =>
    all || held.has(scope) || (reads && scope.endsWith(':read'));
  return {
    key,
    scopes,
    can,
    demand: (requirement) => {
      if (!requirement.some((alternative) => alternative.every(can))) throw forbidden();
    },
  };
};

/**
 * `sandbox` or no token at all holds everything; `sandbox:droplet:read,domain:read` holds what it names.
 *
 * @param tokens further tokens with their scopes, for tests that bring their own.
 */
export const createIdentity = (
  tokens: Readonly<Record<string, readonly string[]>> = {},
): Identity => {
  const known = new Map<string, Holder>();
  const anonymous = holderOf('sandbox', everything);

  const recognise = (token: string): Holder => {
    const declared = Object.hasOwn(tokens, token) ? tokens[token] : undefined;
    if (declared !== undefined) return holderOf(token, declared);
    if (token === 'sandbox') return anonymous;
    if (!token.startsWith('sandbox:')) throw unauthorized();
    const scopes = token
      .slice('sandbox:'.length)
      .split(/[\s,]+/)
      .filter((scope) => scope !== '');
    return holderOf(token, scopes);
  };

  return {
    identify: (authorization) => {
      if (authorization === null || authorization === '') return anonymous;
      const seen = known.get(authorization);
      if (seen !== undefined) return seen;
      const token = /^bearer\s+(\S.*)$/i.exec(authorization)?.[1];
      if (token === undefined) throw unauthorized();
      const holder = recognise(token.trim());
      if (known.size >= remembered) known.delete(known.keys().next().value ?? '');
      known.set(authorization, holder);
      return holder;
    },
  };
};
