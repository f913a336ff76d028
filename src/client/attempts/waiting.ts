// How long to wait before the next attempt, where chance has a say in it.
import type { Random } from '../../ports.ts';
import type { ClientLimits } from '../limits.ts';

/** A wait drawn evenly from nothing up to a bound that doubles with each attempt (the first is 1). */
export const fullJitter = (
  attempt: number,
  limits: Pick<ClientLimits, 'backoffMs' | 'backoffMostMs'>,
  random: Random,
): number =>
  random() * Math.min(limits.backoffMostMs, limits.backoffMs * 2 ** Math.min(attempt - 1, 30));

/** A prescribed wait, a little stretched, so that many waiting callers do not come back in the same instant. */
export const spread = (milliseconds: number, random: Random): number =>
  milliseconds + random() * Math.min(1000, 100 + milliseconds / 10);
