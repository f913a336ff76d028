// Fifth step: what is about to be sent is put on record. It cannot be left out: only what has a receipt is sent.
import type { Intended, Prepared, Receipt } from './stages.ts';

/** What cannot be recorded is not done: whatever the recorder throws ends the call. */
export const recordIntent = async (prepared: Prepared): Promise<Intended> => {
  const onRecord = await prepared.road.recorder.intent(prepared);
  return {
    ...prepared,
    intent: {} as Receipt<'intent'>,
    ...(onRecord !== undefined && { onRecord }),
  };
};
