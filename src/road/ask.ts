// Fourth step: what destroys or discloses waits for a person. Consent is the person's alone: nothing that a model could
// send along replaces it.

import { refusedWithoutConsent } from '../advice/never-sent.ts';
import type { Decision } from '../guard/decision.ts';
import { secretPlaces } from '../guard/disclosure.ts';
import type { Agreed, Judged } from './stages.ts';
import { NeedsPerson, Stop } from './stop.ts';

/** Why a person has to be asked about a call; undefined when nobody has to. */
export const questionAbout = ({ effect, discloses, why }: Decision): string | undefined =>
  effect === 'destroy' || discloses !== 'nothing' ? why.join(', and ') : undefined;

/** The fields without which the call would disclose nothing; none where that is not all that stands against it. */
const avoidable = ({ tool, decision }: Judged): readonly string[] => {
  const { discloses } = tool.endpoint;
  const canLeaveOut = decision.effect !== 'destroy' && 'fields' in tool.inputSchema.properties;
  return discloses && canLeaveOut && !discloses.only ? secretPlaces(discloses) : [];
};

/**
 * Today nobody can be asked, so what needs a person is refused. Whoever asks one has all that it takes here: the
 * caller, the tool, the built request, the decision, and how the client reaches its person.
 * @throws {NeedsPerson} when a person may be reached, but not on the way by which the call came.
 * @throws {Stop} when nobody can be asked.
 */
export const ask = async (judged: Judged): Promise<Agreed> => {
  const { decision, person, road } = judged;
  const question = questionAbout(decision);
  if (question === undefined) return { ...judged, consent: 'not_needed' };
  if (road.confirm === 'never') return { ...judged, consent: 'waived' };
  if (person === 'elsewhere') throw new NeedsPerson();
  throw new Stop(refusedWithoutConsent(question, avoidable(judged)), decision);
};
