// Spends from the budget of whoever calls: tells whether a call fits, and reserves what it costs.
import { budgetUnreachable, overBudget, priceUnknown } from '../advice/over-budget.ts';
import type { Addition, Budget, Fit } from '../budget/budget.ts';
import { centsIn } from '../budget/left.ts';
import { makesOf, type Touched, touchedBy } from '../budget/touched.ts';
import type { Price } from '../consequences/price.ts';
import type { Spending } from '../guard/spending.ts';
import { countingFor, spenderOf } from './counting.ts';
import { lookAhead } from './foresee.ts';
import { asPolicy } from './policy-reads.ts';
import type { Agreed, Counting, Judged, Reserved } from './stages.ts';
import { Stop } from './stop.ts';
import { bills } from './whether-to-ask.ts';

/** What a call adds; less than nothing where it lowers. */
const centsOf = ({ monthlyUsd }: Price): number => centsIn(monthlyUsd ?? 0);

const additionOf = (judged: Judged, price: Price, touched: Touched): Addition => ({
  cents: Math.max(0, centsOf(price)),
  makes: makesOf(judged),
  thing: touched.does === 'changes' ? touched.thing : null,
});

/** Nobody knows what is spent: then nothing is. */
const orUnreachable = async <Told>(judged: Judged, asked: Promise<Told>): Promise<Told> => {
  try {
    return await asked;
  } catch (error) {
    const { road, decision, caller } = judged;
    road.log.warn({ error, caller: caller.id }, 'the budget cannot be read or written');
    throw new Stop(budgetUnreachable(), decision);
  }
};

const boundsMoney = ({ own, all }: Spending): boolean =>
  own?.maxMonthlyUsd !== undefined || all?.maxMonthlyUsd !== undefined;

/** What has no known price is let through by a rule of the owner's alone. */
const refusalOfUnknown = (
  judged: Judged,
  { notPriced }: Price,
  spending: Spending,
): Stop | undefined => {
  const { tool, decision } = judged;
  const { policy } = decision;
  const isAllowed = policy?.answer === 'allow' && !policy.observed;
  return notPriced.length > 0 && boundsMoney(spending) && !isAllowed
    ? new Stop(priceUnknown(tool, notPriced), decision)
    : undefined;
};

/** Tries; where it does not fit, what is held is looked at again, and it is tried once more. */
const trying = async <Tried extends Fit>(
  judged: Judged,
  spending: Spending,
  attempt: (budget: Budget) => Promise<Tried>,
): Promise<Tried> => {
  const budget = await orUnreachable(judged, judged.road.budget());
  const first = await orUnreachable(judged, attempt(budget));
  if (!first.short || first.short.kind === 'creates') return first;
  const looker = { ...judged, caller: asPolicy(judged.caller) };
  const isFreed = await orUnreachable(
    judged,
    lookAhead(looker, (looking) => budget.lookAgain(spenderOf(judged, spending), looking)),
  );
  return isFreed ? orUnreachable(judged, attempt(budget)) : first;
};

/** Why a call of this price would not be let through, and what is left; nothing is reserved. */
export interface Affordable {
  readonly stop: Stop | undefined;
  readonly left: Fit['left'];
}

/**
 * Whether a call fits, before anybody is asked about it.
 * @returns undefined where there is no budget, or nothing is billed.
 * @throws {Stop} when nobody knows what is left.
 */
export const affordable = async (
  judged: Judged,
  price: Price | null,
): Promise<Affordable | undefined> => {
  const { budget: spending } = judged.caller.selection;
  if (!spending || !price || !bills(judged)) return undefined;
  const addition = additionOf(judged, price, touchedBy(judged));
  const { left, short } = await trying(judged, spending, (budget) =>
    budget.fit(spending, addition),
  );
  const unknown = refusalOfUnknown(judged, price, spending);
  if (unknown) return { stop: unknown, left };
  const stop = short && new Stop(overBudget(short, addition.cents), judged.decision);
  return { stop, left };
};

const priceAhead = async (judged: Judged): Promise<Price> => {
  const { priceOf } = await import('../consequences/price/price-of.ts');
  return lookAhead(judged, (looking) => priceOf(judged, looking));
};

/**
 * Reserves what a call costs.
 * @throws {Stop} when it does not fit, its price is not known, or nobody knows what is left.
 */
export const spend = async (agreed: Agreed, spending: Spending): Promise<Reserved> => {
  const touched = touchedBy(agreed);
  const countingWith = (name: string | undefined, cents: number): Counting =>
    countingFor(agreed, spending, touched, { name, cents });
  if (!bills(agreed)) return { ...agreed, counting: countingWith(undefined, 0) };
  const price = agreed.stakes?.price ?? (await priceAhead(agreed));
  const unknown = refusalOfUnknown(agreed, price, spending);
  if (unknown) throw unknown;
  const priced = { ...agreed, stakes: { harm: agreed.stakes?.harm ?? null, price } };
  const addition = additionOf(agreed, price, touched);
  if (addition.cents === 0 && addition.makes === 0)
    return { ...priced, counting: countingWith(undefined, centsOf(price)) };
  const fit = await trying(agreed, spending, (budget) =>
    budget.reserve(spenderOf(agreed, spending), {
      ...addition,
      trace: touched.does === 'makes' ? touched.trace : null,
    }),
  );
  if (fit.short) throw new Stop(overBudget(fit.short, addition.cents), agreed.decision);
  return { ...priced, counting: countingWith(fit.name, addition.cents) };
};
