// Somebody's rights as they stand at a time: without the grants and rules that have ended, with the pace of whoever calls.
import type { Pace } from '../../guard/policy.ts';
import type { Restriction } from '../../guard/selection.ts';
import type { Spending } from '../../guard/spending.ts';
import { inForce } from '../in-force.ts';
import { endsOf, inForceAt } from '../policy.ts';
import type { Rights } from './rights.ts';

/** The pace of somebody who may make so many calls a minute. */
export type PaceOf = (who: string, most: number) => Pace;

/** What somebody may have at a time. */
export const restrictionAt = (
  { restriction, policies, callsPerMinute }: Rights,
  now: number,
  paceOf: (most: number) => Pace,
  spending: Spending | undefined,
): Restriction => ({
  ...restriction,
  ...(policies.length > 0 && { policy: inForce(policies.map((one) => inForceAt(one, now))) }),
  ...(callsPerMinute !== undefined && { pace: paceOf(callsPerMinute) }),
  ...(spending && { budget: spending }),
});

/** When these rights are next other than they are now; infinity where never. */
export const nextChange = (rights: readonly Rights[], now: number): number =>
  Math.min(
    Number.POSITIVE_INFINITY,
    ...rights.flatMap(({ policies }) => policies.flatMap(endsOf)).filter((end) => end > now),
  );
