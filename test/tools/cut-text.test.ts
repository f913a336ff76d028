// Text is cut between characters, whatever it is made of.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginningOf, endOf, shortened } from '../../tools/cut-text.ts';

const family = '👨‍👩‍👧‍👦';
const accent = 'e\u0301';

describe('cutting text', () => {
  it('never cuts a pair of surrogates, and never keeps more than it should', () => {
    const text = fc.string({
      unit: fc.oneof(
        fc.constantFrom('a', '😀', family, accent, '\u0301', '\r\n', '🇩🇪'),
        fc.string(),
      ),
      maxLength: 60,
    });
    fc.assert(
      fc.property(text, fc.nat(80), (whole, longest) => {
        const proper = whole.replaceAll(/\p{Surrogate}/gu, '');
        for (const kept of [beginningOf(proper, longest), endOf(proper, longest)]) {
          expect(kept).not.toMatch(/\p{Surrogate}/u);
          expect(kept.length).toBeLessThanOrEqual(longest);
          expect(proper.length > longest || kept === proper).toBe(true);
        }
        expect(proper.startsWith(beginningOf(proper, longest))).toBe(true);
        expect(proper.endsWith(endOf(proper, longest))).toBe(true);
      }),
    );
  });

  it('keeps what people take for one character whole', () => {
    for (const one of [family, accent, '🇩🇪'])
      for (let longest = 1; longest < 1 + one.length; longest++) {
        expect(beginningOf(`a${one}b`, longest)).toBe('a');
        expect(endOf(`a${one}b`, longest)).toBe('b');
      }
  });

  it('cuts between code points where one character has no end', () => {
    const endless = `a${'\u0301'.repeat(1000)}`;
    expect(beginningOf(endless, 500)).toHaveLength(500);
    expect(endOf(`😀${endless}`, 500)).not.toMatch(/\p{Surrogate}/u);
    expect(endOf(`${endless}`, 500)).toHaveLength(500);
  });

  it('says with three dots that there was more', () => {
    expect(shortened('abc', 3)).toBe('abc');
    expect(shortened('abcd', 3)).toBe('abc…');
    expect(shortened('ab😀', 3)).toBe('ab…');
  });
});
