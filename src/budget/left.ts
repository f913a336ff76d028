// What is left of a budget, and whether a call still fits into it. Pure.
import type { Limits, Spending } from '../guard/spending.ts';
import { centsOf, hour, type Ledger, madeWithin, mostHeld } from './ledger.ts';

/** What a call would add. */
export interface Wish {
  /** US cents a month; nothing for what lowers the bill. */
  readonly cents: number;
  /** Things it would make. */
  readonly makes: number;
}

/** Whose bound it is. */
export type Whose = 'own' | 'all';

/** How far a bound is used. */
export interface Left {
  readonly whose: Whose;
  /** US cents a month: the bound, what is held, and what is left; absent where money is not bounded. */
  readonly money?: { readonly most: number; readonly held: number; readonly left: number };
  /** Things within an hour; absent where they are not bounded. */
  readonly creates?: {
    readonly most: number;
    readonly left: number;
    /** Seconds until one more may be made; 0 when it may now. */
    readonly wait: number;
  };
}

/** Why a call does not fit. */
export type Shortfall =
  | { readonly kind: 'money'; readonly whose: Whose; readonly most: number; readonly left: number }
  | {
      readonly kind: 'creates';
      readonly whose: Whose;
      readonly most: number;
      readonly left: number;
      /** Seconds until as many may be made; null where never so many at once. */
      readonly wait: number | null;
    }
  /** More things are counted than can be. */
  | { readonly kind: 'full' };

/** Dollars as whole cents. */
export const centsIn = (usd: number): number => Math.round(usd * 100);

/** Seconds until `count` more may be made. */
const waitFor = (times: readonly number[], most: number, count: number, now: number): number => {
  const blocking = times[times.length + count - most - 1];
  return blocking === undefined ? 0 : Math.max(1, Math.ceil((blocking + hour - now) / 1_000));
};

const leftOf = (
  ledger: Ledger,
  whose: Whose,
  { maxMonthlyUsd: usd, maxCreatesPerHour: most }: Limits,
  purse: string | null,
  now: number,
): Left => {
  const times = most === undefined ? [] : madeWithin(ledger, purse, now);
  const held = usd === undefined ? 0 : centsOf(ledger, purse);
  return {
    whose,
    ...(usd !== undefined && {
      money: { most: centsIn(usd), held, left: Math.max(0, centsIn(usd) - held) },
    }),
    ...(most !== undefined && {
      creates: {
        most,
        left: Math.max(0, most - times.length),
        wait: waitFor(times, most, 1, now),
      },
    }),
  };
};

/** What is left of each bound that holds for a caller. */
export const whatIsLeft = (ledger: Ledger, spending: Spending, now: number): readonly Left[] => [
  ...(spending.own ? [leftOf(ledger, 'own', spending.own, spending.purse, now)] : []),
  ...(spending.all ? [leftOf(ledger, 'all', spending.all, null, now)] : []),
];

const missing = (
  ledger: Ledger,
  { whose, money, creates }: Left,
  wish: Wish,
  purse: string | null,
  now: number,
): Shortfall | undefined => {
  if (money && wish.cents > money.left)
    return { kind: 'money', whose, most: money.most, left: money.left };
  if (!creates || wish.makes <= creates.left) return undefined;
  const { most, left } = creates;
  const wait =
    wish.makes > most ? null : waitFor(madeWithin(ledger, purse, now), most, wish.makes, now);
  return { kind: 'creates', whose, most, left, wait };
};

/** Why a call does not fit into what is left; undefined when it does. */
export const shortfall = (
  ledger: Ledger,
  spending: Spending,
  wish: Wish,
  now: number,
): Shortfall | undefined => {
  if (ledger.held.length + Math.max(1, wish.makes) > mostHeld) return { kind: 'full' };
  for (const left of whatIsLeft(ledger, spending, now)) {
    const purse = left.whose === 'own' ? spending.purse : null;
    const found = missing(ledger, left, wish, purse, now);
    if (found) return found;
  }
  return undefined;
};
