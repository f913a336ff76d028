// Third step: the judge decides; what is allowed goes on with its decision and a permit to be sent.

import { refusedByGuard } from '../advice/never-sent.ts';
import { ApiCall } from '../guard/permit.ts';
import type { Built, Judged } from './stages.ts';
import { Stop } from './stop.ts';

/** @throws {Stop} when a rule refuses the call. */
export const judge = async (built: Built): Promise<Judged> => {
  const { tool, given, request } = built;
  // What the caller may do is asked for with every call: rights may have changed since the last one.
  const guard = await built.caller.guard();
  const { decision, permit } = await ApiCall.ask(guard, { tool, given, request });
  if (permit) return { ...built, guard, decision, permit };
  const { verdict } = decision;
  if (verdict.answer === 'allowed') throw new Error('a call was allowed, and got no permit');
  throw new Stop(refusedByGuard(verdict), decision);
};
