// Looks ahead of a call, within bounds: what it would harm, and what it would cost.
import type { Stakes } from '../consent/covers.ts';
import { longestLook } from '../consequences/look.ts';
import { lookingFor } from './look.ts';
import type { Judged } from './stages.ts';

/** Whether a call may put something on the bill. */
export const bills = ({ decision: { cost } }: Pick<Judged, 'decision'>): boolean =>
  cost === 'starts' || cost === 'raises';

/** What reads tell about a call before it is sent; takes `longestLook` at most. */
export const foresee = async (judged: Judged): Promise<Stakes> => {
  const { road, decision, tool } = judged;
  const [over, done] = [new AbortController(), new AbortController()];
  void road.clock.sleep(longestLook, done.signal).then(
    () => over.abort(),
    () => {},
  );
  try {
    const looking = lookingFor(judged, over.signal);
    void looking;
    const harm =
      decision.effect === 'destroy'
        ? {
            sentence: decision.why.join(', and '),
            hanging: [],
            unknown: ['what hangs on it'],
            name: null,
            destroyed: null,
            losesData: true,
            monthlyUsd: null,
          }
        : null;
    const price = bills(judged)
      ? { monthlyUsd: null, notPriced: [`what ${tool.name} costs`], of: [] }
      : null;
    return { harm, price };
  } finally {
    done.abort();
  }
};
