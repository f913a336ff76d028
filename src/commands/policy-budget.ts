// What commands tell of the budgets in a file of agents, and of what is left of them.
import { join } from 'node:path';
import { keptLedger } from '../budget/kept-ledger.ts';
import type { Ledger } from '../budget/ledger.ts';
import { type Left, whatIsLeft } from '../budget/left.ts';
import { budgetRoom } from '../budget/open-budget.ts';
import type { Settings } from '../configuration/settings.ts';
import { saidUsd } from '../consequences/price/money.ts';
import { type Spending, spendingOf } from '../guard/spending.ts';
import { type AgentRights, purseOf } from '../http/authentication/agent-file.ts';
import { connectRedis } from '../redis/redis-connection.ts';
import { systemClock } from '../system.ts';

/** The bounds of an agent; undefined where there are none. */
export const spendingIn = ({ name, limits, allLimits }: AgentRights): Spending | undefined =>
  spendingOf(purseOf(name), limits, allLimits);

/** The bounds in a few words, such as "$50 a month, 10 things an hour". */
export const boundsInWords = ({ own, all }: Spending): string =>
  [own, all]
    .flatMap((limits) => [
      ...(limits?.maxMonthlyUsd !== undefined ? [`${saidUsd(limits.maxMonthlyUsd)} a month`] : []),
      ...(limits?.maxCreatesPerHour !== undefined
        ? [`${limits.maxCreatesPerHour} things an hour`]
        : []),
    ])
    .join(', ');

const usd = (cents: number): string => saidUsd(cents / 100);

const textOf = ({ whose, money, creates }: Left): string => {
  const parts = [
    ...(money
      ? [
          `${usd(money.most)} a month, of which ${usd(money.held)} is used and ${usd(money.left)} left`,
        ]
      : []),
    ...(creates ? [`${creates.most} things that cost an hour, ${creates.left} left`] : []),
  ];
  return `Budget${whose === 'all' ? ' of the whole server' : ''}: ${parts.join('; ')}.`;
};

const ledgerOf = async ({ stateDir, redisUrl }: Settings): Promise<Ledger | null> => {
  const redis = redisUrl === null ? undefined : connectRedis({ url: redisUrl, clock: systemClock });
  try {
    return await keptLedger({ folder: join(stateDir, budgetRoom), redis });
  } catch {
    return null;
  } finally {
    await redis?.close();
  }
};

/** A sentence for each bound of an agent, with what is left of it; the ledger is read once, and only if it has to be. */
export const createBudgetTexts = (
  settings: Settings,
): ((agent: AgentRights) => Promise<readonly string[]>) => {
  let reading: Promise<Ledger | null> | undefined;
  return async (agent) => {
    const spending = spendingIn(agent);
    if (!spending) return [];
    reading ??= ledgerOf(settings);
    const ledger = await reading;
    return ledger === null
      ? [`Budget: ${boundsInWords(spending)}. What is left of it cannot be read here.`]
      : whatIsLeft(ledger, spending, systemClock.now()).map(textOf);
  };
};
