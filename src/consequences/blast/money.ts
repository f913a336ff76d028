// What things cost a month, where replies tell it.
import type { MonthlyCost } from '../../../scope-map/endpoint/harm.ts';
import type { Lookout } from '../look.ts';
import { holdsOneOf, type Knowledge, valuesIn } from './values.ts';
import { see } from './views.ts';

const numberOf = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
};

const round = (amount: number): number => Math.round(amount * 100) / 100;

/** US dollars a month of all these elements; undefined where that of one is not known. */
export const monthlyOf = async (
  looking: Lookout,
  cost: MonthlyCost | undefined,
  elements: readonly unknown[],
  knowledge: Knowledge,
): Promise<number | undefined> => {
  if (!cost) return undefined;
  let sum = 0;
  const prices = 'prices' in cost ? (await see(looking, cost.prices, knowledge)).items : [];
  for (const element of elements) {
    let one: number | undefined;
    if ('cents' in cost) {
      const cents = numberOf(valuesIn(element, cost.cents)[0]);
      one = cents === undefined ? undefined : cents / 100;
    } else if ('prices' in cost) {
      const is = valuesIn(element, cost.of);
      const price = prices.find((each) => holdsOneOf(each, cost.by, is));
      const each = numberOf(valuesIn(price, cost.at)[0]);
      const times = cost.times === undefined ? 1 : numberOf(valuesIn(element, cost.times)[0]);
      one = each === undefined || times === undefined ? undefined : each * times;
    } else one = numberOf(valuesIn(element, cost.at)[0]);
    if (one === undefined) return undefined;
    sum += one;
  }
  return round(sum);
};

/** The sum of what is known; null where nothing is. */
export const sumOf = (amounts: readonly (number | undefined)[]): number | null => {
  const known = amounts.filter((amount) => amount !== undefined);
  return known.length === 0 ? null : round(known.reduce((sum, amount) => sum + amount, 0));
};
