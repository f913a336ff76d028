// Spends from the budget of whoever calls: reserves what a call costs, and tells the budget what became of it.

import { budgetUnreachable, overBudget, priceUnknown } from '../advice/over-budget.ts';
import type { Budget, Fit, Spender } from '../budget/budget.ts';
import { centsIn } from '../budget/left.ts';
import { makesOf, type Touched, thingAt, thingsIn, touchedBy } from '../budget/touched.ts';
import type { Price } from '../consequences/price.ts';
import type { Spending } from '../guard/spending.ts';
import { lookAhead } from './foresee.ts';
import { asPolicy } from './policy-reads.ts';
import { shownBudget } from './shown-budget.ts';
import type { Agreed, Counting, Judged, Reserved } from './stages.ts';
import { Stop } from './stop.ts';
import { bills } from './whether-to-ask.ts';

const spenderOf = ({ caller }: Judged, spending: Spending): Spender => ({
  spending,
  account: caller.account.id,
});

/** What a call adds; less than nothing where it lowers. */
const centsOf = ({ monthlyUsd }: Price): number => centsIn(monthlyUsd ?? 0);

const wishOf = (judged: Judged, price: Price) => ({
  cents: Math.max(0, centsOf(price)),
  makes: makesOf(judged),
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
  const wish = wishOf(judged, price);
  const { left, short } = await trying(judged, spending, (budget) => budget.fit(spending, wish));
  const unknown = refusalOfUnknown(judged, price, spending);
  if (unknown) return { stop: unknown, left };
  const stop = short && new Stop(overBudget(short, wish.cents), judged.decision);
  return { stop, left };
};

const priceAhead = async (judged: Judged): Promise<Price> => {
  const { priceOf } = await import('../consequences/price/price-of.ts');
  return lookAhead(judged, (looking) => priceOf(judged, looking));
};

/** The thing that a read or a deletion is about: of anything else, a 404 tells nothing. */
const subjectOf = ({ tool, request }: Judged): string | undefined => {
  const { method, path } = tool.endpoint;
  return (method === 'GET' || method === 'DELETE') && path.endsWith('}')
    ? thingAt(request.path)
    : undefined;
};

/** Tells the budget what becomes of a call. */
const countingFor = (
  judged: Judged,
  spending: Spending,
  touched: Touched,
  reserved: { readonly name: string | undefined; readonly cents: number },
): Counting => {
  const { road, tool } = judged;
  const spender = spenderOf(judged, spending);
  const { name, cents } = reserved;
  let stage: 'unsent' | 'sent' | 'settled' = 'unsent';
  const told = async (tell: (budget: Budget) => Promise<void>): Promise<void> => {
    stage = 'settled';
    // Whatever cannot be written now is owed, and stays counted until it is.
    await road.budget().then(tell, () => undefined);
  };
  return {
    sent: () => {
      stage = 'sent';
    },
    unsent: async () => {
      if (stage === 'unsent' && name !== undefined) await told((budget) => budget.giveBack(name));
    },
    done: async (body) =>
      told(async (budget) => {
        if (name !== undefined) await budget.settle(name, thingsIn(judged, touched, body));
        if (touched.does === 'ends') await budget.end(touched.thing);
        if (touched.does === 'may_end') await budget.doubt(spender);
        if (touched.does === 'changes' && cents < 0)
          await budget.lower(spender, touched.thing, -cents);
      }),
    failed: async ({ mayHaveHappened, status, speaker }) => {
      if (stage === 'settled') return;
      const subject = status === 404 && speaker === 'api' ? subjectOf(judged) : undefined;
      await told(async (budget) => {
        if (name !== undefined && !mayHaveHappened) await budget.giveBack(name);
        if (subject !== undefined) await budget.missing(spender, subject);
        if (mayHaveHappened && (touched.does === 'ends' || touched.does === 'may_end'))
          await budget.doubt(spender);
      });
    },
    left: async () => {
      if (touched.does === 'nothing' || tool.endpoint.effect === 'read') return undefined;
      const budget = await road.budget();
      return budget.fit(spending, { cents: 0, makes: 0 }).then(
        ({ left }) => shownBudget(left),
        () => undefined,
      );
    },
  };
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
  const wish = wishOf(agreed, price);
  if (wish.cents === 0 && wish.makes === 0)
    return { ...priced, counting: countingWith(undefined, centsOf(price)) };
  const fit = await trying(agreed, spending, (budget) =>
    budget.reserve(spenderOf(agreed, spending), {
      ...wish,
      thing: touched.does === 'changes' ? touched.thing : null,
      trace: touched.does === 'makes' ? touched.trace : null,
    }),
  );
  if (fit.short) throw new Stop(overBudget(fit.short, wish.cents), agreed.decision);
  return { ...priced, counting: countingWith(fit.name, wish.cents) };
};
