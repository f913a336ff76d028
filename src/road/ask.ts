// Fourth step: what destroys, discloses or bills waits for a person. Consent is the person's alone: nothing that a model
// could send along replaces it.
import { Brought } from './brought.ts';
import type { Agreed, Judged } from './stages.ts';
import { NeedsPerson } from './stop.ts';
import { asksNobody, mayNeedPerson } from './whether-to-ask.ts';

/**
 * Goes on with what needs no person, or has one's consent.
 * @throws {NeedsPerson} when a person may be reached, but not on the way by which the call came.
 * @throws {Stop} when nobody has agreed: not yet, or not at all.
 */
export const ask = async (judged: Judged): Promise<Agreed> => {
  const { person } = judged;
  if (!mayNeedPerson(judged)) return { ...judged, consent: { kind: 'not_needed' }, stakes: null };
  if (asksNobody(judged)) return { ...judged, consent: { kind: 'waived' }, stakes: null };
  // Before anything is read: whoever comes the long way reads it then.
  if (person.kind === 'elsewhere') throw new NeedsPerson(new Brought(judged.found));
  // Most calls need nobody, and wait for none of this to be loaded.
  return (await import('./ask-person.ts')).askPerson(judged);
};
