// Where a call ends before its time: refused by a step, with the answer that says why.
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { Form } from '../consent/person.ts';
import type { Entry } from '../consent/question.ts';
import type { Decision } from '../guard/decision.ts';
import type { Brought } from './brought.ts';

/** What a person was asked, where that is why a call stopped. */
export interface StoppedByQuestion {
  readonly asked: Entry;
  /** Present when the client is to show it, and to come again with the answer. */
  readonly form?: Form;
}

/** Thrown by a step that lets the call go no further; nothing has been sent. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly answer: ErrorAnswer;
  /** Undefined where the call did not get as far as the judge. */
  readonly decision: Decision | undefined;

  /** The question that was put to a person, and what the client is to show of it. */
  readonly question: StoppedByQuestion | undefined;

  constructor(answer: ErrorAnswer, decision?: Decision, question?: StoppedByQuestion) {
    super(answer.error.message);
    this.answer = answer;
    this.decision = decision;
    this.question = question;
  }
}

/** Thrown where a person has to be asked and cannot be on this way in; the call may come again by the long one. */
export class NeedsPerson extends Error {
  override readonly name = 'NeedsPerson';
  readonly brought: Brought;

  /** @param brought what it is to bring along then. */
  constructor(brought: Brought) {
    super('a person has to be asked');
    this.brought = brought;
  }
}
