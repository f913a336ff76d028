// Credentials are taken out by field path, at any depth, and the mark is recognised when it comes back.
import { describe, expect, it } from 'vitest';
import type { FieldPath } from '../../scope-map/endpoint.ts';
import { createRedactor } from '../../tools/secrets/redaction.ts';
import { holdsMark, redactionMark } from '../../tools/secrets/redaction-mark.ts';

const redact = (value: unknown, fields: readonly [FieldPath, ...FieldPath[]]): unknown =>
  createRedactor({ kind: 'credential', fields }).redact(value);

describe('redaction', () => {
  it('walks lists on the way to a field', () => {
    expect(redact({ users: [{ name: 'a', password: 'p' }] }, ['users.password'])).toEqual({
      users: [{ name: 'a', password: redactionMark }],
    });
  });

  it('finds a field at any depth', () => {
    const app = {
      spec: { envs: [{ key: 'A', value: 'x' }], services: [{ envs: [{ key: 'B', value: 'y' }] }] },
    };
    expect(JSON.stringify(redact(app, ['**.envs.value']))).not.toMatch(/"[xy]"/);
  });

  it('takes any one key for *', () => {
    expect(redact({ a: { k: 1 }, b: { k: 2 } }, ['*.k'])).toEqual({
      a: { k: redactionMark },
      b: { k: redactionMark },
    });
  });

  it('leaves empty values and absent fields as they are', () => {
    expect(redact({ password: null, other: 1 }, ['password', 'uri'])).toEqual({
      password: null,
      other: 1,
    });
  });

  it('replaces a whole object that stands at the path', () => {
    expect(redact({ auth: { user: 'u' } }, ['auth'])).toEqual({ auth: redactionMark });
  });

  it('is recognised when it comes back, however it is escaped', () => {
    const escaped = [...redactionMark]
      .map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join('');
    for (const text of [
      redactionMark,
      '[REDACTED]',
      '\\u005bredacted by do-mcp\\u005d',
      '\\u005Bredacted',
      JSON.stringify({ a: '\\u005bredacted' }),
      JSON.stringify(JSON.stringify({ a: '\\u005bredacted' })),
      escaped,
      encodeURIComponent(redactionMark),
      encodeURIComponent(encodeURIComponent(redactionMark)),
    ])
      expect(holdsMark(text), text).toBe(true);
    for (const text of ['redacted', '[reduced]', 'a[redact]']) expect(holdsMark(text)).toBe(false);
  });
});
