// A look at the account before a call is sent: what reads tell about what the call would do.
import type { OperationId } from '../../scope-map/operation-id.ts';
import type { Scope } from '../../scope-map/scopes.ts';
import type { Arguments } from '../../tools/tool/tool.ts';

/** What one look has shown. */
export type Looked =
  | {
      readonly kind: 'seen';
      /** The reply's body, envelope included; of a list, its first page of the largest size. */
      readonly body: unknown;
      /** What of a list lies beyond its first page is not in the body. */
      readonly isWhole: boolean;
    }
  /** There is no such thing. */
  | { readonly kind: 'gone' }
  /** The token, or what the owner chose, does not let this caller read it; nothing was sent. */
  | { readonly kind: 'barred'; readonly reason: string }
  /** It could not be read, or not in time; with a status, DigitalOcean refused the read with that. */
  | { readonly kind: 'unread'; readonly reason: string; readonly status?: number };

/** Looks with the rights of whoever made the call. Never throws, sends reads only. `page` is of a list; default 1. */
export type Look = (operation: OperationId, given: Arguments, page?: number) => Promise<Looked>;

/** The looks that one question, refusal or dry run may cost. */
export interface Looking {
  readonly look: Look;
  /** Requests sent so far. */
  readonly sent: number;
}

/** Looking, for whoever has to know what a reply means. */
export interface Lookout extends Looking {
  /** What a reply's body holds, out of its envelope: the elements of a list, or the one resource. */
  readonly itemsOf: (operation: OperationId, body: unknown) => Promise<readonly unknown[]>;
  /** Of these scopes, those that the token lacks: what they would show, replies leave out without a word. */
  readonly lacks: (scopes: readonly Scope[]) => Promise<readonly Scope[]>;
}

/** Requests to DigitalOcean that looking ahead may cost for one call. */
export const mostLooks = 12;

/** How long looking ahead may take in all, in milliseconds; what was not seen by then is said. */
export const longestLook = 2_000;
