// Why a call to DigitalOcean's API did not succeed: one class, one code per cause, and the facts. Sentences are made of it elsewhere.

/**
 * The closed list of causes. `refused` always carries DigitalOcean's status; `outcome_unknown`, `bad_reply` and
 * `wait_too_long` carry it when a reply came; all others are ours and have none.
 */
export type FailureCode =
  | 'refused'
  /** The answer was lost after the request was sent: it may or may not have been carried out. */
  | 'outcome_unknown'
  /** Certainly not carried out: the API could not be reached. */
  | 'unreachable'
  /** The wait that would be needed is longer than the cap. */
  | 'wait_too_long'
  /** Our own quota is used up and the queue is full or too slow. */
  | 'quota_exhausted'
  /** The reply could not be understood: HTML, broken JSON, wrong type, too large. */
  | 'bad_reply'
  /** All that may be read and kept at once is in use; it passes by itself. */
  | 'memory_full'
  /** A deadline of ours passed. */
  | 'timeout'
  /** The caller went away. */
  | 'cancelled'
  /** The `after` cursor was altered, or made by another tool or token. */
  | 'bad_cursor'
  /** The work that was watched failed. */
  | 'work_failed'
  /** A page link led in a circle or never came to an end. */
  | 'endless_pages';

/** What exactly was the matter, where a code alone does not tell. */
export type Trouble =
  /** A success whose content is not what the endpoint promises; `type` is the content type that came. */
  | {
      readonly kind: 'content';
      readonly was:
        | 'html'
        | 'empty'
        | 'other_type'
        | 'broken_json'
        | 'no_object'
        | 'too_deep'
        | 'encoded';
      readonly type: string;
    }
  /** The list is not where the endpoint promises it. */
  | { readonly kind: 'no_list'; readonly key: string }
  /** A redirect, which is never followed: it could carry the token elsewhere. */
  | { readonly kind: 'redirect' }
  /** The reply was larger than its bound; `reason` says which. */
  | { readonly kind: 'too_large' }
  /** The answer was lost on the way; `reason` says how. */
  | { readonly kind: 'answer_lost' }
  /** Our own deadline for a whole call, in seconds. */
  | { readonly kind: 'deadline'; readonly seconds: number }
  /** An answer was lost, and then our own request limits left no room to ask again. */
  | { readonly kind: 'no_room' }
  | { readonly kind: 'circle' }
  | { readonly kind: 'barren_pages'; readonly pages: number }
  /** The reply names a place for its logs that may not be fetched from; null: it is no address. */
  | { readonly kind: 'log_place'; readonly place: string | null }
  /** The logs could not be had from this host. */
  | { readonly kind: 'log_host'; readonly host: string }
  | { readonly kind: 'work'; readonly what: string; readonly state: string | null };

/** What is known about a call that did not succeed. No field ever holds a token. */
export interface FailureFacts {
  readonly code: FailureCode;
  readonly trouble?: Trouble;
  /** DigitalOcean's HTTP status, when a reply came. */
  readonly status?: number;
  /** Who answered: DigitalOcean's API, or a gateway or proxy before it, whose status proves nothing about the call. */
  readonly speaker?: 'api' | 'edge';
  /** DigitalOcean's own error id, such as `not_found`. */
  readonly id?: string;
  /** Why, in the words of whoever said it: DigitalOcean's message, or what the network told. */
  readonly reason?: string;
  readonly requestId?: string | null;
  readonly retryAfterSeconds?: number;
  /** How often it was tried; 0 when nothing was. */
  readonly attempts?: number;
  /** A change that may have been carried out although no good answer came. Never true of a read. */
  readonly mayHaveHappened?: boolean;
  /** A refusal that ends by itself, such as other work on the same thing, and only outlasted our patience. */
  readonly passes?: boolean;
}

/** A call that did not succeed. Its message is for logs; people and models read what is made of its facts. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: FailureCode;
  readonly trouble: Trouble | null;
  readonly status: number | null;
  readonly speaker: 'api' | 'edge' | null;
  readonly id: string | null;
  readonly reason: string | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  readonly attempts: number;
  readonly mayHaveHappened: boolean;
  readonly passes: boolean;

  constructor(facts: FailureFacts, options?: ErrorOptions) {
    super(
      [facts.code, facts.trouble?.kind, facts.status, facts.reason]
        .filter((part) => part !== undefined)
        .join(': '),
      options,
    );
    this.code = facts.code;
    this.trouble = facts.trouble ?? null;
    this.status = facts.status ?? null;
    this.speaker = facts.speaker ?? null;
    this.id = facts.id ?? null;
    this.reason = facts.reason ?? null;
    this.requestId = facts.requestId ?? null;
    this.retryAfterSeconds = facts.retryAfterSeconds ?? null;
    this.attempts = facts.attempts ?? 0;
    this.mayHaveHappened = facts.mayHaveHappened ?? false;
    this.passes = facts.passes ?? false;
  }
}

/** The code that a caller is told: DigitalOcean's own for its refusals, ours for everything else. */
export const codeOf = ({ code, id, status }: ApiFailure): string =>
  code === 'refused' ? (id ?? `http_${status}`) : code;
