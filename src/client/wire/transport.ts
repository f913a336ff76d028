// The seam below the client: one HTTP exchange. Undici over the network, or the simulation in this process.

/** One HTTP request, complete with host and headers. */
export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Send over a connection made for this request alone, so that a stale one cannot lose it. */
  readonly fresh: boolean;
  readonly signal: AbortSignal;
  /** Who asks: connections are shared fairly between principals. */
  readonly principal?: string | undefined;
  /** Takes memory for so many bytes of the body; false when there is none, which ends the reading. */
  readonly take?: ((bytes: number) => boolean) | undefined;
  /** For logs: keep the end of the body and answer with it when a bound is reached, instead of failing. */
  readonly tail?: Tail;
}

/** Bounds of a body of which the end is wanted. */
export interface Tail {
  /** Bytes of the end that are kept. */
  readonly keepBytes: number;
  /** Bytes that are read at most. */
  readonly readBytes: number;
  /** Milliseconds that are waited at most, from the start of the exchange. */
  readonly milliseconds: number;
}

/** One HTTP reply, its body read within the bounds. */
export interface WireReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** With `tail`: the beginning was dropped, or reading stopped before the end. */
  readonly cut?: { readonly beginning: boolean; readonly end: boolean };
}

/**
 * How an exchange broke: a deadline, a body over its bound, no memory for it, the caller, a request that cannot be
 * sent however often it is tried, or anything else.
 */
export type WireTrouble =
  | 'timeout'
  | 'too_large'
  | 'no_memory'
  | 'aborted'
  | 'unsendable'
  | 'broken';

/** Why an exchange brought no reply. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure';
  /** `not_sent` is certain: nothing was handed to a connection. Everything else is `unknown`. */
  readonly outcome: 'not_sent' | 'unknown';
  readonly how: WireTrouble;

  constructor(
    outcome: 'not_sent' | 'unknown',
    how: WireTrouble,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.outcome = outcome;
    this.how = how;
  }
}

/** Carries out one exchange; throws `WireFailure`. */
export interface Transport {
  /** Loads what the first exchange would wait for; sends nothing. Absent: there is nothing to load. */
  prepare?(): Promise<void>;
  exchange(request: WireRequest): Promise<WireReply>;
  close(): Promise<void>;
}
