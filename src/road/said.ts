// Calls that lead to no request: a name that means nothing, or a finder that tells instead of calling.
import { calledTooOften } from '../advice/never-sent.ts';
import { type Outcome, written } from './call-tool.ts';
import type { CallRoad, Shaped, Stray } from './stages.ts';

/** The answer to such a call. What was refused is on record like any other refusal. */
export const said = async (
  road: CallRoad,
  stray: Omit<Stray, 'result'>,
  shaped: Shaped,
): Promise<Outcome> => {
  const wait = await stray.caller.selection.pace?.take();
  const told: Shaped = wait === undefined ? shaped : { ok: false, answer: calledTooOften(wait) };
  if (!told.ok) await road.recorder.stray({ ...stray, result: told.answer.error.code });
  return written(stray.caller, told);
};
