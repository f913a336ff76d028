// Ids and other chance from a seed: the same seed and the same calls give the same ids.

/** A seeded source of ids. */
export interface Ids {
  /** A version 4 UUID. */
  uuid(): string;
  /** The next number of a series, for resources that DigitalOcean numbers. */
  number(series: Series): number;
  /** Text of so many characters from an alphabet (lower-case letters and digits unless given). */
  text(length: number, alphabet?: string): string;
  /** A whole number below `limit`. */
  below(limit: number): number;
}

/** What DigitalOcean numbers, and where each series starts. All stay below 2^31 for clients with small integers. */
const starts = {
  droplet: 500_000_000,
  action: 1_200_000_000,
  image: 200_000_000,
  record: 1_700_000_000,
  key: 40_000_000,
  address: 0,
  thing: 1_000_000,
} as const;

/** A numbered series. */
export type Series = keyof typeof starts;

const lowerCase = 'abcdefghijklmnopqrstuvwxyz0123456789';

/** Mulberry32: 32 bits of state are plenty for ids that only have to differ and to repeat. */
const mulberry32 = (seed: number): (() => number) => {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return (mixed ^ (mixed >>> 14)) >>> 0;
  };
};

const hex = (value: number): string => value.toString(16).padStart(8, '0');

/** Makes a source of ids; equal seeds make equal sources. */
export const createIds = (seed: number): Ids => {
  const next = mulberry32(seed);
  const numbers = new Map<Series, number>();

  const below = (limit: number): number => Math.floor((next() / 0x1_0000_0000) * limit);
  return {
    below,
    uuid: () => {
      const [a, b, c, d] = [hex(next()), hex(next()), hex(next()), hex(next())];
      const variant = (8 + (Number.parseInt(c.charAt(0), 16) % 4)).toString(16);
      return `${a}-${b.slice(0, 4)}-4${b.slice(5)}-${variant}${c.slice(1, 4)}-${c.slice(4)}${d}`;
    },
    number: (series) => {
      const value = (numbers.get(series) ?? starts[series]) + 1;
      numbers.set(series, value);
      return value;
    },
    text: (length, alphabet = lowerCase) =>
      Array.from({ length }, () => alphabet.charAt(below(alphabet.length))).join(''),
  };
};
