// The client's face: what the rest of the program may ask of DigitalOcean's API, and what it gets back.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { ApiFailure } from './failures.ts';

/** One call as the guard let it through. */
export interface ApiCall {
  readonly endpoint: Endpoint;
  readonly arguments: Arguments;
  readonly request: ApiRequest;
}

/** What belongs to one call's lifetime. */
export interface CallContext {
  /** Aborted when the caller goes away or cancels. */
  readonly signal: AbortSignal;
  /** Tells the caller how far long work is; absent when nobody listens. */
  readonly progress?: (update: WorkProgress) => void;
  /** Whether the caller's guard lets a read through that watching wants to make; absent: as the client was told. */
  readonly mayPoll?: (call: ApiCall) => boolean;
}

/** How far long work is. Times are seconds. */
export interface WorkProgress {
  /** The noun: "Droplet", "action". */
  readonly what: string;
  /** DigitalOcean's word for where it stands, or null where it has said none. */
  readonly state: string | null;
  readonly waited: number;
  /** How long is waited at most. */
  readonly patience: number;
  /** How long it usually takes. */
  readonly usually: number;
}

/** A successful reply. */
export interface ApiReply {
  readonly status: number;
  /** Header names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed JSON; the text itself where the endpoint answers text; undefined when empty. */
  readonly body: unknown;
  readonly requestId: string | null;
}

/** Why a list ended before its end, with the items so far. */
export type ListStop =
  /** Only patience was missing: a limit, the network, the time for one call. */
  | { readonly why: 'failure'; readonly failure: ApiFailure }
  | { readonly why: 'deadline' }
  /** The link to the next page leads to a host or path where the token must not go. */
  | { readonly why: 'elsewhere'; readonly place: string };

/** A list, collected over as many pages as were needed. */
export interface ListReply {
  readonly items: readonly unknown[];
  /** What stood beside the list in the reply, without `links` and `meta`. */
  readonly siblings: Readonly<Record<string, unknown>>;
  readonly total: number | null;
  /** Cursor for the items that come next, or null at the end. */
  readonly after: string | null;
  /** Why the list ended early; absent when nothing was cut short. */
  readonly stopped?: ListStop;
  readonly requestId: string | null;
  /** The cursor that resumes at the item with this index, for answers that show fewer items than were read. */
  readonly resumeAt: (index: number) => string | null;
}

/** How watching ended. */
export interface WatchReply {
  /** The latest reply body that was seen, envelope included; of `afterwards` when the work is done and it has one. */
  readonly body: unknown;
  /** The same for each piece of work, in order, where one call started several (Droplets made by name). */
  readonly bodies: readonly unknown[];
  readonly state: string | null;
  /** `budget`: the time is over, or the state could not be read (then `unread` says why); the work goes on. */
  readonly ended: 'done' | 'failed' | 'budget' | 'cancelled';
  /** What DigitalOcean says about a failure, when it says something. */
  readonly reason?: string;
  /** Why the state could not be read to the end. */
  readonly unread?: Unread;
}

/** Why work could not be watched to its end. */
export type Unread =
  /** The reply does not name the thing to look at. */
  | { readonly why: 'unnamed' }
  /** The guard does not let this caller read it. */
  | { readonly why: 'not_allowed' }
  /** Reading failed, several times in a row; null for a fault of our own. */
  | { readonly why: 'failure'; readonly failure: ApiFailure | null };

/** DigitalOcean's API through one token. Every method throws an `ApiFailure` when it cannot answer. */
export interface ApiClient {
  /** Sends one request and repeats it where that is safe. */
  send(call: ApiCall, context: CallContext): Promise<ApiReply>;
  /** Reads a list, following pages until `maxItems` are there, from `after` on when given. */
  list(
    call: ApiCall,
    bounds: { readonly maxItems: number; readonly after?: string },
    context: CallContext,
  ): Promise<ListReply>;
  /**
   * Polls what `first` started or read until it ends, for at most `seconds`. Never throws: the call itself
   * has succeeded, so trouble with polling ends the watch with a message.
   */
  watch(call: ApiCall, first: ApiReply, seconds: number, context: CallContext): Promise<WatchReply>;
  /** Fetches text from a signed address that a reply named; no token is sent. */
  text(address: string, context: CallContext): Promise<string>;
}
