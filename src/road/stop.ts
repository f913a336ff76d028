// Where a call ends before its time: refused by a step, with the answer that says why.
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { Decision } from '../guard/decision.ts';

/** Thrown by a step that lets the call go no further; nothing has been sent. */
export class Stop extends Error {
  override readonly name = 'Stop';
  readonly answer: ErrorAnswer;
  /** Undefined where the call did not get as far as the judge. */
  readonly decision: Decision | undefined;

  constructor(answer: ErrorAnswer, decision?: Decision) {
    super(answer.error.message);
    this.answer = answer;
    this.decision = decision;
  }
}

/** Thrown where a person has to be asked and cannot be on this way in; the call may come again by the long one. */
export class NeedsPerson extends Error {
  override readonly name = 'NeedsPerson';
}
