// Whether a person is asked about a call, and why: by what it does, and by what is at stake.
import type { Stakes } from '../consent/covers.ts';
import type { Judged } from './stages.ts';

/** Whether a call may put something on the bill. */
export const bills = ({ decision: { cost } }: Pick<Judged, 'decision'>): boolean =>
  cost === 'starts' || cost === 'raises';

/** Whether the call is one of those that a person is asked about; billing only from a sum on. */
export const mayNeedPerson = (judged: Judged): boolean => {
  const { effect, discloses } = judged.decision;
  const isGrave = effect === 'destroy' || discloses !== 'nothing';
  return isGrave || (judged.road.confirm !== 'destroy' && bills(judged));
};

/** What is cheap is not asked about: who is asked about everything looks at nothing. */
const isCheap = ({ decision, road }: Judged, { price }: Stakes): boolean =>
  decision.effect !== 'destroy' &&
  decision.discloses === 'nothing' &&
  price !== null &&
  price.notPriced.length === 0 &&
  (price.monthlyUsd ?? 0) < road.confirmAbove;

/** What could take something away, and takes nothing: the reads have shown that there is nothing of it. */
const isIdle = ({ decision }: Judged, { harm, price }: Stakes): boolean =>
  decision.discloses === 'nothing' && harm?.takesNothing === true && price === null;

/** Whether what is at stake is so little that nobody is asked. */
export const needsNobody = (judged: Judged, stakes: Stakes): boolean =>
  isCheap(judged, stakes) || isIdle(judged, stakes);

/** Why a person is asked, in words without a full stop. */
export const whyOf = ({ decision, tool }: Judged, stakes: Stakes): string =>
  [...decision.why, ...(stakes.price ? [`${tool.name} adds to the bill`] : [])].join(', and ');

/** Why a person is asked about a call of which this is at stake, in words without a full stop; undefined where nobody is. */
export const whyAsked = (judged: Judged, stakes: Stakes): string | undefined =>
  mayNeedPerson(judged) && !needsNobody(judged, stakes) ? whyOf(judged, stakes) : undefined;
