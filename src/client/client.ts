// The client's face: what the rest of the program may ask of DigitalOcean's API, and what it gets back.
import type { Demand } from '../../scope-map/endpoint.ts';
import type { OperationId } from '../../scope-map/operation-id.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { ApiCall } from '../guard/permit.ts';
import type { ApiFailure } from './failures.ts';

export type { ApiCall };

/** What belongs to one call's lifetime. */
export interface CallContext {
  /** Aborted when the caller goes away or cancels. */
  readonly signal: AbortSignal;
  /** Runs what only sleeps: the caller's place is free for others meanwhile. Absent: nothing is held. */
  readonly sleeping?: <T>(nap: () => Promise<T>) => Promise<T>;
  /** Who asks: connections, places and quota are shared fairly between principals. Absent: nobody in particular. */
  readonly principal?: string;
  /** Tells the caller how far long work is; absent when nobody listens. */
  readonly progress?: (update: WorkProgress) => void;
  /**
   * Gets the permit for a read that follows a call; undefined when the caller's guard does not let it through.
   * Absent: nothing follows.
   */
  readonly permits?: (operation: OperationId, given: Arguments) => Promise<ApiCall | undefined>;
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
  /** Estimated bytes of memory that the body holds. */
  readonly weight?: number;
  readonly requestId: string | null;
  /** How often it was sent; absent where that was not counted. */
  readonly attempts?: number;
}

/** Why a list ended before its end, with the items so far. */
export type ListStop =
  /** Only patience was missing: a limit, the network, the time for one call. */
  | { readonly why: 'failure'; readonly failure: ApiFailure }
  | { readonly why: 'deadline' }
  /** All that may be kept at once is in use. */
  | { readonly why: 'memory' }
  /** So many items were looked at without finding as many as were wanted, and the list goes on. */
  | { readonly why: 'looked'; readonly items: number }
  /** So many pages were read, and the list goes on. */
  | { readonly why: 'pages'; readonly pages: number }
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
  /** Requests that were sent for its pages. */
  readonly attempts?: number;
  /** The cursor that resumes at the item with this index, for answers that show fewer items than were read. */
  readonly resumeAt: (index: number) => string | null;
}

/** One piece of work that was watched. */
export interface WatchedPiece {
  readonly state: string | null;
  /** The latest reply body that was polled, envelope included; the first reply's before the first poll. */
  readonly polled: unknown;
  /** The reply body of the finished thing, read again; undefined when it was not, or could not be. */
  readonly finished: unknown;
}

/** How watching ended. */
export interface WatchReply {
  /** Each piece of work, in order: several where one call started several (Droplets made by name); never empty. */
  readonly pieces: readonly [WatchedPiece, ...WatchedPiece[]];
  readonly state: string | null;
  /** `budget`: the time is over, or the state could not be read (then `unread` says why); the work goes on. */
  readonly ended: 'done' | 'failed' | 'budget' | 'cancelled';
  /** What DigitalOcean says about a failure, when it says something. */
  readonly reason?: string;
  /** What is still missing although the state says done: an address, power that is off. */
  readonly lacks?: Demand;
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
    bounds: {
      readonly maxItems: number;
      readonly after?: string;
      /** What is kept of an item as it arrives; undefined ends the list before it. Absent: all of it. */
      readonly take?: (item: unknown) => unknown;
      /** Whether an item is wanted; the others are passed over. Absent: all are. */
      readonly wants?: (item: unknown) => boolean;
    },
    context: CallContext,
  ): Promise<ListReply>;
  /**
   * Polls what `first` started or read until it ends, for at most `seconds`. Never throws: the call itself
   * has succeeded, so trouble with polling ends the watch with a message.
   */
  watch(call: ApiCall, first: ApiReply, seconds: number, context: CallContext): Promise<WatchReply>;
  /** Fetches text from a signed address that the reply to `call` named; no token is sent. */
  text(call: ApiCall, address: string, context: CallContext): Promise<string>;
}
