// Money: read from what the API tells, and said to people.
import type { PriceUnit } from '../../../scope-map/endpoint/bill.ts';
import { hoursOfMonth } from '../hours-of-month.ts';

const dollarsPer: Readonly<Record<PriceUnit, number>> = {
  dollars_a_month: 1,
  cents_a_month: 0.01,
  dollars_an_hour: hoursOfMonth,
};

/** US dollars a month of a told price, which may be text; undefined where it tells none. */
export const usdOf = (told: unknown, unit: PriceUnit): number | undefined => {
  if (typeof told !== 'number' && (typeof told !== 'string' || told.trim() === ''))
    return undefined;
  const number = Number(told);
  return Number.isFinite(number) && number >= 0 ? number * dollarsPer[unit] : undefined;
};

/** Whole cents. */
export const roundedUsd = (usd: number): number => Math.round(usd * 100) / 100;

/** As people read it: "$24", "$0.40". */
export const saidUsd = (usd: number): string => {
  const rounded = roundedUsd(usd);
  return `$${Number.isInteger(rounded) ? rounded : rounded.toFixed(2)}`;
};
