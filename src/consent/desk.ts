// The desk where consent is asked for: it finds the question about a call, reaches the person, and lets a call through once.
import type { Effect } from '../../scope-map/endpoint.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { ConsentDoor } from '../configuration/asking-settings.ts';
import type { Clock } from '../ports.ts';
import { digestOf } from './call-digest.ts';
import { covers, type Stakes } from './covers.ts';
import { type Form, meaningOf, type Person } from './person.ts';
import { type Entry, type Question, standingOf } from './question.ts';
import type { QuestionBook } from './question-book.ts';
import { typedFor } from './typed.ts';
import { wordingOf } from './wording.ts';

/** A call about which a person is to be asked. */
export interface Subject extends Stakes {
  readonly principal: string;
  /** Who asks, for people. */
  readonly agent: string;
  readonly tool: string;
  /** What the tool does, in a few words. */
  readonly title: string;
  readonly effect: Effect;
  readonly request: ApiRequest;
  /** The arguments that the path does not tell, without what is secret. */
  readonly details: Readonly<Record<string, unknown>>;
  /** Why, in words without a full stop. */
  readonly why: string;
  /** Whether it can be undone, in a sentence; null where nothing is known of that. */
  readonly undo: string | null;
  /** What is left of a budget, a sentence each; absent where there is none. */
  readonly budget?: readonly string[];
  /** What is kept before it destroys; consent to that is none to destroying without. */
  readonly keep: 'snapshot' | null;
  /** What the call works on, as its arguments name it; null when nothing. */
  readonly target: string | null;
}

/** What asking came to. */
export type Asking =
  /** The call may be sent, once. */
  | { readonly how: 'given'; readonly entry: Entry }
  | { readonly how: 'denied'; readonly entry: Entry }
  /** Nobody has answered yet. */
  | { readonly how: 'waits'; readonly entry: Entry }
  /** The client is to show this, and to come again with the answer. */
  | { readonly how: 'form'; readonly entry: Entry; readonly form: Form }
  /** Too many questions are open. */
  | { readonly how: 'full' }
  /** There is no door at which anybody could answer. */
  | { readonly how: 'nobody' };

/** What the desk stands on. */
export interface DeskOptions {
  readonly book: QuestionBook;
  readonly key: () => Buffer;
  readonly clock: Clock;
  readonly doors: ReadonlySet<ConsentDoor>;
  /** The doors besides the client at which somebody can answer here, asked with each question. */
  readonly others: () => readonly ConsentDoor[];
  /** Told about each new question. */
  readonly opened?: (entry: Entry) => void;
}

/** Asks people. */
export interface Desk {
  /** @throws when the questions cannot be kept. */
  consentTo(subject: Subject, person: Person): Promise<Asking>;
  readonly book: QuestionBook;
}

/** How long a call waits for its client's person, in milliseconds: clients give up on a call after 60 s. */
const patience = 40_000;

/** How often is looked whether another door was quicker, in milliseconds. */
const glance = 1_000;

/** @returns the desk of a server. */
export const createDesk = (options: DeskOptions): Desk => {
  const { book, key, clock, doors } = options;
  /** The questions that a connection shows right now, each with the end of its form. */
  const shown = new WeakMap<object, Map<string, Promise<void>>>();

  const nameOf = ({ tool, keep, request }: Subject): string =>
    digestOf(key(), keep === null ? tool : `${tool}, ${keep} first`, request);

  const ask = async (subject: Subject, canShow: boolean): Promise<Entry | 'full' | 'nobody'> => {
    const open = [...(canShow ? (['client'] as const) : []), ...options.others()];
    const trusted = open.filter((door) => doors.has(door));
    if (trusted.length === 0) return 'nobody';
    const { principal, agent, tool, effect, harm, price } = subject;
    const entry = await book.open({
      principal,
      agent,
      tool,
      effect,
      digest: nameOf(subject),
      text: wordingOf(subject),
      typed: typedFor(subject, subject.target),
      // A client may come to show what another could not.
      doors: [...doors],
      harm,
      price,
    });
    if (!entry) return 'full';
    options.opened?.(entry);
    return entry;
  };

  /** The question about this call that still counts; what has grown since, or is used up, does not. */
  const standing = async (subject: Subject): Promise<Entry | undefined> => {
    const digest = nameOf(subject);
    const entry = await book.about(subject.principal, digest);
    if (!entry) return undefined;
    const state = standingOf(entry, clock.now());
    if (state === 'spent' || state === 'over') return undefined;
    if (state === 'denied' || covers(entry.question, subject)) return entry;
    await book.spend(entry.question.id);
    return undefined;
  };

  /** How it stands now; an approval is used up by being told. */
  const settle = async (id: string): Promise<Asking | undefined> => {
    const entry = await book.find(id);
    if (!entry) return undefined;
    switch (standingOf(entry, clock.now())) {
      case 'open':
        return { how: 'waits', entry };
      case 'denied':
        return { how: 'denied', entry };
      case 'approved':
        return (await book.spend(id)) ? { how: 'given', entry } : undefined;
      case 'spent':
      case 'over':
        return undefined;
    }
  };

  const take = async (
    { id, typed }: Question,
    asked: number,
    answer: Parameters<typeof meaningOf>[0],
  ): Promise<void> => {
    const meaning = meaningOf(answer, typed, clock.now() - asked);
    if (meaning === 'says_nothing') return;
    const approves = meaning === 'agrees';
    const reason = approves
      ? null
      : answer.action === 'decline'
        ? 'the client answered decline'
        : 'the client sent the form back without the tick';
    await book.answer(id, { approves, door: 'client', by: null, reason });
  };

  const formOf = ({ question }: Entry): Form => ({
    message: question.text,
    typed: question.typed,
  });

  /** Waits for the client, another door, or the end of patience, whichever comes first. */
  const askWithin = async (
    entry: Entry,
    person: Extract<Person, { kind: 'within_call' }>,
  ): Promise<void> => {
    const { question } = entry;
    const here = shown.get(person.connection) ?? new Map<string, Promise<void>>();
    shown.set(person.connection, here);
    const over = new AbortController();
    const asked = clock.now();
    // The form of an earlier call may still be there; a second one would only confuse.
    const answered =
      here.get(question.id) ??
      person
        .ask(formOf(entry))
        .then((answer) => take(question, asked, answer))
        .catch(() => {})
        .finally(() => here.delete(question.id));
    here.set(question.id, answered);
    const elsewhere = async (): Promise<void> => {
      while (!over.signal.aborted) {
        await clock.sleep(glance, over.signal).catch(() => {});
        const now = await book.find(question.id);
        if (now === undefined || now.answer !== null || now.isSpent) return;
      }
    };
    await Promise.race([
      answered,
      elsewhere(),
      clock.sleep(patience, over.signal).catch(() => {}),
    ]).finally(() => over.abort());
  };

  const reach = async (entry: Entry, person: Person): Promise<Asking | undefined> => {
    const { question } = entry;
    if (doors.has('client') && person.kind === 'within_call') await askWithin(entry, person);
    if (doors.has('client') && person.kind === 'between_calls') {
      const { brought } = person;
      if (brought?.question !== question.id) return { how: 'form', entry, form: formOf(entry) };
      await take(question, brought.asked, brought.answer);
    }
    return settle(question.id);
  };

  return {
    book,
    consentTo: async (subject, person) => {
      const canShow = person.kind === 'within_call' || person.kind === 'between_calls';
      let entry = await standing(subject);
      if (entry && entry.answer !== null) {
        const settled = await settle(entry.question.id);
        if (settled) return settled;
        entry = undefined;
      }
      const asked = entry ?? (await ask(subject, canShow));
      if (typeof asked === 'string') return { how: asked };
      const reached = await reach(asked, person);
      if (reached) return reached;
      // Another call has used the approval up in the meantime: this one needs its own.
      const next = await ask(subject, canShow);
      return typeof next === 'string' ? { how: next } : { how: 'waits', entry: next };
    },
  };
};
