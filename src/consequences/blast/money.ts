// What things cost a month, where replies tell it.
import type { ByDate, MonthlyCost } from '../../../scope-map/endpoint/harm.ts';
import { isObject } from '../../../tools/json-object.ts';
import type { Lookout } from '../look.ts';
import { dated } from '../price/dated.ts';
import { holdsOneOf, type Knowledge, valuesIn } from './values.ts';
import { see } from './views.ts';

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
};

const round = (amount: number): number => Math.round(amount * 100) / 100;

/** What one element costs by its own fields, or by a row of a list of prices. */
const costOf = (
  cost: Exclude<MonthlyCost, { dated: ByDate }>,
  element: unknown,
  prices: readonly unknown[],
): number | undefined => {
  if ('cents' in cost) {
    const cents = numberOf(valuesIn(element, cost.cents)[0]);
    return cents === undefined ? undefined : cents / 100;
  }
  if (!('prices' in cost)) return numberOf(valuesIn(element, cost.at)[0]);
  const is = valuesIn(element, cost.of);
  const each = numberOf(
    valuesIn(
      prices.find((price) => holdsOneOf(price, cost.by, is)),
      cost.at,
    )[0],
  );
  const times = cost.times === undefined ? 1 : numberOf(valuesIn(element, cost.times)[0]);
  return each === undefined || times === undefined ? undefined : each * times;
};

/** By a price of a day; what has none is never told. */
const byDay = async (
  charge: ByDate,
  elements: readonly unknown[],
  looking: Lookout,
): Promise<Monthly> => {
  const prices = await Promise.all(
    elements.map((one) => (isObject(one) ? dated(charge, one, looking) : undefined)),
  );
  const known = prices.flatMap((price) => price?.monthlyUsd ?? []);
  const usd = known.length < elements.length ? undefined : round(sumOf(known) ?? 0);
  return { usd, unknown: undefined };
};

/** What several elements cost a month. */
export interface Monthly {
  /** US dollars; undefined where that of one of them is not known, or none is told. */
  readonly usd: number | undefined;
  /** Why it is not known, in words that follow what is not known; undefined where it is, or is never told. */
  readonly unknown: string | undefined;
}

/** What all these elements cost a month. */
export const monthlyOf = async (
  looking: Lookout,
  cost: MonthlyCost | undefined,
  elements: readonly unknown[],
  knowledge: Knowledge,
): Promise<Monthly> => {
  if (!cost || elements.length === 0) return { usd: undefined, unknown: undefined };
  if ('dated' in cost) return byDay(cost.dated, elements, looking);
  const prices = 'prices' in cost ? await see(looking, cost.prices, knowledge) : undefined;
  let sum = 0;
  for (const element of elements) {
    const one = costOf(cost, element, prices?.items ?? []);
    if (one === undefined)
      return { usd: undefined, unknown: prices?.missing[0] ?? 'no price of it is told' };
    sum += one;
  }
  return { usd: round(sum), unknown: undefined };
};

/** The sum of what is known; null where nothing is. */
export const sumOf = (amounts: readonly (number | undefined)[]): number | null => {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 ? null : round(known.reduce((sum, amount) => sum + amount, 0));
};
