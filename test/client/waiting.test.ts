// What headers say about waiting, and what is ignored as garbage.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fullJitter, spread } from '../../src/client/attempts/waiting.ts';
import { resetMs, retryAfterMs } from '../../src/http-headers.ts';

const now = Date.UTC(2026, 10, 24, 12, 0, 0);
const at = (milliseconds: number): string => new Date(milliseconds).toUTCString();

describe('Retry-After', () => {
  it.each([
    ['3', 3000],
    ['0', 0],
    [' 12 ', 12_000],
    ['1.5', 1500],
    [at(now + 7000), 7000],
    [at(now - 7000), 0],
  ])('%s means %d ms', (header, expected) => {
    expect(retryAfterMs({ 'retry-after': header }, now)).toBe(expected);
  });

  it.each([
    '',
    '-1',
    'soon',
    '1e3',
    'NaN',
    'Infinity',
    '0x10',
    '99999999999',
    '2026-11-24',
    '1 2',
    at(now + 9e9),
  ])('"%s" is garbage and ignored', (header) => {
    expect(retryAfterMs({ 'retry-after': header }, now)).toBeUndefined();
  });

  it("a date is counted from the server's own clock when ours is wrong", () => {
    const skewed = { 'retry-after': at(now + 5000), date: at(now) };
    expect(retryAfterMs(skewed, now + 3_600_000)).toBe(5000);
    expect(retryAfterMs(skewed, now - 3_600_000)).toBe(5000);
  });
});

describe('ratelimit-reset', () => {
  it("is the Unix second at which there is room again, by the server's clock", () => {
    const seconds = String(now / 1000 + 90);
    expect(resetMs({ 'ratelimit-reset': seconds }, now)).toBe(90_000);
    expect(resetMs({ 'ratelimit-reset': seconds, date: at(now + 60_000) }, now)).toBe(30_000);
  });

  it.each(['', 'soon', '12', '-5', String(now / 1000 - 10), '99999999999'])(
    '"%s" is ignored',
    (header) => {
      expect(resetMs({ 'ratelimit-reset': header }, now)).toBeUndefined();
    },
  );
});

describe('any header at all', () => {
  it('gives a wait between nothing and a day, or none', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), fc.string(), (retry, reset, date) => {
        const headers = { 'retry-after': retry, 'ratelimit-reset': reset, date };
        for (const wait of [retryAfterMs(headers, now), resetMs(headers, now)])
          if (wait !== undefined && !(wait >= 0 && wait <= 86_400_000))
            throw new Error(`waits ${wait}`);
      }),
    );
  });
});

describe('chance', () => {
  it('draws from nothing up to a bound that doubles and ends', () => {
    const limits = { backoffMs: 100, backoffMostMs: 1000 };
    expect([1, 2, 3, 4, 5, 60].map((attempt) => fullJitter(attempt, limits, () => 1))).toEqual([
      100, 200, 400, 800, 1000, 1000,
    ]);
    expect(fullJitter(3, limits, () => 0)).toBe(0);
  });

  it('stretches a prescribed wait, never shortens it', () => {
    expect(spread(3000, () => 0)).toBe(3000);
    expect(spread(3000, () => 1)).toBe(3400);
    expect(spread(60_000, () => 1)).toBe(61_000);
  });
});
