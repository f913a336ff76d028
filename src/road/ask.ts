// Fourth step: what destroys, discloses or bills waits for a person. Consent is the person's alone: nothing that a model
// could send along replaces it.
import {
  fullOfQuestions,
  questionNotKept,
  refusedByPerson,
  unasked,
  waitsForPerson,
} from '../advice/consent.ts';
import { covers, type Stakes } from '../consent/covers.ts';
import type { Asking } from '../consent/desk.ts';
import type { Person } from '../consent/person.ts';
import type { Entry } from '../consent/question.ts';
import { secretPlaces } from '../guard/disclosure.ts';
import { bills, foresee } from './foresee.ts';
import { judge } from './judge.ts';
import type { Agreed, Judged } from './stages.ts';
import { NeedsPerson, Stop } from './stop.ts';
import { subjectOf } from './subject.ts';

/** The fields without which the call would disclose nothing; none where that is not all that stands against it. */
const avoidable = ({ tool, decision }: Judged): readonly string[] => {
  const { discloses } = tool.endpoint;
  const canLeaveOut = decision.effect !== 'destroy' && 'fields' in tool.inputSchema.properties;
  return discloses && canLeaveOut && !discloses.only ? secretPlaces(discloses) : [];
};

/** Whether the call is one of those that a person is asked about; billing only from a sum on. */
const mayNeedPerson = (judged: Judged): boolean => {
  const { effect, discloses } = judged.decision;
  const isGrave = effect === 'destroy' || discloses !== 'nothing';
  return isGrave || (judged.road.confirm !== 'destroy' && bills(judged));
};

/** What is cheap is not asked about: who is asked about everything looks at nothing. */
const isCheap = ({ decision, road }: Judged, { price }: Stakes): boolean =>
  decision.effect !== 'destroy' &&
  decision.discloses === 'nothing' &&
  price !== null &&
  price.notPriced.length === 0 &&
  (price.monthlyUsd ?? 0) < road.confirmAbove;

/** What could take something away, and takes nothing: the reads have shown that there is nothing of it. */
const isIdle = ({ decision }: Judged, { harm, price }: Stakes): boolean =>
  decision.discloses === 'nothing' && harm?.takesNothing === true && price === null;

const needsNobody = (judged: Judged, stakes: Stakes): boolean =>
  isCheap(judged, stakes) || isIdle(judged, stakes);

const whyOf = ({ decision, tool }: Judged, stakes: Stakes): string =>
  [...decision.why, ...(stakes.price ? [`${tool.name} adds to the bill`] : [])].join(', and ');

/** Why a person is asked about a call of which this is at stake, in words without a full stop; undefined where nobody is. */
export const whyAsked = (judged: Judged, stakes: Stakes): string | undefined =>
  mayNeedPerson(judged) && !needsNobody(judged, stakes) ? whyOf(judged, stakes) : undefined;

const stopFor = (judged: Judged, asking: Exclude<Asking, { how: 'given' }>, why: string): Stop => {
  const { decision, road } = judged;
  switch (asking.how) {
    case 'denied':
      return new Stop(refusedByPerson(asking.entry), decision, { asked: asking.entry });
    case 'waits':
      return new Stop(
        waitsForPerson(asking.entry, road.whereToAnswer(asking.entry.question), avoidable(judged)),
        decision,
        { asked: asking.entry },
      );
    case 'form':
      return new Stop(
        waitsForPerson(asking.entry, road.whereToAnswer(asking.entry.question), []),
        decision,
        { asked: asking.entry, form: asking.form },
      );
    case 'full':
      return new Stop(fullOfQuestions(), decision);
    case 'nobody':
      return new Stop(unasked(why, avoidable(judged)), decision);
  }
};

/** How long what was looked at counts as it was, in milliseconds. */
const unchangedFor = 1_000;

/** The approval of a person. @throws {Stop} when there is none. */
const consentOf = async (judged: Judged, stakes: Stakes, person: Person): Promise<Entry> => {
  const { road, decision } = judged;
  const subject = subjectOf(judged, stakes, whyOf(judged, stakes));
  // While a person thinks, the caller's place is free for its other calls.
  const waiting = judged.context.sleeping ?? ((nap) => nap());
  const asking = await waiting(async () => (await road.desk()).consentTo(subject, person)).catch(
    (error: unknown) => {
      road.log.warn({ error, tool: judged.tool.name }, 'a question could not be kept');
      throw new Stop(questionNotKept(), decision);
    },
  );
  if (asking.how !== 'given') throw stopFor(judged, asking, subject.why);
  return asking.entry;
};

const agreed = (judged: Judged, stakes: Stakes, { question, answer }: Entry): Agreed => {
  if (answer === null) throw new Error('a call was let through without an answer');
  const { door, by, at } = answer;
  return { ...judged, consent: { kind: 'given', question: question.id, door, by, at }, stakes };
};

/**
 * Goes on with what needs no person, or has one's consent.
 * @throws {NeedsPerson} when a person may be reached, but not on the way by which the call came.
 * @throws {Stop} when nobody has agreed: not yet, or not at all.
 */
export const ask = async (judged: Judged): Promise<Agreed> => {
  const { person, road } = judged;
  if (!mayNeedPerson(judged)) return { ...judged, consent: { kind: 'not_needed' }, stakes: null };
  if (road.confirm === 'never') return { ...judged, consent: { kind: 'waived' }, stakes: null };
  // Before anything is read: whoever comes the long way reads it then.
  if (person.kind === 'elsewhere') throw new NeedsPerson();
  const stakes = await foresee(judged);
  if (needsNobody(judged, stakes)) return { ...judged, consent: { kind: 'not_needed' }, stakes };
  const asked = road.clock.now();
  const entry = await consentOf(judged, stakes, person);
  if (road.clock.now() - asked < unchangedFor) return agreed(judged, stakes, entry);
  // A person took their time, and the world went on: rights and stakes are looked at again.
  const later = await judge(judged);
  const now = await foresee(later);
  if (covers(entry.question, now)) return agreed(later, now, entry);
  return agreed(later, now, await consentOf(later, now, { kind: 'unreachable' }));
};
