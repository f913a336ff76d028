// Tells the budget of whoever calls what becomes of a call: that it was done, that it was not, or that nobody knows.
import { type Budget, nothing, type Spender } from '../budget/budget.ts';
import { type Touched, thingAt, thingsIn } from '../budget/touched.ts';
import type { Spending } from '../guard/spending.ts';
import { shownBudget } from './shown-budget.ts';
import type { Counting, Judged } from './stages.ts';

/** Who spends with a call. */
export const spenderOf = ({ caller }: Judged, spending: Spending): Spender => ({
  spending,
  account: caller.account.id,
});

/** The thing that a read or a deletion is about: of anything else, a 404 tells nothing. */
const subjectOf = ({ tool, request }: Judged): string | undefined => {
  const { method, path } = tool.endpoint;
  return (method === 'GET' || method === 'DELETE') && path.endsWith('}')
    ? thingAt(request.path)
    : undefined;
};

/**
 * What is told of one call.
 * @param reserved under which name its price is reserved, if it is; what it adds, less than nothing where it lowers.
 */
export const countingFor = (
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
    said: ({ mayHaveHappened }) =>
      name !== undefined && mayHaveHappened
        ? 'What it would cost stays reserved in the budget until it is known what became of it.'
        : undefined,
    left: async () => {
      if (touched.does === 'nothing' || tool.endpoint.effect === 'read') return undefined;
      const budget = await road.budget();
      return budget.fit(spending, nothing).then(
        ({ left }) => shownBudget(left),
        () => undefined,
      );
    },
  };
};
