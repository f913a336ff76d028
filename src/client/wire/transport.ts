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

/** Why an exchange brought no reply. */
export class WireFailure extends Error {
  override readonly name = 'WireFailure';
  /** `not_sent` is certain: DNS, refused, TLS or connect timeout. Everything else is `unknown`. */
  readonly outcome: 'not_sent' | 'unknown';
  /** `timeout`, `too_large`, `aborted` or `broken`. */
  readonly how: 'timeout' | 'too_large' | 'aborted' | 'broken';

  constructor(
    outcome: 'not_sent' | 'unknown',
    how: 'timeout' | 'too_large' | 'aborted' | 'broken',
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
  exchange(request: WireRequest): Promise<WireReply>;
  close(): Promise<void>;
}
