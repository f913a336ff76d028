// What nobody sees in a text is shown by a mark, and comes back exactly; what people write stays.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { restored, shownEndOf, visible } from '../../tools/invisible/visible.ts';

/** Texts that are likely to go wrong: halves, marks, parts of marks, what is not seen, what joins. */
const tricky = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...['⟦', '⟧', '⟦U+', '200B⟧', '⟦U+200B⟧', '⟦U+27E6⟧', '⟦U+41⟧', '⟦U+FFFFFF⟧', '⟦u+200b⟧'],
        ...['\u200b', '\u200c', '\u200d', '\u202e', '\u2066', '\ufeff', '\u00ad', '\u{e0041}'],
        ...[
          '\ufe0f',
          '\u{e0100}',
          '\ufff9',
          '\ufffe',
          '\u2028',
          '\r',
          '\n',
          '\t',
          '\u0000',
          '\u009b',
        ],
        ...[
          '\ud83d',
          '\ude00',
          '👩',
          '🏴',
          'م',
          'क्',
          '葛',
          '1',
          '\u20e3',
          'a',
          '"',
          '\\',
          '\\u200b',
        ],
      ),
      fc.string({ unit: 'binary', maxLength: 3 }),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

const neverSeen =
  /(?![\n\t])[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\p{Noncharacter_Code_Point}\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/u;

describe('a text that is shown', () => {
  it('comes back exactly, whatever it was', () => {
    fc.assert(
      fc.property(fc.oneof(tricky, fc.string({ unit: 'binary' })), (text) => {
        expect(restored(visible(text))).toBe(text);
      }),
      { numRuns: 2_000 },
    );
  });

  it('comes back exactly when it was shown twice', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(restored(restored(visible(visible(text))))).toBe(text);
      }),
    );
  });

  it('holds nothing that is not seen', () => {
    fc.assert(
      fc.property(tricky, (text) => {
        expect(visible(text).replaceAll('\r\n', '')).not.toMatch(neverSeen);
      }),
      { numRuns: 2_000 },
    );
  });

  it.each([
    ['a\u200bb', 'a⟦U+200B⟧b'],
    ['\u202egnp.exe', '⟦U+202E⟧gnp.exe'],
    ['\u2066x\u2069', '⟦U+2066⟧x⟦U+2069⟧'],
    ['\u{e0049}\u{e0067}', '⟦U+E0049⟧⟦U+E0067⟧'],
    ['\u{1f3f4}\u{e0049}\u{e007f}', '\u{1f3f4}⟦U+E0049⟧⟦U+E007F⟧'],
    ['\u001b[31mred', '⟦U+001B⟧[31mred'],
    ['over\rwritten', 'over⟦U+000D⟧written'],
    ['a\u0085b\u009bc\u007f', 'a⟦U+0085⟧b⟦U+009B⟧c⟦U+007F⟧'],
    ['soft\u00adhyphen', 'soft⟦U+00AD⟧hyphen'],
    ['\u2028\u2029', '⟦U+2028⟧⟦U+2029⟧'],
    ['\ufff9a\ufffab\ufffb', '⟦U+FFF9⟧a⟦U+FFFA⟧b⟦U+FFFB⟧'],
    ['\ufdd0\uffff\u{1fffe}', '⟦U+FDD0⟧⟦U+FFFF⟧⟦U+1FFFE⟧'],
    ['half \ud83d', 'half ⟦U+D83D⟧'],
    ['a\u200db', 'a⟦U+200D⟧b'],
    ['a\u200cb', 'a⟦U+200C⟧b'],
    ['a\ufe0f', 'a⟦U+FE0F⟧'],
    // Bytes may be hidden in selectors behind a picture.
    ['😀\ufe0f\ufe01\u{e0141}', '😀\ufe0f⟦U+FE01⟧⟦U+E0141⟧'],
    ['⟦U+200B⟧', '⟦U+27E6⟧U+200B⟧'],
    ['\u3164\u115f\u034f', '⟦U+3164⟧⟦U+115F⟧⟦U+034F⟧'],
  ])('%j is %s', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  it.each([
    ...['plain\n\ttext', 'line\r\nends', 'grüße naïve 日本 한국어', '👩‍👩‍👧 👩🏽‍🚀 🏳️‍🌈 ❤️ 1️⃣ ☎︎'],
    ...['🏴󠁧󠁢󠁥󠁮󠁧󠁿 🏴󠁧󠁢󠁳󠁣󠁴󠁿', 'می‌خواهم', 'क्‍ष ක්‍ර', '葛󠄀', '≨︀', 'العربية ؀', 'שלום', '⟦1, 2⟧', '\ufffd'],
  ])('what people write stays: %j', (text) => {
    expect(visible(text)).toBe(text);
  });

  it('takes time in proportion to its length', () => {
    const timeOf = (text: string): number => {
      const began = performance.now();
      expect(restored(visible(text))).toBe(text);
      return performance.now() - began;
    };
    for (const part of [
      '\u200b',
      '⟦U+',
      '⟦U+200B⟧',
      '\u200d',
      '👩\u200d',
      'م\u200c',
      '\u{e0041}',
    ]) {
      timeOf(part.repeat(1_000));
      expect(timeOf(part.repeat(50_000))).toBeLessThan(1_000);
    }
  });
});

describe('an argument that was never shown', () => {
  it('stays as it is where it holds no mark', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        fc.pre(!text.includes('⟦U+'));
        expect(restored(text)).toBe(text);
      }),
    );
  });

  it.each([
    '⟦U+41⟧',
    '⟦U+1F600⟧',
    '⟦U+110000⟧',
    '⟦200B⟧',
    '[U+200B]',
    '\\u200b',
    '⟦U+200B',
    'U+200B⟧',
    '⟦U+⟧',
  ])('%s stands for nothing that is ever shown', (text) => {
    expect(restored(text)).toBe(text);
  });
});

describe('the end of a text that is shown', () => {
  it('fits, whatever is in it', () => {
    fc.assert(
      fc.property(tricky, fc.integer({ min: 0, max: 60 }), (text, longest) => {
        const end = shownEndOf(text, longest);
        expect(text.endsWith(end)).toBe(true);
        // What stood before the cut may have been what a character joined: one more may be shown.
        expect(visible(end).length).toBeLessThanOrEqual(longest + 10);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is as long as it may be', () => {
    expect(shownEndOf('\u200b'.repeat(100), 81)).toBe('\u200b'.repeat(10));
    expect(shownEndOf(`${'\u200b'.repeat(100)}end`, 83)).toBe(`${'\u200b'.repeat(10)}end`);
    expect(shownEndOf('\u200bbeginning', 9)).toBe('beginning');
    expect(shownEndOf('\u200bbeginning', 8)).toBe('eginning');
    expect(shownEndOf('short', 9)).toBe('short');
  });
});
