// What bills and has no price that is known.
import type { Price } from '../price.ts';

/** @param notPriced what it is, without a full stop. */
export const unpriced = (notPriced: string): Price => ({
  monthlyUsd: null,
  notPriced: [notPriced],
  of: [],
});
