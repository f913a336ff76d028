// Sixth step: what is about to be sent is put on record. It cannot be left out: only what has a receipt is sent.
import type { Intended, Receipt, Remembered } from './stages.ts';

/** What cannot be recorded is not done: whatever the recorder throws ends the call. */
export const recordIntent = async (remembered: Remembered): Promise<Intended> => {
  const onRecord = await remembered.road.recorder.intent(remembered);
  return {
    ...remembered,
    intent: {} as Receipt<'intent'>,
    ...(onRecord !== undefined && { onRecord }),
  };
};
