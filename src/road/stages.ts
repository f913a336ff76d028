// The stages of one call: what each step of the road adds, so that none can be taken before the one that precedes it.
import type { Answer } from '../../tools/answer/answer.ts';
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { ListAnswer } from '../../tools/answer/list-answer.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Brake } from '../brake/brake.ts';
import type { Budget } from '../budget/budget.ts';
import type { ApiCall, ApiReply, CallContext, ListReply, WatchReply } from '../client/client.ts';
import type { ApiFailure } from '../client/failures.ts';
import type { Confirm } from '../configuration/settings.ts';
import type { Stakes } from '../consent/covers.ts';
import type { Desk } from '../consent/desk.ts';
import type { Person } from '../consent/person.ts';
import type { Entry, Question } from '../consent/question.ts';
import type { Decision } from '../guard/decision.ts';
import type { Guard } from '../guard/guard.ts';
import type { Found } from '../guard/policy.ts';
import type { Log } from '../log.ts';
import type { Through } from '../menu/finders/finder-tools.ts';
import type { Clock } from '../ports.ts';
import type { Holding, Secrets } from '../secrets/secrets.ts';
import type { Brought } from './brought.ts';
import type { Caller } from './caller.ts';
import type { Consent } from './given.ts';
import type { Keeping } from './keep/keeping.ts';

/** What every call shares. */
export interface CallRoad {
  readonly box: ToolBox;
  readonly confirm: Confirm;
  /** Dollars a month from which billing asks. */
  readonly confirmAbove: number;
  /** Where people are asked; made when somebody has to be. */
  readonly desk: () => Promise<Desk>;
  /** Where a person can answer a question, in words that follow "they can answer". */
  readonly whereToAnswer: (question: Question) => string;
  /** Where is counted what callers with a budget spend; opened when one of them does. */
  readonly budget: () => Promise<Budget>;
  /** The owner's switch that stops every change. */
  readonly brake: Pick<Brake, 'pulled'>;
  readonly clock: Clock;
  readonly recorder: Recorder;
  /** Keeps how things were before they are changed; absent: nobody does. */
  readonly undoing?: (() => Promise<Undoing>) | undefined;
  /** Remembers snapshots that are taken before something is destroyed. */
  readonly keeping: () => Promise<Keeping>;
  /** Where credentials go; absent: they are taken out, or shown. */
  readonly secrets?: (() => Promise<Secrets>) | undefined;
  readonly log: Log;
}

/** A program that calls. */
export interface CallingClient {
  readonly name: string;
  readonly version: string;
}

/** A call as it comes in. */
export interface Asked {
  readonly tool: Tool;
  /** The arguments as the client sent them. */
  readonly raw: unknown;
  readonly caller: Caller;
  readonly person: Person;
  /** The kind of call that the way in is for; absent: any. */
  readonly through?: Through | undefined;
  readonly context: CallContext;
  /** The program that calls, as it names itself; for people and the record. */
  readonly client?: CallingClient | undefined;
  readonly road: CallRoad;
  /** The id under which the change is on record that this call puts back. */
  readonly undoes?: string | undefined;
  /** Where the same call has come by another way before. */
  readonly brought?: Brought | undefined;
  /** It is a part of another call, which was counted. */
  readonly isPart?: boolean | undefined;
  /** When it came in, in milliseconds of a clock that only counts. */
  readonly began: number;
}

/** Its arguments are what the tool takes. */
export interface Parsed extends Asked {
  /** Without `dry_run`, which is no part of what would be done. */
  readonly given: Arguments;
  /** Only what it would do is to be told. */
  readonly isDryRun: boolean;
}

/** The request that would be sent. */
export interface Built extends Parsed {
  readonly request: ApiRequest;
}

/** Allowed, with everything that was decided about it. */
export interface Judged extends Built {
  readonly guard: Guard;
  readonly decision: Decision;
  readonly permit: ApiCall;
  /** What was read for the owner's policy. */
  readonly found?: Found | undefined;
  /** Which items of a list the caller was given; absent: all. */
  readonly shows?: (item: unknown) => boolean;
}

/** A person agreed, or need not be asked. */
export interface Agreed extends Judged {
  readonly consent: Consent;
  /** The question that was answered, where one was in this call. */
  readonly entry?: Entry;
  /** What reads told beforehand; null where nobody had to look. */
  readonly stakes: Stakes | null;
}

/** Tells the budget of whoever calls what becomes of a call. Nothing of it throws. */
export interface Counting {
  /** It is being sent: from here on it may have happened. */
  sent(): void;
  /** It came to an end before it was sent. */
  unsent(): Promise<void>;
  /** DigitalOcean has answered this to it. */
  done(body: unknown): Promise<void>;
  failed(failure: ApiFailure): Promise<void>;
  /** What an error has to say about the budget, in a sentence; undefined where it has nothing to do with it. */
  said(failure: ApiFailure): string | undefined;
  /** What is left, for the answer; undefined where the call has nothing to do with it, or nobody knows. */
  left(): Promise<Answer | undefined>;
}

/** What it costs is reserved in the budget of whoever calls. */
export interface Reserved extends Agreed {
  /** Undefined where there is no budget. */
  readonly counting: Counting | undefined;
}

/** What comes back has a place to go to. */
export interface Prepared extends Reserved {
  /** Keeps the credentials in the answer for the person; undefined where nobody wants that. */
  readonly holding: Holding | undefined;
}

/** What was looked at before the call, so that it can be put back. */
export interface Remembered extends Prepared {
  /** Undefined for reads, and where nobody keeps former states. */
  readonly former: Former | undefined;
}

declare const written: unique symbol;

/** Proof that something was put on record; only the steps that record give one out. */
export interface Receipt<Of extends 'intent' | 'outcome'> {
  readonly [written]: Of;
}

/** What is about to happen is on record. */
export interface Intended extends Remembered {
  readonly intent: Receipt<'intent'>;
  /** The id under which it is on record; absent: it is recorded when it ends, or not at all. */
  readonly onRecord?: string;
}

/** What came back. */
export type Arrival =
  /** A list, shaped as it arrived: its items are in the answer only. */
  | { readonly kind: 'list'; readonly list: ListReply; readonly answer: ListAnswer }
  | { readonly kind: 'text'; readonly first: ApiReply; readonly text: string }
  /** The texts of an app's logs, oldest first. */
  | { readonly kind: 'logs'; readonly first: ApiReply; readonly texts: readonly string[] }
  | { readonly kind: 'reply'; readonly first: ApiReply; readonly followed: Followed }
  | { readonly kind: 'failed'; readonly failure: ApiFailure };

/** What became of the work that a call may have started. */
export type Followed =
  /** There is nothing to follow, or nobody wanted to wait. */
  | { readonly how: 'not' }
  /** The read that would tell may not be made. */
  | { readonly how: 'barred'; readonly reader: string; readonly reason: string }
  | { readonly how: 'watched'; readonly watched: WatchReply; readonly seconds: number };

/** It was sent, and this is what came of it. */
export interface Arrived extends Intended {
  readonly arrival: Arrival;
  /** Whose account was changed; null for reads, and where that is not known or not to be told. */
  readonly owner: string | null;
  /** Whether it can be put back; absent where nobody keeps former states. */
  readonly undo?: Undoable;
}

/** What came of it is on record. */
export interface Recorded extends Arrived {
  readonly outcome: Receipt<'outcome'>;
  /** What the answer says about the record, where it could not be kept. */
  readonly recordNote?: string;
}

/** An answer, or an error, in the contract's shape. */
export type Shaped =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly answer: ErrorAnswer };

/** How a call ended. */
export interface Ending {
  /** As far as the call came: parsed, built, judged. */
  readonly asked: Asked;
  /** The id under which its intent is on record. */
  readonly onRecord: string | undefined;
  /** Undefined where the call did not get as far as the judge. */
  readonly decision: Decision | undefined;
  /** `ok`, or the code of the error. */
  readonly result: string;
  /** What came back; undefined when nothing was sent. */
  readonly arrived: Arrived | undefined;
  readonly milliseconds: number;
  /** The question that the call stopped at. */
  readonly question?: Entry | undefined;
}

/** A call that means no tool, or names none that could be called. */
export interface Stray {
  /** The name that was called. */
  readonly name: string;
  /** The arguments as the client sent them. */
  readonly raw: unknown;
  readonly caller: Caller;
  readonly client: CallingClient | undefined;
  /** The code of the error. */
  readonly result: string;
}

/** A call of a tool of our own that has ended: what it read is on record by itself. */
export interface OwnCall extends Omit<Stray, 'result'> {
  readonly road: CallRoad;
  /** `ok`, or the code of the error. */
  readonly result: string;
  readonly milliseconds: number;
}

/** Keeps what calls do. */
export interface Recorder {
  /**
   * What is about to be sent.
   * @returns the id under which it is on record; undefined where only its end is recorded.
   * @throws {Stop} when it cannot be kept: then the call goes no further.
   */
  intent(call: Remembered): Promise<string | undefined> | string | undefined;
  /**
   * What came of a call.
   * @returns what its answer has to say, when it could not be kept.
   * @throws {Stop} when it could not be kept, and must not be answered then.
   */
  outcome(ending: Ending): Promise<string | undefined> | string | undefined;
  /** A call that led nowhere. */
  stray(call: Stray): Promise<void> | void;
  /** A call of a tool of our own. */
  own(call: OwnCall): Promise<void> | void;
}

/** Whether a change can be put back. Reasons and differences are words without a full stop. */
export type Undoable =
  /** The id by which it is put back, and the hash of what is kept under it. */
  { readonly id: string; readonly hash: string } | { readonly because: string };

/** What is known of that before anything is read. */
export type Foretold =
  /** What will not be as before; null: nothing. */
  { readonly differs: string | null } | { readonly because: string };

/** How things were before one change. */
export interface Former {
  /** Names what is kept of it, for the record; null where nothing is. */
  readonly hash: string | null;
  /** Keeps it under an id, before the change is sent. Never throws: a change is not held up by that. */
  keep(id: string | undefined): Promise<void>;
  /** Keeps what came of the change. Never throws. */
  after(arrived: Arrived): Promise<Undoable>;
}

/** Keeps how things were before they are changed. */
export interface Undoing {
  foretell(call: Built): Promise<Foretold>;
  /** Looks at what a call is about to change, by its caller's rights. Never throws. */
  before(call: Agreed): Promise<Former>;
}
