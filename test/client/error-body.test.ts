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
        for (const value of Object.values(readErrorBody({ headers: {}, body })))
          if (typeof value !== 'string' || value === '')
            throw new Error(`not a text: ${String(value)}`);
      }),
    );
  });

  it('that is HTML says nothing', () => {
    const body = ' <html><body>Bad Gateway</body></html>';
    expect(readErrorBody({ headers: {}, body })).toEqual({ speaker: 'edge' });
  });

  const told = (value: unknown) =>
    readErrorBody({ headers: {}, body: JSON.stringify(value) }).message;

  it.each<readonly [string, unknown, string]>([
    ['a list of texts', { errors: ['a is bad', 'b is bad'] }, 'a is bad; b is bad'],
    ['a text under errors', { errors: 'all is bad' }, 'all is bad'],
    [
      'an object of lists by field',
      { errors: { name: ['is taken', 'is long'], size: 'is unknown' } },
      'name: is taken; name: is long; size: is unknown',
    ],
    [
      'objects with a field',
      { errors: [{ field: 'size', message: 'is unknown' }, { detail: 'no' }] },
      'size: is unknown; no',
    ],
    ['root causes as objects', { error: 'bad', root_causes: [{ message: 'quota' }] }, 'quota'],
    [
      'a message with causes',
      { message: 'failed', root_causes: ['disk is full'] },
      'failed; disk is full',
    ],
    ['an object in an object', { error: { details: { reason: 'deep down' } } }, 'deep down'],
    ['a list at the root', ['first', { message: 'second' }], 'first; second'],
    ['a text at the root', 'just this', 'just this'],
    ['the same said twice', { message: 'no', errors: ['no'] }, 'no'],
    ['nothing but an id', { error: 'not_found' }, 'not_found'],
    ['blanks between reasons', { errors: ['', '  ', 'a is bad', ' '] }, 'a is bad'],
    ['a blank by its field', { errors: { name: '', size: 'is unknown' } }, 'size: is unknown'],
  ])('gives its reasons in the shape of %s', (_, value, message) => {
    expect(told(value)).toBe(message);
  });

  it('is bounded, however much it says and however deep', () => {
    const many = { errors: Array.from({ length: 5000 }, (_, at) => `${at} ${'x'.repeat(5000)}`) };
    expect(told(many)?.length).toBeLessThan(3000);
    const deep = `${'{"errors":['.repeat(5000)}"down"${']}'.repeat(5000)}`;
    expect(readErrorBody({ headers: {}, body: deep }).speaker).toBe('api');
    const wide = {
      errors: Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`f${at}`, 'x'])),
    };
    expect(told(wide)?.split('; ').length).toBeLessThan(9);
    expect(
      readErrorBody({ headers: {}, body: `{"id":"${'i'.repeat(9000)}"}` }).id?.length,
    ).toBeLessThan(120);
  });

  it('that was cut off still tells its message', () => {
    const body = `{"id":"x","message":"too much","trace":"${'y'.repeat(100)}`;
    expect(readErrorBody({ headers: {}, body })).toMatchObject({ message: 'too much' });
  });

  it.each([
    ['a page', { 'content-type': 'text/html' }, '{"message":"x"}', 'edge'],
    ['a sentence', {}, 'access denied', 'edge'],
    ['JSON', {}, '{"message":"x"}', 'api'],
    ['nothing', {}, '', 'api'],
    ['nothing as a page', { 'content-type': 'text/html' }, '', 'edge'],
  ] as const)('of %s tells who spoke', (_, headers, body, speaker) => {
    expect(readErrorBody({ headers, body }).speaker).toBe(speaker);
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
