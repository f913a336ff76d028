// The gate for tokens that clients bring: it goes by what DigitalOcean tells, never by what the owner declared.
import { describe, expect, it } from 'vitest';
import { areaNames } from '../../scope-map/areas.ts';
import type { Account } from '../../src/account/account.ts';
import type { Grant } from '../../src/guard/grant.ts';
import type { Selection } from '../../src/guard/selection.ts';
import { callersByToken } from '../../src/http/authentication/callers-by-token.ts';

const selection: Selection = {
  areas: new Set(areaNames),
  areasNamed: false,
  named: new Set(),
  added: new Set(),
  leftOut: new Set(),
  readOnly: false,
  allowSecrets: false,
};

const known = (source: 'declared' | 'digitalocean', ...scopes: readonly string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source,
  expiresAt: null,
});

const unused = () => {
  throw new Error('nobody asks for this here');
};

/** Callers whose accounts believe the owner's word, as an account does where scopes are declared. */
const beside = (told: Grant, ...declared: readonly string[]) => {
  const account: Account = {
    id: 'one',
    hint: 'dop_v1_…abcd',
    api: { send: unused, list: unused, watch: unused, text: unused },
    veil: (text) => text,
    quota: unused,
    grant: async () => known('declared', ...declared),
    proof: async () => told,
    owner: unused,
  };
  return callersByToken(
    { ofToken: () => account },
    { declaredScopes: declared.length > 0 ? new Set(declared) : null, selection },
  );
};

describe('the gate for tokens that clients bring', () => {
  const unknown: Grant = { kind: 'unknown', reason: 'DigitalOcean does not answer' };
  const invalid: Grant = { kind: 'invalid', reason: 'made up' };

  it.each<[string, Grant]>([
    ['of which nothing can be learned', unknown],
    ['that is refused', invalid],
    ['that holds less than was declared', known('digitalocean', 'droplet:read')],
  ])('hears of a token %s what DigitalOcean told', async (_, told) => {
    const { open, grantOf } = beside(told, 'api:write');
    expect(await grantOf(open('token'))).toBe(told);
  });

  it('lets a caller do what both allow', async () => {
    const { open } = beside(known('digitalocean', 'droplet:read', 'vpc:read'), 'droplet:read');
    const { grant } = await open('token').guard();
    expect(grant).toMatchObject({ kind: 'known', scopes: new Set(['droplet:read']) });
  });

  it('lets a caller of whom nothing is known read what was declared, and no more', async () => {
    const { open } = beside(unknown, 'droplet:read', 'droplet:create');
    const { grant } = await open('token').guard();
    expect(grant).toMatchObject({ kind: 'known', scopes: new Set(['droplet:read']) });
  });

  it('takes nothing away where nothing was declared', async () => {
    const told = known('digitalocean', 'api:read');
    expect((await beside(told).open('token').guard()).grant).toBe(told);
  });
});
