// Looks ahead of a call, within bounds: what it would harm, and what it would cost.
import { createRedactor } from '../../tools/secrets/redaction.ts';
import type { Stakes } from '../consent/covers.ts';
import { type Lookout, longestLook } from '../consequences/look.ts';
import { lookingFor } from './look.ts';
import type { Built, Judged } from './stages.ts';
import { bills } from './whether-to-ask.ts';

/**
 * Looks around for one call, by its caller's rights; after `longestLook` nothing more is seen.
 * @param cleaned what is handed on of a body; by default all but credentials.
 */
export const lookAhead = async <Seen>(
  call: Pick<Built, 'road' | 'caller' | 'context'>,
  look: (looking: Lookout) => Promise<Seen>,
  cleaned?: (body: unknown) => unknown,
): Promise<Seen> => {
  const [over, done] = [new AbortController(), new AbortController()];
  void call.road.clock.sleep(longestLook, done.signal).then(
    () => over.abort(),
    () => {},
  );
  try {
    // Who asks for less is not to hide from a person what hangs on a thing.
    const caller = call.caller.unnarrowed ?? call.caller;
    return await look(lookingFor({ ...call, caller }, over.signal, cleaned));
  } finally {
    done.abort();
  }
};

/**
 * What things are called may hold a credential, and what is at stake is kept, shown and recorded in many places.
 * Only texts are touched: whatever it is stays what it is.
 */
const withoutSecrets = <Told>(told: Told): Told => createRedactor(undefined).redact(told) as Told;

/** Finds out what is at stake in a call. */
export type StakesOf = (looking: Lookout) => Promise<Stakes>;

/**
 * Makes ready to find out what is at stake. What that takes is read when somebody wants to know, since most calls need
 * neither, and before the time for looking begins.
 */
export const stakesOf = async (judged: Judged): Promise<StakesOf> => {
  const { decision, road } = judged;
  const [harm, price] = await Promise.all([
    decision.effect === 'destroy' ? import('../consequences/blast/blast-radius-of.ts') : null,
    bills(judged) ? import('../consequences/price/price-of.ts') : null,
  ]);
  return async (looking) => {
    const [harmed, priced] = await Promise.all([
      harm?.blastRadiusOf(judged, looking, () => road.clock.now()),
      price?.priceOf(judged, looking),
    ]);
    return withoutSecrets({ harm: harmed ?? null, price: priced ?? null });
  };
};

/** What reads tell about a call before it is sent; takes `longestLook` at most. */
export const foresee = async (judged: Judged): Promise<Stakes> =>
  lookAhead(judged, await stakesOf(judged));
