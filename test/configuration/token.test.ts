// Tokens: which are accepted, which are refused and why, and that none is ever repeated.
import { mkdtempSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findToken, hintOf } from '../../src/configuration/token.ts';

const digits = '0123456789abcdef'.repeat(4);

describe('finding the token', () => {
  it.each([`dop_v1_${digits}`, `doo_v1_${digits}`, digits, 'sandbox', 'sandbox:droplet:read'])(
    'accepts %s',
    (token) => {
      expect(findToken({ DIGITALOCEAN_TOKEN: ` ${token}\n` }, undefined)?.read()).toBe(token);
    },
  );

  it.each([
    [`dor_v1_${digits}`, /refresh token/],
    [`dof_v1_${digits}`, /Functions/],
    [`sk_do_${digits}`, /model access key/],
    ['with blank', /blanks/],
    ['zürich', /characters/],
  ])('refuses %s without repeating it', (token, reason) => {
    const find = () => findToken({ DIGITALOCEAN_TOKEN: token }, undefined);
    expect(find).toThrow(reason);
    expect(find).not.toThrow(token);
    expect(find).not.toThrow(digits.slice(-6));
  });

  it('refuses two variables with different values, naming both', () => {
    expect(() =>
      findToken({ DIGITALOCEAN_TOKEN: 'a', DIGITALOCEAN_API_TOKEN: 'b' }, undefined),
    ).toThrow(/DIGITALOCEAN_TOKEN and DIGITALOCEAN_API_TOKEN hold different tokens/);
    expect(
      findToken({ DIGITALOCEAN_TOKEN: 'a', DIGITALOCEAN_API_TOKEN: 'a' }, undefined)?.read(),
    ).toBe('a');
  });

  it('reads a token file again when it changes', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'token-')), 'token');
    writeFileSync(file, `dop_v1_${digits}\n`);
    const source = findToken({}, file);
    expect(source?.read()).toBe(`dop_v1_${digits}`);
    writeFileSync(file, 'doo_v1_next');
    utimesSync(file, 1, 1);
    expect(source?.read()).toBe('doo_v1_next');
  });

  it('says what is wrong with a token file', () => {
    expect(() => findToken({}, '/nowhere/token')).toThrow(/cannot be read/);
  });

  it('finds none where there is none', () => {
    expect(findToken({ DIGITALOCEAN_TOKEN: ' ' }, undefined)).toBeUndefined();
  });
});

describe('hinting at a token', () => {
  it('shows the prefix and the last four characters at most', () => {
    expect(hintOf(`dop_v1_${digits}`)).toBe('dop_v1_…cdef');
    expect(hintOf('short')).toBe('…');
  });
});
