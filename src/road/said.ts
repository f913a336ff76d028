// Calls that lead to no request: a name that means nothing, or a finder that tells instead of calling.
import { type Outcome, written } from './call-tool.ts';
import type { CallRoad, Shaped, Stray } from './stages.ts';

/** The answer to such a call. What was refused is on record like any other refusal. */
export const said = async (
  road: CallRoad,
  stray: Omit<Stray, 'result'>,
  shaped: Shaped,
): Promise<Outcome> => {
  if (!shaped.ok) await road.recorder.stray({ ...stray, result: shaped.answer.error.code });
  return written(stray.caller, shaped);
};
