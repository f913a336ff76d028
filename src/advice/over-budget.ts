// What a model reads when its call does not fit into the budget that the owner has set.
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import type { Shortfall, Whose } from '../budget/left.ts';
import { saidUsd } from '../consequences/price/money.ts';

const whoseBudget = (whose: Whose): string =>
  whose === 'own' ? 'the budget of this agent' : 'the budget of this server';

const askOwner = (whose: Whose, setting: string): string =>
  `ask the owner of this server to raise ${setting}${whose === 'own' ? ' of this agent' : ' at the top'} in the policy`;

const inTime = (seconds: number): string =>
  seconds < 120 ? `${seconds} seconds` : `${Math.ceil(seconds / 60)} minutes`;

/**
 * A call that costs more than is left, or makes more than may be made in an hour.
 * @param cents what it would cost a month.
 */
export const overBudget = (short: Shortfall, cents: number): ErrorAnswer => {
  switch (short.kind) {
    case 'money':
      return errorAnswer({
        code: 'over_budget',
        message: `This would cost ${saidUsd(cents / 100)} a month, and of ${whoseBudget(short.whose)}, ${saidUsd(short.most / 100)} a month, ${saidUsd(short.left / 100)} is left. Nothing was sent.`,
        next: `Delete something that you made and that is not needed any more (account_inventory lists what costs), make fewer or choose something smaller, as far as what is left goes, or tell the user: they can ${askOwner(short.whose, 'max_monthly_usd')}.`,
      });
    case 'creates':
      return errorAnswer({
        code: 'too_many_creates',
        message: `${short.whose === 'own' ? 'This agent' : 'Whoever calls this server'} may make ${short.most} things that cost within an hour, and ${short.left} of these are left. Nothing was sent.`,
        ...(short.wait !== null && { retryAfterSeconds: short.wait }),
        next: `${short.wait === null ? 'Make fewer with one call' : `Go on in ${inTime(short.wait)}`}, or tell the user: they can ${askOwner(short.whose, 'max_creates_per_hour')}. If the same is made again and again, stop and say so.`,
      });
    case 'full':
      return errorAnswer({
        code: 'over_budget',
        message:
          'More things are counted for the budgets of this server than it can count. Nothing was sent.',
        next: 'Delete what is not needed any more, or tell the user.',
      });
  }
};

/** A call of which nobody knows what it costs, where money is bounded. */
export const priceUnknown = ({ name }: Tool, notPriced: readonly string[]): ErrorAnswer =>
  errorAnswer({
    code: 'price_unknown',
    message: `There is a budget, and what this would cost is not known: ${notPriced.join('; ')}. Nothing was sent.`,
    next: `Leave out what has no known price, or tell the user: the owner of this server can let it through with a rule of the policy that allows ${name} (decision "allow").`,
  });

/** Nobody knows now what is left. */
export const budgetUnreachable = (): ErrorAnswer =>
  errorAnswer({
    code: 'budget_unreachable',
    message:
      'There is a budget, and what is left of it cannot be read or written now (Redis or the state folder of this server). Nothing was sent; what costs nothing goes on.',
    next: 'Call again in a minute. If it stays so, tell the user: the owner of this server finds the reason in its log.',
  });
