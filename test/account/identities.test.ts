// Identity is not the token: it survives renewal, and whoever brings the same token is the same.
import { describe, expect, it } from 'vitest';
import { createIdentities } from '../../src/account/identities.ts';
import { tokenInFile } from './token-in-file.ts';

const one = 'dop_v1_one111111111';
const two = 'dop_v1_two222222222';
const three = 'dop_v1_three3333333';

describe('an identity', () => {
  it('is the same for all who bring the same token, and another for another', () => {
    const identities = createIdentities(10);
    const mine = identities.ofToken(one);
    expect(identities.ofToken(one)).toBe(mine);
    expect(identities.ofSource({ from: 'VARIABLE', read: () => one })).toBe(mine);
    expect(identities.ofToken(two).id).not.toBe(mine.id);
  });

  it('names no token', () => {
    const credential = createIdentities(10).ofToken(one);
    expect(`${credential.id} ${credential.hint} ${credential.fingerprint()}`).not.toContain(one);
  });

  it('survives renewal: same name, new token, and the tokens before it are remembered', () => {
    const identities = createIdentities(10);
    const file = tokenInFile('/run/token', one);
    const credential = identities.ofSource(file);
    const { id } = credential;
    const first = credential.fingerprint();
    file.write(two);
    expect(identities.ofSource(file)).toBe(credential);
    expect(credential.current()).toBe(two);
    expect(credential.id).toBe(id);
    expect(credential.tokens()).toEqual([two, one]);
    // DigitalOcean counts by token, and so do replicas together.
    expect(credential.fingerprint()).not.toBe(first);
  });

  it('has the same name after a restart, whichever token its file then holds', () => {
    const before = createIdentities(10).ofSource(tokenInFile('/run/token', one)).id;
    expect(createIdentities(10).ofSource(tokenInFile('/run/token', two)).id).toBe(before);
    expect(createIdentities(10).ofSource(tokenInFile('/run/other', one)).id).not.toBe(before);
  });

  it('remembers a bounded number of tokens', () => {
    const file = tokenInFile('/run/token', 'dop_v1_0');
    const credential = createIdentities(10).ofSource(file);
    for (let at = 1; at <= 20; at += 1) {
      file.write(`dop_v1_${at}`);
      credential.current();
    }
    expect(credential.tokens()).toEqual(['dop_v1_20', 'dop_v1_19', 'dop_v1_18', 'dop_v1_17']);
  });

  it('is one for two sources with the same token, and nobody gets another token by the file of somebody else', () => {
    const identities = createIdentities(10);
    const file = tokenInFile('/run/token', one);
    const shared = identities.ofSource(file);
    const other = { from: 'VARIABLE', read: () => one };
    expect(identities.ofSource(other)).toBe(shared);
    file.write(two);
    const renewed = identities.ofSource(file);
    expect(renewed.current()).toBe(two);
    expect(identities.ofSource(other).current()).toBe(one);
    expect(identities.ofSource(other)).toBe(shared);
    expect(renewed).not.toBe(shared);
  });

  it('joins another when its file comes to hold the token of that one', () => {
    const identities = createIdentities(10);
    const mine = tokenInFile('/run/mine', one);
    const theirs = tokenInFile('/run/theirs', two);
    const first = identities.ofSource(mine);
    const second = identities.ofSource(theirs);
    mine.write(two);
    expect(identities.ofSource(mine)).toBe(second);
    mine.write(three);
    expect(identities.ofSource(mine)).not.toBe(second);
    expect(identities.ofSource(theirs)).toBe(second);
    expect(second.current()).toBe(two);
    expect(first).not.toBe(second);
  });

  it('is forgotten when too many others came after it', () => {
    const identities = createIdentities(3);
    const file = tokenInFile('/run/token', one);
    const first = identities.ofSource(file);
    for (const token of ['a', 'b', 'c']) identities.ofToken(token);
    expect(identities.ofSource(file)).not.toBe(first);
  });
});

describe('a rejected token', () => {
  it('is read again although nothing seemed to have changed', () => {
    const file = tokenInFile('/run/token', one);
    const credential = createIdentities(10).ofSource(file);
    file.write(two, 'unseen');
    expect(credential.current()).toBe(one);
    expect(credential.rejected(one)).toBe(true);
    expect(credential.current()).toBe(two);
  });

  it('that is no longer in force needs no reading', () => {
    const file = tokenInFile('/run/token', one);
    const credential = createIdentities(10).ofSource(file);
    file.write(two);
    expect(credential.rejected(one)).toBe(true);
  });

  it('stays rejected where there is no other', () => {
    const identities = createIdentities(10);
    expect(identities.ofSource(tokenInFile('/run/token', one)).rejected(one)).toBe(false);
    expect(identities.ofToken(two).rejected(two)).toBe(false);
  });
});
