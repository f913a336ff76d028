// A question to a person about one call, and how it stands.
import type { Effect } from '../../scope-map/endpoint.ts';
import type { ConsentDoor } from '../configuration/asking-settings.ts';
import type { BlastRadius } from '../consequences/blast-radius.ts';
import type { Price } from '../consequences/price.ts';

/** What is asked, and of whom the call comes. */
export interface Question {
  /** Short enough to be typed. */
  readonly id: string;
  /** Whose call it is: an approval for one is none for another. */
  readonly principal: string;
  /** Who asks, for people: the agent, and the client that it uses. */
  readonly agent: string;
  readonly tool: string;
  /** Names the built request: the same call has the same. */
  readonly digest: string;
  readonly effect: Effect;
  /** What a person sees before answering: a sentence, and lines about what hangs on it. */
  readonly text: string;
  /** What has to be typed to agree; null where a yes is enough. */
  readonly typed: string | null;
  /** The doors at which it may be answered. */
  readonly doors: readonly ConsentDoor[];
  /** What it would harm and cost when it was asked; an approval covers no more than that. */
  readonly harm: BlastRadius | null;
  readonly price: Price | null;
  /** Milliseconds since the epoch. */
  readonly opened: number;
  readonly closes: number;
}

/** An answer; the first one counts. */
export interface Answer {
  readonly approves: boolean;
  readonly door: ConsentDoor;
  /** What the door knows of who answered; null where it knows nothing. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly at: number;
  /** Until when it counts. */
  readonly until: number;
}

/** A question with what has become of it. */
export interface Entry {
  readonly question: Question;
  readonly answer: Answer | null;
  /** Whether a call has gone through on it, or another question has taken its place. */
  readonly isSpent: boolean;
}

/** How a question stands now. */
export type Standing = 'open' | 'approved' | 'denied' | 'spent' | 'over';

/** How a question stands at a time. */
export const standingOf = ({ question, answer, isSpent }: Entry, now: number): Standing => {
  if (isSpent) return 'spent';
  if (answer === null) return now < question.closes ? 'open' : 'over';
  if (now >= answer.until) return 'over';
  return answer.approves ? 'approved' : 'denied';
};

/** How long a question waits, in milliseconds. */
export const openFor = 60 * 60 * 1_000;

/** How long an approval waits for its call, and how long a refusal holds, in milliseconds. */
export const answerHoldsFor = 10 * 60 * 1_000;

/** Questions that may be open at once: of one principal, and of all. */
export const mostOpen = { each: 20, all: 1_000 };

/**
 * Questions that may be kept at once, however they stand: what is answered, used or replaced is remembered for hours,
 * and every question is looked for among them.
 */
export const mostKept = { each: 200, all: 5_000 };
