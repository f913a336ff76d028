// The stages of one call: what each step of the road adds, so that none can be taken before the one that precedes it.
import type { Answer } from '../../tools/answer/answer.ts';
import type { ErrorAnswer } from '../../tools/answer/error-answer.ts';
import type { ListAnswer } from '../../tools/answer/list-answer.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments, Tool } from '../../tools/tool/tool.ts';
import type { ToolBox } from '../../tools/tool-box.ts';
import type { ApiCall, ApiReply, CallContext, ListReply, WatchReply } from '../client/client.ts';
import type { ApiFailure } from '../client/failures.ts';
import type { Confirm } from '../configuration/settings.ts';
import type { Decision } from '../guard/decision.ts';
import type { Guard } from '../guard/guard.ts';
import type { Log } from '../log.ts';
import type { Through } from '../menu/finders/finder-tools.ts';
import type { Caller } from './caller.ts';

/** What every call shares. */
export interface CallRoad {
  readonly box: ToolBox;
  readonly confirm: Confirm;
  readonly recorder: Recorder;
  readonly log: Log;
}

/** How a person can be reached through the client that calls. */
export type Person =
  /** The client can show a form. */
  | 'form'
  /** The client cannot ask. */
  | 'unreachable'
  /** Not on this way in: the same call has to come by the long one. */
  | 'elsewhere';

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
  readonly road: CallRoad;
  /** When it came in, in milliseconds of a clock that only counts. */
  readonly began: number;
}

/** Its arguments are what the tool takes. */
export interface Parsed extends Asked {
  readonly given: Arguments;
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
}

/** Why a call may go on: nobody has to be asked about it, or the owner wants nobody to be asked. */
export type Consent = 'not_needed' | 'waived';

/** A person agreed, or need not be asked. */
export interface Agreed extends Judged {
  readonly consent: Consent;
}

declare const written: unique symbol;

/** Proof that something was put on record; only the steps that record give one out. */
export interface Receipt<Of extends 'intent' | 'outcome'> {
  readonly [written]: Of;
}

/** What is about to happen is on record. */
export interface Intended extends Agreed {
  readonly intent: Receipt<'intent'>;
}

/** What came back. */
export type Arrival =
  /** A list, shaped as it arrived: its items are in the answer only. */
  | { readonly kind: 'list'; readonly list: ListReply; readonly answer: ListAnswer }
  | { readonly kind: 'text'; readonly text: string }
  /** The texts of an app's logs, oldest first. */
  | { readonly kind: 'logs'; readonly texts: readonly string[] }
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
}

/** What came of it is on record. */
export interface Recorded extends Arrived {
  readonly outcome: Receipt<'outcome'>;
}

/** An answer, or an error, in the contract's shape. */
export type Shaped =
  | { readonly ok: true; readonly answer: Answer }
  | { readonly ok: false; readonly answer: ErrorAnswer };

/** How a call ended. */
export interface Ending {
  readonly asked: Asked;
  /** Undefined where the call did not get as far as the judge. */
  readonly decision: Decision | undefined;
  /** `ok`, or the code of the error. */
  readonly result: string;
  /** What came back; undefined when nothing was sent. */
  readonly arrived: Arrived | undefined;
  readonly milliseconds: number;
}

/** Keeps what calls do. What it cannot keep, it throws about: then the call goes no further. */
export interface Recorder {
  intent(call: Agreed): Promise<void> | void;
  outcome(ending: Ending): Promise<void> | void;
}
