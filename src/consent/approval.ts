// A question as it is told to people and their programs: on the terminal, over HTTP, to a webhook.
import type { Answer, Entry, Question, Standing } from './question.ts';
import { standingOf } from './question.ts';

/** An answer as it is told. Times are those of ISO 8601. */
export interface ToldAnswer extends Omit<Answer, 'at' | 'until'> {
  readonly at: string;
  /** Until when it counts. */
  readonly until: string;
}

/** A question as it is told. Times are those of ISO 8601. */
export interface Approval
  extends Pick<
    Question,
    'id' | 'principal' | 'agent' | 'tool' | 'effect' | 'text' | 'typed' | 'doors' | 'harm' | 'price'
  > {
  readonly standing: Standing;
  readonly opened: string;
  readonly closes: string;
  readonly answer: ToldAnswer | null;
}

/** What is shown of a question at a terminal. */
export type ShownApproval = Pick<
  Approval,
  'id' | 'standing' | 'agent' | 'tool' | 'text' | 'typed' | 'opened' | 'closes' | 'answer'
>;

const iso = (time: number): string => new Date(time).toISOString();

/** Tells of a question how it stands at a time; which request it is about stays with its words. */
export const approvalOf = (entry: Entry, now: number): Approval => {
  const { question, answer } = entry;
  const { id, principal, agent, tool, effect, text, typed, doors, harm, price } = question;
  return {
    id,
    standing: standingOf(entry, now),
    agent,
    principal,
    tool,
    effect,
    text,
    typed,
    doors,
    harm,
    price,
    opened: iso(question.opened),
    closes: iso(question.closes),
    answer: answer && { ...answer, at: iso(answer.at), until: iso(answer.until) },
  };
};

/** How a question stands, in words. */
export const standingInWords: Readonly<Record<Standing, string>> = {
  open: 'waits for an answer',
  approved: 'is approved, and not used yet',
  denied: 'is denied',
  spent: 'is used, or replaced by another',
  over: 'is over',
};
