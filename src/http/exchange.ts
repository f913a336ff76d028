// One HTTP exchange as the app sees it: a request whose body is read only when wanted, and a reply that can be cut short.
import type { Peer } from './border/peer.ts';

/** Thrown by `readBody`. */
export class BodyRefused extends Error {
  override readonly name = 'BodyRefused';
  readonly status: 400 | 413;

  constructor(status: 400 | 413, message: string) {
    super(message);
    this.status = status;
  }
}

/** The headers of a request. */
export interface RequestHeaders {
  /** A header's value by its lower-case name; null when it is absent. */
  header(name: string): string | null;
}

/** An exchange between one client and this server. */
export interface Exchange extends RequestHeaders {
  /** Names the exchange in logs and in the reply's `X-Request-Id`. */
  readonly id: string;
  readonly method: string;
  /** The path that was asked for, without query; empty when the target has none. */
  readonly path: string;
  /** What stands behind the path, without its question mark; empty when nothing does. */
  readonly query: string;
  /** The host that a target in absolute form names; null for the usual form, which names none. */
  readonly targetHost: string | null;
  readonly peer: Peer;
  /** The address and port of this end of the connection, as a `Host` header would name it. */
  readonly localHost: string;
  /** Aborted when the client goes away. */
  readonly signal: AbortSignal;
  /**
   * The request as the SDK wants it, without its body.
   * @param accept stands in for the client's own Accept header.
   * @throws {TypeError} when its method or headers are none that the web's `Request` takes.
   */
  requestAccepting(accept: string): Request;
  /**
   * The body as text.
   * @throws {BodyRefused} when it is longer than `limit` bytes, or is not UTF-8.
   */
  readBody(limit: number): Promise<string>;
  /** Calls back once, when the reply is complete or the client has gone. */
  onEnd(listener: () => void): void;
  /** Ends the exchange with this JSON: as a 503 when no reply has begun, else as the last event of its stream. */
  interrupt(json: string): void;
}
