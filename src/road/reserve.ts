// Fifth step: what a call costs is reserved in the budget of whoever calls, before anything is sent. Most callers have none.
import type { Agreed, Reserved } from './stages.ts';

/**
 * Goes on with a call that fits into the budget, or has none.
 * @throws {Stop} when it does not fit, its price is not known, or nobody knows what is left.
 */
export const reserve = async (agreed: Agreed): Promise<Reserved> => {
  const { budget: spending } = agreed.caller.selection;
  if (!spending) return { ...agreed, counting: undefined };
  return (await import('./spend.ts')).spend(agreed, spending);
};
