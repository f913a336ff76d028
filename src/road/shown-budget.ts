// What is left of a budget, as an answer and a question tell it.
import type { Answer } from '../../tools/answer/answer.ts';
import type { Left } from '../budget/left.ts';
import { saidUsd } from '../consequences/price/money.ts';

const dollars = (cents: number): number => cents / 100;

const shownBound = ({ money, creates }: Left): Answer => ({
  ...(money && {
    max_monthly_usd: dollars(money.most),
    held_monthly_usd: dollars(money.held),
    left_monthly_usd: dollars(money.left),
  }),
  ...(creates && {
    max_creates_per_hour: creates.most,
    left_creates: creates.left,
  }),
});

/** The bounds of whoever calls, and beside them those of all together. */
export const shownBudget = (left: readonly Left[]): Answer => {
  const own = left.find(({ whose }) => whose === 'own');
  const all = left.find(({ whose }) => whose === 'all');
  return { ...(own && shownBound(own)), ...(all && { whole_server: shownBound(all) }) };
};

const sentenceOf = ({ whose, money, creates }: Left): string => {
  const parts = [
    ...(money
      ? [`${saidUsd(dollars(money.left))} of ${saidUsd(dollars(money.most))} a month`]
      : []),
    ...(creates ? [`${creates.left} of ${creates.most} things an hour`] : []),
  ];
  return `Left of ${whose === 'own' ? 'its budget' : 'the budget of this server'} before this: ${parts.join(', ')}.`;
};

/** The same for a person, a line a bound. */
export const budgetLines = (left: readonly Left[]): readonly string[] => left.map(sentenceOf);
