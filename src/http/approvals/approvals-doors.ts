// The doors at which people answer over HTTP: what waits, one question, approve, deny. The console stands on them.
import { type Approval, approvalOf, standingInWords } from '../../consent/approval.ts';
import { type Entry, standingOf } from '../../consent/question.ts';
import type { Answered, QuestionBook } from '../../consent/question-book.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import type { Border, DoorAnswer, Gate, PathParts, Row } from '../doors/door.ts';
import { row } from '../doors/row.ts';
import { json } from '../doors/speech.ts';
import type { Exchange } from '../exchange.ts';
import type { Operator } from '../operators/operator-file.ts';
import { comeBackLater, Refusal } from '../refusal.ts';
import { jsonReply } from '../reply.ts';
import { type GivenAnswer, givenAnswer } from './given-answer.ts';

/** Who answers. */
export type Answerer = Pick<Operator, 'name' | 'role'>;

/** What the doors stand on. */
export interface ApprovalsOptions {
  readonly book: () => Promise<QuestionBook>;
  readonly border: Border;
  readonly gate: Gate<Answerer>;
  /** Where the doors stand. Default `/approvals`. */
  readonly base?: string;
  readonly clock: Pick<Clock, 'now'>;
  readonly log: Log;
}

/** Questions told at once; those that wait come first. */
const mostTold = 500;

const offers = ['application/json'];

type Answering = (exchange: Exchange, operator: Answerer, parts: PathParts) => Promise<DoorAnswer>;

const unknown = new Refusal({
  status: 404,
  message: 'There is no question with this id, or it is over. GET /approvals tells what waits.',
});

const tooLate = (entry: Entry, now: number): Refusal => {
  const { answer } = entry;
  const standing = standingInWords[standingOf(entry, now)];
  const by = answer
    ? ` (answered at the door ${answer.door}${answer.by ? ` by ${answer.by}` : ''})`
    : '';
  return new Refusal({
    status: 409,
    message: `Nothing changed: the question ${standing}${by}. The first answer counts.`,
  });
};

const notTyped = (typed: string): Refusal =>
  new Refusal({
    status: 422,
    message: `Nothing changed: to agree to this, "typed" has to be exactly: ${typed}`,
  });

const mayNotAnswer = new Refusal({
  status: 403,
  message: 'This operator may look and not answer: its role is look.',
});

const closedDoor = (door: string): Refusal =>
  new Refusal({
    status: 403,
    message: `Nothing changed: the owner of this server has left ${door} out of --consent-doors.`,
  });

const unreachable = comeBackLater(503, 5, {
  message: 'The questions cannot be reached at this moment. Nothing changed; try again.',
});

/** Questions as they are told at once. */
export interface ApprovalList {
  /** Those that wait come first, then the latest. */
  readonly approvals: readonly Approval[];
  readonly left_out: number;
}

/** What is told of all questions. */
export const listOf = (entries: readonly Entry[], now: number): ApprovalList => {
  const told = entries.map((entry) => approvalOf(entry, now));
  const waiting = told.filter(({ standing }) => standing === 'open');
  const rest = told.filter(({ standing }) => standing !== 'open').toReversed();
  const approvals = [...waiting, ...rest].slice(0, mostTold);
  return { approvals, left_out: told.length - approvals.length };
};

/** Makes the doors. */
export const approvalsDoors = (options: ApprovalsOptions): readonly Row[] => {
  const { book, border, gate, clock, log, base = '/approvals' } = options;
  const tell = (entry: Entry): Approval => approvalOf(entry, clock.now());
  const reply = (value: unknown): DoorAnswer => jsonReply(JSON.stringify(value));
  const door = (path: string, method: 'GET' | 'POST', answer: Answering): Row =>
    row<Answerer>({
      path,
      border,
      gate,
      methods: { [method]: { offers, answer: safely(answer) } },
      speech: json,
    });
  const safely =
    (answer: Answering): Answering =>
    async (exchange, operator, parts) => {
      try {
        return await answer(exchange, operator, parts);
      } catch (error) {
        log.error({ request_id: exchange.id, error }, 'the questions to people cannot be reached');
        return unreachable;
      }
    };

  const list = async (): Promise<DoorAnswer> =>
    reply(listOf(await (await book()).all(), clock.now()));

  const show: Answering = async (_exchange, _operator, parts) => {
    const entry = await (await book()).find(parts['id'] ?? '');
    return entry ? reply(tell(entry)) : unknown;
  };

  const outcome = (answered: Answered, at: GivenAnswer['door']): DoorAnswer => {
    switch (answered.how) {
      case 'answered': {
        const { question, answer } = answered.entry;
        log.info(
          { question: question.id, approves: answer?.approves, door: at, operator: answer?.by },
          'an operator has answered a question',
        );
        return reply(tell(answered.entry));
      }
      case 'too_late':
        return tooLate(answered.entry, clock.now());
      case 'closed_door':
        return closedDoor(at);
      case 'unknown':
        return unknown;
    }
  };

  const answering =
    (approves: boolean): Answering =>
    async (exchange, operator, parts) => {
      if (operator.role === 'look') return mayNotAnswer;
      const given = await givenAnswer(exchange);
      if (given instanceof Refusal) return given;
      const id = parts['id'] ?? '';
      const questions = await book();
      const entry = await questions.find(id);
      if (!entry) return unknown;
      const { doors, typed } = entry.question;
      if (!doors.includes(given.door)) return closedDoor(given.door);
      if (standingOf(entry, clock.now()) !== 'open') return tooLate(entry, clock.now());
      if (approves && typed !== null && given.typed?.trim() !== typed) return notTyped(typed);
      const answer = {
        approves,
        door: given.door,
        by: operator.name,
        reason: given.reason || null,
      };
      return outcome(await questions.answer(id, answer), given.door);
    };

  return [
    door(base, 'GET', list),
    door(`${base}/{id}`, 'GET', show),
    door(`${base}/{id}/approve`, 'POST', answering(true)),
    door(`${base}/{id}/deny`, 'POST', answering(false)),
  ];
};
