// Long JSON is parsed piece by piece: the same value as at one go, within bounds, and others have their turns in between.
import { describe, expect, it } from 'vitest';
import { Layout } from '../../src/client/json/layout.ts';
import { parseJson, usualJsonBounds } from '../../src/client/json/parse.ts';
import { oneSlice, type Slices } from '../../src/processor/slices.ts';

const bounds = (piece: number) => ({ ...usualJsonBounds, piece });

/** Always due, and counts. */
const counting = (): Slices & { taken: number } => ({
  taken: 0,
  isDue: true,
  next() {
    this.taken += 1;
    return Promise.resolve();
  },
});

const walked = (text: string, piece = 1_000_000) => {
  const layout = new Layout(text, bounds(piece));
  layout.walk(text.length);
  return layout;
};

/** Numbers that look like chance and are the same each time. */
const chance = (seed: number) => () => {
  seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
  return seed / 2_147_483_648;
};

const texts = ['', 'a', '"', '\\', ',', '[', '}', '\\"', 'x'.repeat(40), '\n', '{"a":1}', 'é€😀'];

const madeUp = (random: () => number, depth: number): unknown => {
  const pick = Math.floor(random() * (depth > 0 ? 7 : 5));
  if (pick === 0) return null;
  if (pick === 1) return random() < 0.5;
  if (pick === 2) return Math.floor(random() * 1e6) / 100;
  if (pick < 5) return texts[Math.floor(random() * texts.length)];
  const length = Math.floor(random() * 8);
  const inner = (): unknown => madeUp(random, depth - 1);
  if (pick === 5) return Array.from({ length }, inner);
  return Object.fromEntries(Array.from({ length }, (_, at) => [`${at}${texts[at]}`, inner()]));
};

describe('walking', () => {
  it('counts what will be made, and nothing within texts', () => {
    const { weight, depth } = walked('{"a":"[[[[{{{{,,,,\\"[","b":[1,2]}');
    expect({ weight, depth }).toEqual({ weight: 33 + 2 * 56 + 2 * 16, depth: 2 });
    expect(walked('"open').depth).toBe(0);
    expect(walked('[[[]],[]]').depth).toBe(3);
  });

  it('stops at the bounds of depth and of fields, and not one before', () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect(walked(nested(100)).unfit).toBeUndefined();
    expect(walked(nested(101)).unfit).toBe('too_deep');
    const fields = (count: number) =>
      `{${Array.from({ length: count }, (_, at) => `"f${at}":1`).join()}}`;
    expect(walked(fields(10_000)).unfit).toBeUndefined();
    expect(walked(fields(10_001)).unfit).toBe('too_wide');
    expect(walked(`[${'1,'.repeat(20_000)}1]`).unfit).toBeUndefined();
  });

  it('takes time in proportion to the text, whatever is escaped in it', () => {
    const layout = new Layout(`"${'\\'.repeat(4_000_000)}`, bounds(1000));
    layout.walk(1);
    expect(layout.isOver).toBe(true);
  });
});

describe('a text that is parsed in pieces', () => {
  it('is the same value as at one go', async () => {
    const random = chance(7);
    for (let round = 0; round < 400; round++) {
      const text = JSON.stringify(madeUp(random, 6), null, round % 3);
      const parsed = await parseJson(text, oneSlice, undefined, bounds(1 + (round % 60)));
      expect(parsed).toMatchObject({ ok: true, value: JSON.parse(text) });
      expect(JSON.stringify(parsed.ok && parsed.value)).toBe(JSON.stringify(JSON.parse(text)));
    }
  });

  it.each([
    '{"a":1,"a":{"b":[1,2,3,4,5,6,7,8]},"c":2,"a":[1,2,3,4,5,6,7,8,9]}',
    '{"__proto__":{"x":"yyyyyyyyyyyyyyyyyy"},"constructor":[1,2,3,4,5,6,7]}',
    '{"2":"two two two two","1":[1,2,3,4,5,6,7],"b":"bbbbbbbbbbbbb"}',
    '  [ "long enough to be a piece" , [ ] , { } ]  ',
    '[                                ]',
    '{"a":"\\u0061\\"bbbbbbbbbbbbbbbbbbb","b\\"b":[[[[1,2,3]]],[[[4,5,6]]]]}',
  ])('keeps the odd ways of JSON: %s', async (text) => {
    for (let piece = 1; piece < 40; piece++) {
      const parsed = await parseJson(text, oneSlice, undefined, bounds(piece));
      const value = parsed.ok ? parsed.value : parsed.why;
      expect(JSON.stringify(value)).toBe(JSON.stringify(JSON.parse(text)));
      expect(Object.getPrototypeOf(value)).toBe(Object.getPrototypeOf(JSON.parse(text)));
    }
  });

  it('is refused wherever JSON would refuse it', async () => {
    const random = chance(11);
    const good =
      '{"list":[{"id":1,"tags":["a","b"]},{"id":2,"tags":[]}],"n":{"x":[1,2,3]},"t":"e\\n"}';
    for (let round = 0; round < 3_000; round++) {
      const at = Math.floor(random() * good.length);
      const put = ['', ',', ']', '[', '}', '{', '"', ':', '1', '\\', ' ', 'x', '\u00a0'][
        round % 13
      ];
      const text = good.slice(0, at) + put + good.slice(at + (round % 2));
      let whole: string;
      try {
        whole = JSON.stringify(JSON.parse(text));
      } catch {
        whole = 'broken';
      }
      const parsed = await parseJson(text, oneSlice, undefined, bounds(1 + (round % 20)));
      expect(parsed.ok ? JSON.stringify(parsed.value) : parsed.why, text).toBe(whole);
    }
  });

  it('gives way to others after each piece, at least once for every 128 KiB', async () => {
    const item = JSON.stringify({ id: 1, text: 'x'.repeat(300), more: [1, 2, 3] });
    const text = `{"droplets":[${Array.from({ length: 20_000 }, () => item).join()}]}`;
    const slices = counting();
    const parsed = await parseJson(text, slices);
    expect(parsed.ok).toBe(true);
    expect(slices.taken).toBeGreaterThan((2 * text.length) / (128 * 1024));
  });

  it('is not made where it does not fit beside what is held already', async () => {
    const asked: number[] = [];
    const fits = (bytes: number): boolean => {
      asked.push(bytes);
      return false;
    };
    expect(await parseJson('[{},{}]', oneSlice, fits)).toEqual({ ok: false, why: 'no_memory' });
    expect(asked).toEqual([3 * 56 + 16]);
  });

  it('is not made when it would be too heavy', async () => {
    const text = `[${'{},'.repeat(400_000)}{}]`;
    expect(await parseJson(text, oneSlice)).toEqual({ ok: false, why: 'too_heavy' });
  });
});
