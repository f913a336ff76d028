// The budget of a caller as it stands, for what tells of the account: what is held is looked at before.
import type { Answer } from '../../tools/answer/answer.ts';
import { nothing } from '../budget/budget.ts';
import { lookAhead } from './foresee.ts';
import { asPolicy } from './policy-reads.ts';
import { shownBudget } from './shown-budget.ts';
import type { Asked } from './stages.ts';

/** What is left; undefined where there is no budget. Never throws. */
export const budgetNow = async (
  call: Pick<Asked, 'road' | 'caller' | 'context'>,
): Promise<Answer | undefined> => {
  const { road, caller } = call;
  const { budget: spending } = caller.selection;
  if (!spending) return undefined;
  try {
    const budget = await road.budget();
    const spender = { spending, account: caller.account.id };
    await lookAhead({ ...call, caller: asPolicy(caller) }, (looking) =>
      budget.lookAgain(spender, looking),
    );
    const { left } = await budget.fit(spending, nothing);
    return shownBudget(left);
  } catch (error) {
    road.log.warn({ error, caller: caller.id }, 'the budget cannot be read or written');
    return { unknown: 'what is left cannot be read now; what bills is refused until it can' };
  }
};
