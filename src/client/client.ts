// The client's face: what the rest of the program may ask of DigitalOcean's API, and what it gets back.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { ApiRequest } from '../../tools/request/api-request.ts';
import type { Arguments } from '../../tools/tool/tool.ts';

/** One call as the guard let it through. */
export interface ApiCall {
  readonly endpoint: Endpoint;
  /** Tool name, for cursors, records and sentences. */
  readonly tool: string;
  readonly arguments: Arguments;
  readonly request: ApiRequest;
}

/** What belongs to one call's lifetime. */
export interface CallContext {
  /** Aborted when the caller goes away or cancels. */
  readonly signal: AbortSignal;
  /** Tells the caller how far long work is; absent when nobody listens. */
  readonly progress?: (update: {
    readonly progress: number;
    readonly total?: number;
    readonly message: string;
  }) => void;
  /** Whether the caller's guard lets a read through that watching wants to make; absent: as the client was told. */
  readonly mayPoll?: (call: ApiCall) => boolean;
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

/** A list, collected over as many pages as were needed. */
export interface ListReply {
  readonly items: readonly unknown[];
  /** What stood beside the list in the reply, without `links` and `meta`. */
  readonly siblings: Readonly<Record<string, unknown>>;
  readonly total: number | null;
  /** Cursor for the items that come next, or null at the end. */
  readonly after: string | null;
  /** Why the list ended early, in a sentence; absent when nothing was cut short. */
  readonly note?: string;
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
  /** `budget`: the time is over, or the state could not be read (then `message` says why); the work goes on. */
  readonly ended: 'done' | 'failed' | 'budget' | 'cancelled';
  /** What DigitalOcean says about it when it says something, or why watching ended early. */
  readonly message?: string;
}

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
