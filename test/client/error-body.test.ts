// Error bodies of any kind: read where they can be, never a reason to fall over; sentences never carry a token.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readErrorBody } from '../../src/client/attempts/error-body.ts';
import { createVeil } from '../../src/client/wire/token-veil.ts';
import { token } from './kit.ts';

describe('an error body', () => {
  it('of any kind gives texts or nothing', () => {
    const any = fc.oneof(
      fc.string(),
      fc.json(),
      fc.constantFrom('', '{', 'null', '[]', '{"error":null}', '{"message":7}'),
    );
    fc.assert(
      fc.property(any, (body) => {
        for (const value of Object.values(readErrorBody(body)))
          if (typeof value !== 'string' || value === '')
            throw new Error(`not a text: ${String(value)}`);
      }),
    );
  });

  it('that is HTML says nothing', () => {
    expect(readErrorBody(' <html><body>Bad Gateway</body></html>')).toEqual({});
  });
});

describe('the veil', () => {
  const veil = createVeil(() => [token]);

  it('takes the token out of any text that carries it', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        if (veil(`${before}${token}${after}`).includes('5ec3e7'))
          throw new Error('the token came through');
      }),
    );
  });

  it.each([
    `dop_v1_${'a'.repeat(64)}`,
    `doo_v1_${'b'.repeat(64)}`,
    `dor_v1_${'c'.repeat(64)}`,
    `Authorization: Bearer ${'d'.repeat(40)}`,
  ])('hides other tokens too: %s', (text) => {
    expect(veil(text)).not.toMatch(/([abcd])\1{8}/);
  });

  it('leaves words alone, also the word that opens the simulation', () => {
    expect(createVeil(() => ['sandbox'])('The sandbox is empty.')).toBe('The sandbox is empty.');
  });

  it('gives one line of bounded length', () => {
    const line = veil(`first\nsecond\u0000${'x'.repeat(5000)}`);
    expect(line).toMatch(/^first second x+…$/);
    expect(line.length).toBeLessThan(700);
  });
});
