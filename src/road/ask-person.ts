// Asks a person about one call, at whatever door they can be reached, and looks again before it goes on.
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
import { judge } from './judge.ts';
import { atStake } from './keep/snapshot-call.ts';
import { undoAhead } from './said-of-undo.ts';
import { budgetLines } from './shown-budget.ts';
import type { Agreed, Judged } from './stages.ts';
import { Stop } from './stop.ts';
import { subjectOf } from './subject.ts';
import { needsNobody, whyOf } from './whether-to-ask.ts';

/** The fields without which the call would disclose nothing; none where that is not all that stands against it. */
const avoidable = ({ tool, decision }: Judged): readonly string[] => {
  const { discloses } = tool.endpoint;
  const canLeaveOut = decision.effect !== 'destroy' && 'fields' in tool.inputSchema.properties;
  return discloses && canLeaveOut && !discloses.only ? secretPlaces(discloses) : [];
};

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

/**
 * What is left of a budget, in lines for a person; none where there is no budget.
 * @throws {Stop} when the call does not fit: nobody is asked about what would not be done.
 */
const budgetOf = async (judged: Judged, { price }: Stakes): Promise<readonly string[]> => {
  if (!judged.caller.selection.budget) return [];
  const fit = await (await import('./spend.ts')).affordable(judged, price);
  if (fit?.stop) throw fit.stop;
  return budgetLines(fit?.left ?? []);
};

/** The approval of a person. @throws {Stop} when there is none. */
const consentOf = async (judged: Judged, stakes: Stakes, person: Person): Promise<Entry> => {
  const { road, decision } = judged;
  const budget = await budgetOf(judged, stakes);
  const undo = await undoAhead(judged);
  const subject = { ...subjectOf(judged, stakes, whyOf(judged, stakes), undo), budget };
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

const agreed = (judged: Judged, stakes: Stakes, entry: Entry): Agreed => {
  const { question, answer } = entry;
  if (answer === null) throw new Error('a call was let through without an answer');
  const { door, by, at } = answer;
  return {
    ...judged,
    consent: { kind: 'given', question: question.id, door, by, at },
    stakes,
    entry,
  };
};

/**
 * Goes on with a call that may need a person: it turns out not to, or one has agreed.
 * @throws {Stop} when nobody has agreed: not yet, or not at all.
 */
export const askPerson = async (judged: Judged): Promise<Agreed> => {
  const { person, road } = judged;
  const stakes = await atStake(judged);
  if (needsNobody(judged, stakes)) return { ...judged, consent: { kind: 'not_needed' }, stakes };
  const asked = road.clock.now();
  const entry = await consentOf(judged, stakes, person);
  if (road.clock.now() - asked < unchangedFor) return agreed(judged, stakes, entry);
  // A person took their time, and the world went on: rights and stakes are looked at again.
  const later = await judge(judged);
  const now = await atStake(later);
  if (covers(entry.question, now)) return agreed(later, now, entry);
  return agreed(later, now, await consentOf(later, now, { kind: 'unreachable' }));
};
