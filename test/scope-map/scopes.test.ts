// Checks the list of scopes: real names only, nothing that leads nowhere.
import { describe, expect, it } from 'vitest';
import { scopeNames } from '../../scope-map/corrections/scope-names.ts';
import { isScope, scopes } from '../../scope-map/scopes.ts';

describe('the list of scopes', () => {
  it('knows the account-wide scopes and the special ones', () => {
    for (const scope of [
      'api:read',
      'api:write',
      'droplet:admin',
      'kubernetes:access_cluster',
      'spaces_key:create',
    ])
      expect(isScope(scope)).toBe(true);
    expect(isScope('droplet:everything')).toBe(false);
    expect(isScope('constructor')).toBe(false);
  });

  it('has the real name for every name that the document has wrong', () => {
    for (const [wrong, real] of Object.entries(scopeNames)) {
      expect(isScope(wrong), wrong).toBe(false);
      expect(isScope(real), real).toBe(true);
    }
  });

  it.each(Object.entries(scopes))(
    '%s drags along only scopes that exist',
    (_name, { requires }) => {
      expect(requires.filter((scope) => !isScope(scope))).toEqual([]);
    },
  );
});
