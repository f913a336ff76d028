// Third step: the judge decides; what is allowed goes on with its decision and a permit to be sent.

import { changesStopped, refusedByFinder, refusedByGuard } from '../advice/never-sent.ts';
import type { Decision } from '../guard/decision.ts';
import { ApiCall } from '../guard/permit.ts';
import { finderFor, type Through } from '../menu/finders/finder-tools.ts';
import type { Brought } from './brought.ts';
import type { Built, Judged } from './stages.ts';
import { Stop } from './stop.ts';

/** The finder that this call belongs to: what it does with these arguments counts, not what the tool usually does. */
const fitting = ({ effect, discloses }: Decision): Through => {
  if (effect === 'destroy') return 'destroy';
  return effect === 'read' && discloses === 'nothing' ? 'read' : 'write';
};

const fits = (decision: Decision, through: Through): boolean => {
  const belongs = fitting(decision);
  // Whoever may destroy may change; a change that destroys nothing needs no more than its own finder.
  return (
    belongs === through ||
    (through === 'destroy' ? decision.effect !== 'read' : through === 'write' && belongs === 'read')
  );
};

/** The owner's switch is asked with every change: it may have been turned a moment ago. */
const refuseWhileStopped = async ({ road }: Built, decision: Decision): Promise<void> => {
  const pulled = await road.brake.pulled();
  if (pulled) throw new Stop(changesStopped(pulled), decision);
};

/**
 * @param brought what was read for the policy by the same call a moment ago; absent: it is read.
 * @throws {Stop} when a rule refuses the call, or it came by a way that is not for calls of its kind.
 */
export const judge = async (built: Built, brought?: Brought): Promise<Judged> => {
  const { tool, given, request } = built;
  // What the caller may do is asked for with every call: rights may have changed since the last one.
  const guard = await built.caller.guard();
  const { policy } = guard.selection;
  const toldTo = policy && (await import('./policy-reads.ts'));
  const found = brought ? brought.found : toldTo && (await toldTo.findOut(built, guard));
  const { decision, permit } = await ApiCall.ask(guard, { tool, given, request, found });
  if (permit) {
    const { through } = built;
    if (through !== undefined && !fits(decision, through))
      throw new Stop(
        refusedByFinder(tool, finderFor(through), finderFor(fitting(decision))),
        decision,
      );
    if (decision.effect !== 'read') await refuseWhileStopped(built, decision);
    const shows = toldTo?.shownTo(built, guard, found);
    return { ...built, guard, decision, permit, found, ...(shows && { shows }) };
  }
  const { verdict } = decision;
  if (verdict.answer === 'allowed') throw new Error('a call was allowed, and got no permit');
  throw new Stop(refusedByGuard(verdict), decision);
};
