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
  const { road, decision } = judged;
  const [over, done] = [new AbortController(), new AbortController()];
  void road.clock.sleep(longestLook, done.signal).then(
    () => over.abort(),
    () => {},
  );
  try {
    const looking = lookingFor(judged, over.signal);
    // Read when somebody has to be asked: most calls need neither.
    const [harm, price] = await Promise.all([
      decision.effect === 'destroy'
        ? import('../consequences/blast/blast-radius-of.ts').then(({ blastRadiusOf }) =>
            blastRadiusOf(judged, looking, () => road.clock.now()),
          )
        : null,
      bills(judged)
        ? import('../consequences/price/price-of.ts').then(({ priceOf }) =>
            priceOf(judged, looking),
          )
        : null,
    ]);
    return { harm, price };
  } finally {
    done.abort();
  }
};
