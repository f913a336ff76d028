// What a model reads when a person has to agree to its call, or has not.
import { type ErrorAnswer, errorAnswer } from '../../tools/answer/error-answer.ts';
import type { Entry } from '../consent/question.ts';

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

const cheaper = (without: readonly string[]): string =>
  without.length > 0
    ? `Name what you need in fields and leave out ${without.slice(0, 3).join(', ')} and its like: that needs nobody. Otherwise tell`
    : 'Tell';

const minutesUntil = (closes: number, opened: number): number =>
  Math.round((closes - opened) / 60_000);

/**
 * A call that waits for a person.
 * @param where the ways in which the person can answer, in words that follow "they can answer".
 * @param without the fields that would give a credential away, where the call could do without them.
 */
export const waitsForPerson = (
  { question }: Entry,
  where: string,
  without: readonly string[],
): ErrorAnswer =>
  errorAnswer({
    code: 'approval_pending',
    message: `A person has to agree to this first. Nothing was sent. What they see:\n${question.text}`,
    approval: question.id,
    next: `${cheaper(without)} the user that question ${question.id} waits for them: they can answer ${where}, within ${minutesUntil(question.closes, question.opened)} minutes. Once they have agreed, make exactly this call again; it then goes through, once. Do not look for another way to do the same.`,
  });

/** A call to which the answer was no. Of a client it is only known what it answered. */
export const refusedByPerson = ({ question, answer }: Entry): ErrorAnswer => {
  const who =
    answer?.door === 'client'
      ? (answer.reason ?? 'the client answered no')
      : `it was denied (${answer?.door ?? 'no door'}${answer?.by ? `, ${answer.by}` : ''})${answer?.reason ? `: ${answer.reason}` : ''}`;
  return errorAnswer({
    code: 'denied',
    message: `Not agreed to: ${sentence(who)} Nothing was sent.`,
    approval: question.id,
    next: 'Tell the user. Do not try the same in another way; the same call stays denied for ten minutes.',
  });
};

/** More questions are open than a person could look at. */
export const fullOfQuestions = (): ErrorAnswer =>
  errorAnswer({
    code: 'too_many_questions',
    message:
      'A person has to agree to this first, and too many questions wait for an answer already, or were asked in the last three hours. Nothing was sent.',
    next: 'Tell the user to answer those that wait (do-mcp approvals list shows them), and make this call again then.',
  });

/**
 * A call that needs a person where nobody can be asked.
 * @param without the fields that would give a credential away, where the call could do without them.
 */
export const unasked = (why: string, without: readonly string[]): ErrorAnswer =>
  errorAnswer({
    code: 'consent_required',
    message: `${why}, which needs the consent of a person, and there is no door at which this server could ask one. Nothing was sent.`,
    next: `${cheaper(without)} the user: the owner of this server can let people answer (a client that shows questions, a state folder that this server may write, over HTTP an operator's key, and the doors in --consent-doors), or allow such calls without asking by --confirm never.`,
  });

/** A person has to agree, and the question could not be kept for them. */
export const questionNotKept = (): ErrorAnswer =>
  errorAnswer({
    code: 'question_not_kept',
    message:
      'A person has to agree to this first, and the question could not be kept (Redis or the state folder of this server cannot be reached). Nothing was sent.',
    next: 'Tell the user; the owner of this server has to mend that. Reads go on as before.',
  });
