// Grants: what they hold, what they lack, how they are called, and how one narrows another.
import { describe, expect, it } from 'vitest';
import { describeGrant, type Grant, holds, missingScopes } from '../../src/guard/grant.ts';
import { createNarrowing } from '../../src/guard/narrow-grant.ts';
import { sandboxGrant } from '../../src/guard/sandbox-grant.ts';

const known = (...scopes: readonly string[]): Grant => ({
  kind: 'known',
  scopes: new Set(scopes),
  source: 'digitalocean',
  expiresAt: 77,
});
const unknown: Grant = { kind: 'unknown', reason: 'nobody told' };
const invalid: Grant = { kind: 'invalid', reason: 'The token was revoked' };

describe('a grant', () => {
  it.each<[string, Grant, string]>([
    ['unknown', unknown, 'unknown scopes (nobody told)'],
    ['invalid', invalid, 'The token was revoked'],
    ['of everything', known('api:write'), 'full access'],
    ['of everything, by its old name', known('write', 'droplet:read'), 'full access'],
    ['of every read', known('api:read'), 'read access to everything'],
    ['of every read, by its old name', known('read'), 'read access to everything'],
    ['of one scope', known('droplet:read'), '1 scope'],
    ['of two scopes', known('droplet:read', 'vpc:read'), '2 scopes'],
    ['of nothing', known(), '0 scopes'],
  ])('%s is described in a few words', (_, grant, words) => {
    expect(describeGrant(grant)).toBe(words);
  });

  it.each<[Grant, 'droplet:read' | 'droplet:create', boolean]>([
    [known('droplet:read'), 'droplet:read', true],
    [known('droplet:read'), 'droplet:create', false],
    [known('api:read'), 'droplet:read', true],
    [known('read'), 'droplet:read', true],
    [known('api:read', 'read'), 'droplet:create', false],
    [known('api:write'), 'droplet:create', true],
    [known('write'), 'droplet:read', true],
    [unknown, 'droplet:read', false],
    [invalid, 'droplet:read', false],
  ])('%j: whether it holds %s', (grant, scope, held) => {
    expect(holds(grant, scope)).toBe(held);
  });

  it('lacks what the nearest alternative lacks, the first of equals', () => {
    const both = [['droplet:create', 'vpc:read', 'image:read'], ['droplet:read']] as const;
    expect(missingScopes(known('vpc:read'), both)).toEqual(['droplet:read']);
    expect(missingScopes(known('droplet:create', 'vpc:read'), both)).toEqual(['image:read']);
    expect(missingScopes(known('droplet:read'), both)).toEqual([]);
  });
});

describe('a narrowed grant', () => {
  const narrow = (told: Grant, ...declared: readonly string[]) =>
    createNarrowing(new Set(declared))(told);

  it.each<[readonly string[], readonly string[], readonly string[]]>([
    [['droplet:read', 'vpc:read'], ['vpc:read', 'image:read'], ['vpc:read']],
    [['api:write'], ['droplet:create'], ['droplet:create']],
    [['droplet:create'], ['api:write'], ['droplet:create']],
    [['api:read'], ['droplet:create', 'droplet:read'], ['droplet:read']],
    [['droplet:read'], ['vpc:read'], []],
  ])('of a token with %j, declared %j, holds %j', (told, declared, both) => {
    expect(narrow(known(...told), ...declared)).toEqual({
      kind: 'known',
      scopes: new Set(both),
      source: 'declared',
      expiresAt: 77,
    });
  });

  it('of an unknown one reads what was declared, and of a refused one does nothing', () => {
    expect(narrow(unknown, 'droplet:read', 'droplet:create', 'read', 'write')).toEqual({
      kind: 'known',
      scopes: new Set(['droplet:read', 'read']),
      source: 'declared',
      expiresAt: null,
    });
    expect(narrow(invalid, 'droplet:read')).toBe(invalid);
  });

  it('is the same object for the same grant, and the grant itself where nothing was declared', () => {
    const narrowing = createNarrowing(new Set(['droplet:read']));
    const told = known('droplet:read');
    expect(narrowing(told)).toBe(narrowing(told));
    expect(createNarrowing(null)(told)).toBe(told);
  });
});

describe('a token of the simulation', () => {
  it.each<[string, readonly string[] | undefined]>([
    ['sandbox', ['api:read', 'api:write']],
    ['sandbox:droplet:read', ['droplet:read']],
    ['sandbox:droplet:read,vpc:read', ['droplet:read', 'vpc:read']],
    ['sandbox: droplet:read,  vpc:read ', ['droplet:read', 'vpc:read']],
    ['sandbox:', []],
    ['sandboxes', undefined],
    ['droplet:read,sandbox:', undefined],
    ['dop_v1_abc', undefined],
  ])('%j grants %j', (token, scopes) => {
    expect(sandboxGrant(token)).toEqual(
      scopes && { kind: 'known', scopes: new Set(scopes), source: 'declared', expiresAt: null },
    );
  });
});
