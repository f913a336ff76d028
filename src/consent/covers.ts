// Whether an approval still covers a call: what it would harm and cost may have grown since a person was asked.
import type { BlastRadius, HangingThing } from '../consequences/blast-radius.ts';
import type { Price } from '../consequences/price.ts';

/** What a person was told, and what would happen now. */
export interface Stakes {
  readonly harm: BlastRadius | null;
  readonly price: Price | null;
}

/** Null stands for more than can be counted. */
const isMore = (now: number | null, then: number | null): boolean =>
  then !== null && (now === null || now > then);

const isNew = (now: readonly string[], then: readonly string[]): boolean =>
  now.some((one) => !then.includes(one));

const isHarmed = ({ fate }: HangingThing): boolean => fate !== 'stays';

const hasMoreHarmed = (now: BlastRadius, then: BlastRadius): boolean =>
  now.hanging.filter(isHarmed).some((thing) => {
    const before = then.hanging.find(
      ({ kind, fate }) => kind === thing.kind && fate === thing.fate,
    );
    return before === undefined || isMore(thing.count, before.count);
  });

const harmHasGrown = (now: BlastRadius | null, then: BlastRadius | null): boolean => {
  if (now === null) return false;
  if (then === null) return true;
  return (
    now.name !== then.name ||
    isMore(now.destroyed, then.destroyed) ||
    (now.losesData && !then.losesData) ||
    isMore(now.monthlyUsd, then.monthlyUsd) ||
    isNew(now.unknown, then.unknown) ||
    hasMoreHarmed(now, then)
  );
};

/** Below this, two prices are the same, in dollars a month: sums of fractions differ in their last digits. */
const smallest = 0.01;

const priceHasGrown = (now: Price | null, then: Price | null): boolean => {
  if (now === null) return false;
  if (then === null) return true;
  return (
    (now.monthlyUsd ?? 0) > (then.monthlyUsd ?? 0) + smallest ||
    isNew(now.notPriced, then.notPriced)
  );
};

/** Whether what a person agreed to then is at least what would happen now. */
export const covers = (then: Stakes, now: Stakes): boolean =>
  !harmHasGrown(now.harm, then.harm) && !priceHasGrown(now.price, then.price);
