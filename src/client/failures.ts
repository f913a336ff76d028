// Why a call to DigitalOcean's API did not succeed: one class, one code per cause.

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

interface FailureDetails {
  readonly code: FailureCode;
  /** What happened, for people; never contains a token. */
  readonly message: string;
  readonly status?: number;
  /** DigitalOcean's own error id, such as `not_found`. */
  readonly id?: string;
  readonly requestId?: string | null;
  readonly retryAfterSeconds?: number;
  /** What to do next, when the client knows better than the caller. */
  readonly next?: string;
}

/** A call that did not succeed. */
export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';
  readonly code: FailureCode;
  readonly status: number | null;
  readonly id: string | null;
  readonly requestId: string | null;
  readonly retryAfterSeconds: number | null;
  readonly next: string | null;

  constructor(details: FailureDetails, options?: ErrorOptions) {
    super(details.message, options);
    this.code = details.code;
    this.status = details.status ?? null;
    this.id = details.id ?? null;
    this.requestId = details.requestId ?? null;
    this.retryAfterSeconds = details.retryAfterSeconds ?? null;
    this.next = details.next ?? null;
  }
}
