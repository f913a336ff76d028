// JSON that decides something is read as it is meant, or not at all.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { JsonRefused, parseJson, placeOf, readJson } from '../../src/files/json-text.ts';

const messageOf = (text: string): string => {
  try {
    parseJson(text);
  } catch (error) {
    if (error instanceof JsonRefused) return error.message;
    throw error;
  }
  throw new Error('nothing was refused');
};

describe('JSON that decides something', () => {
  it('is read with a byte order mark as without', () => {
    expect(parseJson('\uFEFF{"a":1}')).toEqual({ a: 1 });
    expect(parseJson('{"a":1}')).toEqual({ a: 1 });
  });

  it.each([
    ['at the top', '{"access":"read","access":"write"}', 'access'],
    ['in a list', '{"agents":[{"key":1},{"key":1,"key":2}]}', 'agents.1.key'],
    ['written with an escape', '{"access":1,"\\u0061ccess":2}', 'access'],
    ['behind an object', '{"a":{"b":[1,{"c":"}"}]},"a":2}', 'a'],
  ])('is refused when a key stands twice: %s', (_, text, place) => {
    expect(messageOf(text)).toContain(`the key ${place} twice`);
  });

  it('may have the same key in two objects', () => {
    expect(parseJson('[{"a":1},{"a":{"a":["a","a"]}}]')).toEqual([
      { a: 1 },
      { a: { a: ['a', 'a'] } },
    ]);
  });

  it('is refused without repeating what stands in it', () => {
    expect(messageOf('{"token": dop_v1_secret}')).toBe('is not valid JSON');
    expect(messageOf('{"dop_v1_secret1":1,"dop_v1_secret1":2}')).not.toContain('secret1');
    expect(placeOf(['agents', 0, 'dop_v1_secret1'])).toBe('agents.0.(a key not shown)');
  });

  it('may be nested as deep as any file of ours, and no deeper', () => {
    const nested = (levels: number): string => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(() => parseJson(nested(64))).not.toThrow();
    expect(messageOf(nested(65))).toContain('deeper');
    expect(messageOf(nested(100_000))).toContain('deeper');
  });

  it('is otherwise what the language reads, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = JSON.stringify(value, null, 2);
        expect(readJson(text)).toEqual({ value: JSON.parse(text), twice: [] });
      }),
    );
  });
});
