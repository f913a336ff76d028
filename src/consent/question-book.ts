// The questions of a server and their answers: each is written once, sealed, and read by whoever shares the store.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Clock } from '../ports.ts';
import {
  type Answer,
  answerHoldsFor,
  type Entry,
  mostKept,
  mostOpen,
  openFor,
  type Question,
  standingOf,
} from './question.ts';
import type { OnceStore } from './store/once-store.ts';

/** What answering came to. */
export type Answered =
  | { readonly how: 'answered'; readonly entry: Entry }
  /** Somebody was first, or the question is over. */
  | { readonly how: 'too_late'; readonly entry: Entry }
  /** The owner does not trust this door. */
  | { readonly how: 'closed_door'; readonly entry: Entry }
  | { readonly how: 'unknown' };

const isFull = (
  entries: readonly Entry[],
  principal: string,
  most: { readonly each: number; readonly all: number },
): boolean =>
  entries.length >= most.all ||
  entries.filter(({ question }) => question.principal === principal).length >= most.each;

/** Questions and answers. Methods throw when the store cannot be reached. */
export interface QuestionBook {
  /** The latest question about a call, however it stands. */
  about(principal: string, digest: string): Promise<Entry | undefined>;
  /** Asks; undefined when so many questions are open, or were asked in the last hours, that no more are taken. */
  open(question: Omit<Question, 'id' | 'opened' | 'closes'>): Promise<Entry | undefined>;
  find(id: string): Promise<Entry | undefined>;
  /** All that are kept, the oldest first. */
  all(): Promise<readonly Entry[]>;
  /** Answers an open question; of several answers the first one counts. */
  answer(id: string, given: Omit<Answer, 'at' | 'until'>): Promise<Answered>;
  /** Takes an approval for one call, or closes a question for good; false when somebody did before. */
  spend(id: string): Promise<boolean>;
}

/**
 * @param key seals what is kept: whoever can write to the store and has no key can approve nothing.
 */
export const createQuestionBook = (
  store: OnceStore,
  key: () => Buffer,
  clock: Pick<Clock, 'now'>,
): QuestionBook => {
  const sealOf = (name: string, json: string): Buffer =>
    createHmac('sha256', key()).update(`${name}\n${json}`).digest();

  const make = (name: string, value: unknown): Promise<boolean> => {
    const json = JSON.stringify(value);
    return store.make(name, `${sealOf(name, json).toString('base64url')} ${json}`);
  };

  const read = async <Value>(name: string): Promise<Value | undefined> => {
    const text = await store.read(name);
    const at = text?.indexOf(' ') ?? -1;
    if (text === undefined || at < 0) return undefined;
    const seal = Buffer.from(text.slice(0, at), 'base64url');
    const json = text.slice(at + 1);
    const ours = sealOf(name, json);
    if (seal.length !== ours.length || !timingSafeEqual(seal, ours)) return undefined;
    // What carries our seal was written by us.
    return JSON.parse(json) as Value;
  };

  const find = async (id: string): Promise<Entry | undefined> => {
    const question = await read<Question>(`${id}.question`);
    if (!question) return undefined;
    const [answer, spent] = await Promise.all([
      read<Answer>(`${id}.answer`),
      read<unknown>(`${id}.spent`),
    ]);
    return { question, answer: answer ?? null, isSpent: spent !== undefined };
  };

  const all = async (): Promise<readonly Entry[]> => {
    const names = await store.names('.question');
    const found = await Promise.all(names.map((name) => find(name.replace(/\.question$/, ''))));
    return found
      .filter((entry) => entry !== undefined)
      .toSorted((one, other) => one.question.opened - other.question.opened);
  };

  return {
    find,
    all,
    about: async (principal, digest) =>
      (await all()).findLast(
        ({ question }) => question.principal === principal && question.digest === digest,
      ),
    open: async (asked) => {
      const now = clock.now();
      const kept = await all();
      const open = kept.filter((entry) => standingOf(entry, now) === 'open');
      if (isFull(kept, asked.principal, mostKept) || isFull(open, asked.principal, mostOpen))
        return undefined;
      const id = randomBytes(5).toString('hex');
      const question: Question = { ...asked, id, opened: now, closes: now + openFor };
      await make(`${id}.question`, question);
      return { question, answer: null, isSpent: false };
    },
    answer: async (id, given) => {
      const entry = await find(id);
      if (!entry) return { how: 'unknown' };
      if (!entry.question.doors.includes(given.door)) return { how: 'closed_door', entry };
      const now = clock.now();
      if (standingOf(entry, now) !== 'open') return { how: 'too_late', entry };
      const answer: Answer = { ...given, at: now, until: now + answerHoldsFor };
      if (await make(`${id}.answer`, answer))
        return { how: 'answered', entry: { ...entry, answer } };
      return { how: 'too_late', entry: (await find(id)) ?? entry };
    },
    spend: (id) => make(`${id}.spent`, clock.now()),
  };
};
