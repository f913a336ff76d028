// Whether a person is asked about a call, and why: by what it does, and by what is at stake.
import type { Stakes } from '../consent/covers.ts';
import type { Ruling } from '../guard/policy.ts';
import type { Judged } from './stages.ts';

/** Whether a call may put something on the bill. */
export const bills = ({ decision: { cost } }: Pick<Judged, 'decision'>): boolean =>
  cost === 'starts' || cost === 'raises';

/** What the owner's policy says; undefined where there is none, or it only watches. */
const rulingOn = ({ decision: { policy } }: Judged): Ruling | undefined =>
  policy?.observed ? undefined : policy;

/** Whether the owner's choice to ask nobody stands: what a policy asks about is asked all the same. */
export const asksNobody = (judged: Judged): boolean =>
  judged.road.confirm === 'never' && rulingOn(judged) === undefined;

/** Whether the call is one of those that a person is asked about; billing only from a sum on. */
export const mayNeedPerson = (judged: Judged): boolean => {
  const ruling = rulingOn(judged);
  if (ruling) return ruling.answer === 'ask';
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
  rulingOn(judged) === undefined && (isCheap(judged, stakes) || isIdle(judged, stakes));

/** Why a person is asked, in words without a full stop. */
export const whyOf = (judged: Judged, stakes: Stakes): string => {
  const { decision, tool } = judged;
  const ruling = rulingOn(judged);
  return [
    ...decision.why,
    ...(stakes.price ? [`${tool.name} adds to the bill`] : []),
    ...(ruling ? [`${ruling.reason} (policy: ${ruling.rule})`] : []),
  ].join(', and ');
};

/** Why a person is asked about a call of which this is at stake, in words without a full stop; undefined where nobody is. */
export const whyAsked = (judged: Judged, stakes: Stakes): string | undefined =>
  mayNeedPerson(judged) && !needsNobody(judged, stakes) ? whyOf(judged, stakes) : undefined;
