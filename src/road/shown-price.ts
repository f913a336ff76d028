// The price of a call, as an answer tells it.
import type { Answer } from '../../tools/answer/answer.ts';
import { hoursOfMonth } from '../consequences/hours-of-month.ts';
import type { Price } from '../consequences/price.ts';

/** In US dollars, by the month and by the hour. */
export const shownPrice = ({ monthlyUsd, notPriced, of }: Price): Answer => ({
  monthly_usd: monthlyUsd,
  ...(monthlyUsd !== null && {
    hourly_usd: Math.round((monthlyUsd / hoursOfMonth) * 100_000) / 100_000,
  }),
  ...(of.length > 0 && { of }),
  ...(notPriced.length > 0 && { not_priced: notPriced }),
});
