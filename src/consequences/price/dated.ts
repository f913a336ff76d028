// Prices of a day: what DigitalOcean's API does not tell, from what its pages told.
import { type DatedPrice, datedPrices } from '../../../scope-map/dated-prices.ts';
import type { About, Amount, Charge, Dated } from '../../../scope-map/endpoint/bill.ts';
import { isObject } from '../../../tools/json-object.ts';
import { valueAt } from '../../../tools/places.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import type { Looking } from '../look.ts';
import type { Price } from '../price.ts';
import { readAs, whyUnseen } from '../reading.ts';
import { saidUsd } from './money.ts';
import { unpriced } from './unpriced.ts';

type ByDate = Extract<Charge, { kind: 'dated' }>;

/** The price, or, as text, of what there is none. */
const rowOf = ({ name, by = [] }: Dated, thing: Arguments): DatedPrice | string => {
  const values = by.map(({ at, otherwise }) => valueAt(thing, at) ?? otherwise);
  const key = [name, ...values].join('/');
  if (Object.hasOwn(datedPrices, key)) return datedPrices[key] ?? name;
  const said = values.map((value) => (typeof value === 'string' ? value : '?')).join(' ');
  return `${name.replaceAll('_', ' ')} ${said}: no price of it is known`;
};

/** Since when the price may have moved. */
const asOf = ({ on }: DatedPrice): string => `price of ${on}`;

/** How much there is; undefined where nothing tells. */
const amountOf = (thing: Arguments, amounts: readonly Amount[] = []): number | undefined => {
  for (const { at, is, otherwise } of amounts) {
    const value = valueAt(thing, at);
    const number = typeof value === 'string' && is ? is[value] : value;
    if (typeof number === 'number' && Number.isFinite(number) && number > 0) return number;
    if (otherwise !== undefined) return otherwise;
  }
  return undefined;
};

const counted = (amount: number, { unit = '', what }: DatedPrice): string =>
  `${amount} ${amount === 1 || unit === 'GiB' ? unit : `${unit}s`} of ${what}`;

const priced = ({ amount, upTo, note }: ByDate, row: DatedPrice, thing: Arguments): Price => {
  const { price, unit, what, most = Number.POSITIVE_INFINITY } = row;
  const count = unit === undefined ? 1 : amountOf(thing, amount);
  if (count === undefined) return unpriced(`${what}: how much of it is not known`);
  if (count > most) return unpriced(`${counted(count, row)}: no price of so many is known`);
  const said = unit === undefined ? what : `${upTo ? 'up to ' : ''}${counted(count, row)}`;
  const day = note === undefined ? asOf(row) : `${note}; ${asOf(row)}`;
  return {
    monthlyUsd: count * price,
    notPriced: [],
    of: [`${said} at ${upTo && unit === undefined ? 'up to ' : ''}${saidUsd(price)} (${day})`],
  };
};

/** What it costs by the price of a day. */
export const dated = async (charge: ByDate, thing: Arguments, looking: Looking): Promise<Price> => {
  const { about, price } = charge;
  const told = about ? await thingOf(about, thing, looking) : thing;
  if (typeof told === 'string') return unpriced(`${price.name.replaceAll('_', ' ')} (${told})`);
  const row = rowOf(price, told);
  return typeof row === 'string' ? unpriced(row) : priced(charge, row, told);
};

/** The thing, or why it is not known. */
const thingOf = async (
  { read, at }: About,
  given: Arguments,
  looking: Looking,
): Promise<Arguments | string> => {
  const looked = await readAs(read, given, looking);
  const thing = looked.kind === 'seen' ? valueAt(looked.body, at) : undefined;
  return isObject(thing) ? thing : (whyUnseen(looked) ?? 'it is not told');
};

/** A share of another price. */
interface Share {
  readonly perCent: number;
  readonly what: string;
  readonly asOf: string;
}

/** How many per cent; text where that is not known. */
export const perCentOf = (price: Dated, thing: Arguments): Share | string => {
  const row = rowOf(price, thing);
  return typeof row === 'string' ? row : { perCent: row.price, what: row.what, asOf: asOf(row) };
};

/** How many per cent it is before the call. */
export const datedNow = async (
  price: Dated,
  now: About,
  given: Arguments,
  looking: Looking,
): Promise<Share | string> => {
  const thing = await thingOf(now, given, looking);
  return typeof thing === 'string'
    ? `the difference to what it costs now (${thing})`
    : perCentOf(price, thing);
};
