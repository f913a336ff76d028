// Fifth step: what is about to be sent is put on record. It cannot be left out: only what has a receipt is sent.
import type { Agreed, Intended, Receipt } from './stages.ts';

/** What cannot be recorded is not done: whatever the recorder throws ends the call. */
export const recordIntent = async (agreed: Agreed): Promise<Intended> => {
  await agreed.road.recorder.intent(agreed);
  return { ...agreed, intent: {} as Receipt<'intent'> };
};
