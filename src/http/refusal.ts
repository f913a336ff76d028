// A refusal before any tool is reached: what happened, why, and what to do next. Each door puts it into its own format.
import { retryAfterValue } from '../http-headers.ts';
import type { AnswerId } from '../server/messages.ts';

/** Why a request was refused, as operators count it. */
export type RefusalReason =
  | 'host'
  | 'unauthorized'
  | 'too_many_failures'
  | 'body'
  | 'batch'
  | 'message'
  | 'queue'
  | 'session'
  | 'narrowing'
  | 'draining'
  | 'other';

/** What a refusal says. */
interface Wording {
  readonly status: number;
  /** What happened, why, and what to do; never a credential. */
  readonly message: string;
  readonly reason?: RefusalReason;
  /** JSON-RPC code, for doors that speak it; -32000 is the transport's own "refused". */
  readonly code?: number;
  /** The JSON-RPC id of the one request that is refused, when there is one. */
  readonly id?: AnswerId;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is not served. */
export class Refusal {
  readonly status: number;
  readonly message: string;
  readonly reason: RefusalReason;
  readonly code: number;
  readonly id: AnswerId;
  readonly headers: Readonly<Record<string, string>>;

  constructor({ status, message, reason, code, id, headers }: Wording) {
    this.status = status;
    this.message = message;
    this.reason = reason ?? 'other';
    this.code = code ?? -32_000;
    this.id = id ?? null;
    this.headers = headers ?? {};
  }
}

/**
 * Asks a caller to come back later.
 * @param seconds when; told as `Retry-After`, one second at least.
 */
export const comeBackLater = (
  status: 429 | 503,
  seconds: number,
  wording: Pick<Wording, 'message' | 'reason' | 'id'>,
): Refusal =>
  new Refusal({
    ...wording,
    status,
    headers: { 'retry-after': retryAfterValue(seconds) },
  });
