// The price of one thing that a call bills: of the new thing, or of the difference to the thing as it is.
import type { Charge, Instead, Priced, Times } from '../../../scope-map/endpoint/bill.ts';
import { isObject } from '../../../tools/json-object.ts';
import { valueAt, valuesAt } from '../../../tools/places.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';
import type { Looking } from '../look.ts';
import type { Price } from '../price.ts';
import { readAs, whyUnseen } from '../reading.ts';
import { dated, datedNow, perCentOf } from './dated.ts';
import { saidUsd, usdOf } from './money.ts';
import { rowOf } from './row.ts';
import { unpriced } from './unpriced.ts';

type Listed = Extract<Charge, { kind: 'listed' }>;
type Told = Extract<Charge, { kind: 'told' }>;
type Own = Extract<Charge, { kind: 'own' }>;
type Share = Extract<Charge, { kind: 'share' }>;
/** What may be priced as it is and as it was. */
type Whole = Priced | Extract<Charge, { kind: 'dated' }>;

/** How many, and whether that is the most there can be. */
const timesOf = (
  times: readonly Times[],
  thing: Arguments,
): { readonly count: number; readonly upTo: boolean } => {
  for (const { at, when, upTo = false } of times) {
    if (when && !isTrueOf(when, thing)) continue;
    const value = valueAt(thing, at);
    if (Array.isArray(value) && value.length > 0) return { count: value.length, upTo };
    if (typeof value === 'number') return { count: value, upTo };
  }
  return { count: 1, upTo: false };
};

const sum = (parts: readonly Price[]): Price => ({
  monthlyUsd: parts.some(({ monthlyUsd }) => monthlyUsd === null)
    ? null
    : parts.reduce((total, { monthlyUsd }) => total + (monthlyUsd ?? 0), 0),
  notPriced: parts.flatMap(({ notPriced }) => notPriced),
  of: parts.flatMap(({ of }) => of),
});

const elementsOf = ({ each }: Listed, thing: Arguments): readonly Arguments[] =>
  each === undefined
    ? [thing]
    : valuesAt(thing, each)
        .flat()
        .filter(isObject)
        // What an element does not say stands in the whole.
        .map((element) => ({ ...thing, ...element }));

const listed = async (charge: Listed, thing: Arguments, looking: Looking): Promise<Price> => {
  const looked = await readAs(charge.tariff.read, thing, looking);
  const prices = elementsOf(charge, thing).map((element): Price => {
    const name = String(valueAt(element, charge.named) ?? 'what is ordered');
    if (looked.kind !== 'seen')
      return unpriced(`${name}: the prices were not read, because ${whyUnseen(looked)}`);
    const told = valueAt(rowOf(charge.tariff, element, looked.body), charge.tariff.price);
    const usd = usdOf(told, charge.tariff.unit);
    if (usd === undefined)
      return unpriced(
        `${name}: ${looked.isWhole ? 'not on' : 'not at the beginning of'} the list of prices`,
      );
    const { count, upTo } = timesOf(charge.times ?? [], element);
    const many = upTo ? `up to ${count} × ` : count === 1 ? '' : `${count} × `;
    return { monthlyUsd: count * usd, notPriced: [], of: [`${many}${name} at ${saidUsd(usd)}`] };
  });
  return sum(prices);
};

const told = async (charge: Told, thing: Arguments, looking: Looking): Promise<Price> => {
  const looked = await readAs(charge.read, thing, looking);
  if (looked.kind !== 'seen') return unpriced(`${charge.what} (${whyUnseen(looked)})`);
  const usd = usdOf(valueAt(looked.body, charge.price), charge.unit);
  return usd === undefined
    ? unpriced(charge.what)
    : { monthlyUsd: usd, notPriced: [], of: [`${charge.what} at ${saidUsd(usd)}`] };
};

const own = ({ price, unit, named }: Own, thing: Arguments): Price => {
  const name = String(valueAt(thing, named) ?? 'it');
  const usd = usdOf(valueAt(thing, price), unit);
  return usd === undefined
    ? unpriced(`${name}: no price of it is told`)
    : { monthlyUsd: usd, notPriced: [], of: [`${name} at ${saidUsd(usd)}`] };
};

const whole = async (charge: Whole, thing: Arguments, looking: Looking): Promise<Price> => {
  switch (charge.kind) {
    case 'listed':
      return listed(charge, thing, looking);
    case 'told':
      return told(charge, thing, looking);
    case 'own':
      return own(charge, thing);
    case 'dated':
      return dated(charge, thing, looking);
  }
};

/** The thing as it is, by the names that the arguments have. */
const asNamed = ({ named = {} }: Instead, thing: Arguments): Arguments => ({
  ...thing,
  ...Object.fromEntries(
    Object.entries(named).map(([name, place]) => [name, valueAt(thing, place)] as const),
  ),
});

/** The price of the thing as it is: what it tells itself, or what its like costs now. */
const priceNow = async (
  charge: Whole,
  instead: Instead,
  thing: Arguments,
  looking: Looking,
): Promise<Price> => {
  const before = asNamed(instead, thing);
  if (instead.price === undefined || charge.kind === 'dated') return whole(charge, before, looking);
  const unit = charge.kind === 'listed' ? charge.tariff.unit : charge.unit;
  const usd = usdOf(valueAt(thing, instead.price), unit);
  if (usd === undefined) return whole(charge, before, looking);
  const name = charge.kind === 'told' ? charge.what : valueAt(before, charge.named);
  return { monthlyUsd: usd, notPriced: [], of: [`${name} at ${saidUsd(usd)}`] };
};

const difference = async (
  charge: Whole,
  instead: Instead,
  given: Arguments,
  looking: Looking,
): Promise<Price> => {
  const looked = await readAs(instead.read, given, looking);
  const thing = looked.kind === 'seen' ? valueAt(looked.body, instead.at) : undefined;
  if (!isObject(thing))
    return unpriced(
      `the difference to what it costs now (${whyUnseen(looked) ?? 'it is not told'})`,
    );
  const [after, now] = await Promise.all([
    // What the call does not say stays as it is.
    whole(charge, { ...asNamed(instead, thing), ...given }, looking),
    priceNow(charge, instead, thing, looking),
  ]);
  if (after.monthlyUsd === null) return after;
  if (now.monthlyUsd === null) return unpriced('the difference to what it costs now');
  return {
    monthlyUsd: after.monthlyUsd - now.monthlyUsd,
    notPriced: [],
    of: [`${after.of.join(' and ')} instead of ${now.of.join(' and ')}`],
  };
};

/** A share of what something costs; of a changed share what it adds. */
const share = async (charge: Share, thing: Arguments, looking: Looking): Promise<Price> => {
  const after = perCentOf(charge.price, thing);
  if (typeof after === 'string') return unpriced(after);
  const before = charge.now && (await datedNow(charge.price, charge.now, thing, looking));
  if (typeof before === 'string') return unpriced(before);
  const { monthlyUsd, notPriced, of } = await whole(charge.of, thing, looking);
  if (monthlyUsd === null) return { monthlyUsd, notPriced, of: [] };
  const instead = before === undefined ? '' : ` instead of ${before.perCent} %`;
  return {
    monthlyUsd: (monthlyUsd * (after.perCent - (before?.perCent ?? 0))) / 100,
    notPriced,
    of: [`${after.what} at ${after.perCent} %${instead} of ${of.join(' and ')} (${after.asOf})`],
  };
};

/** What one charge adds a month. Never throws. */
export const priceOfCharge = async (
  charge: Charge,
  given: Arguments,
  looking: Looking,
): Promise<Price> => {
  switch (charge.kind) {
    case 'not_priced':
      return unpriced(charge.what);
    case 'share':
      return share(charge, given, looking);
    case 'own':
      return own(charge, given);
    default:
      return charge.instead
        ? difference(charge, charge.instead, given, looking)
        : whole(charge, given, looking);
  }
};
