// Shares the rates of one token between the principals that use it: nobody takes all, so that a newcomer finds some.
import type { Clock } from '../../ports.ts';
import type { Rate } from './rates.ts';
import { createSlidingLog, type SlidingLog } from './sliding-log.ts';

/** Who has taken how much of a token's rates in this process. */
export interface FairShare {
  /** Milliseconds until this principal may take one more; 0 when it may now. */
  waitMs(principal: string): number;
  took(principal: string): void;
}

/** Whoever holds a rate alone leaves a fifth of it; the next leaves a fifth of that, and so on. */
const partTaken = 4;
/** Principals that are remembered; beyond that the one that took longest ago is forgotten. */
const mostPrincipals = 500;

interface Logs {
  readonly rate: Rate;
  readonly all: SlidingLog;
  readonly own: Map<string, SlidingLog>;
}

const alone = (rate: Rate): readonly Rate[] => [rate];

/**
 * A principal may take one more of a rate while what it has taken within its span is less than four times what is left.
 * Rates of a few requests are not divided.
 */
export const createFairShare = (
  rates: readonly Rate[],
  clock: Pick<Clock, 'now'>,
  slackMs = 1000,
): FairShare => {
  const divided = rates.filter(({ most }) => most > partTaken);
  const logs = divided.map(
    (rate): Logs => ({ rate, all: createSlidingLog(alone(rate), slackMs), own: new Map() }),
  );
  return {
    waitMs: (principal) => {
      const now = clock.now();
      return logs.reduce((longest, { rate, all, own }) => {
        const mine = own.get(principal);
        const taken = mine?.count(now) ?? 0;
        if (!mine || taken < partTaken * (rate.most - all.count(now))) return longest;
        return Math.max(longest, mine.oldestLeavesMs(now));
      }, 0);
    },
    took: (principal) => {
      const now = clock.now();
      for (const { rate, all, own } of logs) {
        const mine = own.get(principal) ?? createSlidingLog(alone(rate), slackMs);
        own.delete(principal);
        own.set(principal, mine);
        const [oldest] = own.keys();
        if (own.size > mostPrincipals && oldest !== undefined) own.delete(oldest);
        mine.add(now);
        all.add(now);
      }
    },
  };
};
