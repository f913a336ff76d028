// One call as an area of the simulation sees it, and the reply it gives.
import type { Holder } from '../token/holder.ts';

/** A request after routing: token known, path matched, body parsed. */
export interface Call {
  readonly method: string;
  /** Scheme and host the caller used; links in the reply lead back to it. */
  readonly origin: string;
  readonly pathname: string;
  readonly query: URLSearchParams;
  /** Decoded values of the path's placeholders. */
  readonly path: Readonly<Record<string, string>>;
  /** Parsed JSON body; undefined when none was sent. */
  readonly body: unknown;
  readonly holder: Holder;
  /** Whether the header `X-Dangerous: true` was sent, without which some deletions do nothing. */
  readonly isDangerous: boolean;
  /** Milliseconds since the epoch, the same throughout the call. */
  readonly now: number;
}

/** What goes back. Without `body` and `text` the reply is empty. */
export interface RouteReply {
  readonly status: number;
  /** Serialised as JSON. */
  readonly body?: unknown;
  readonly text?: { readonly type: string; readonly content: string };
}

/** 200 with a body. */
export const ok = (body: unknown): RouteReply => ({ status: 200, body });

/** 201 with what was made. */
export const created = (body: unknown): RouteReply => ({ status: 201, body });

/** 202: accepted, work goes on; DigitalOcean answers some of these without a body. */
export const accepted = (body?: unknown): RouteReply =>
  body === undefined ? { status: 202 } : { status: 202, body };

/** 204: done, nothing to say. */
export const done: RouteReply = { status: 204 };

/** The number in a path placeholder; NaN, which names nothing, for anything but plain digits. */
export const numberIn = (call: Call, name: string): number => {
  const text = segment(call, name);
  return /^\d{1,15}$/.test(text) ? Number(text) : Number.NaN;
};

/** The value of a path placeholder; the router guarantees that the template's names are there. */
export const segment = (call: Call, name: string): string => call.path[name] ?? '';
