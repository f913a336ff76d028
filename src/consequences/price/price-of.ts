// Prices a call, as far as DigitalOcean's API tells prices.
import { loadBills } from '../../../scope-map/bills.ts';
import type { Charge } from '../../../scope-map/endpoint/bill.ts';
import { isTrueOf } from '../../../tools/request/when.ts';
import type { Arguments, Tool } from '../../../tools/tool/tool.ts';
import type { Looking } from '../look.ts';
import type { Price } from '../price.ts';
import { priceOfCharge } from './charge.ts';
import { roundedUsd } from './money.ts';

/** A call as it was judged. */
export interface PricedCall {
  readonly tool: Tool;
  readonly given: Arguments;
  readonly decision: { readonly cost: 'none' | 'starts' | 'raises' | 'stops' };
}

const free: Price = { monthlyUsd: 0, notPriced: [], of: [] };

const undeclared = 'what this call adds to the bill';

/** What a call adds to the bill; free where the judge says that it starts and raises nothing. Never throws. */
export const priceOf = async (
  { tool, given, decision }: PricedCall,
  looking: Looking,
): Promise<Price> => {
  if (decision.cost !== 'starts' && decision.cost !== 'raises') return free;
  const bills = await loadBills(tool.endpoint.area);
  const charges: readonly Charge[] = (bills[tool.endpoint.id] ?? []).filter(
    ({ when }) => when === undefined || isTrueOf(when, given),
  );
  if (charges.length === 0) return { monthlyUsd: null, notPriced: [undeclared], of: [] };
  const parts = await Promise.all(charges.map((charge) => priceOfCharge(charge, given, looking)));
  const priced = parts.flatMap(({ monthlyUsd }) => monthlyUsd ?? []);
  return {
    monthlyUsd: priced.length === 0 ? null : roundedUsd(priced.reduce((sum, usd) => sum + usd, 0)),
    notPriced: [...new Set(parts.flatMap(({ notPriced }) => notPriced))],
    of: parts.flatMap(({ of }) => of),
  };
};
