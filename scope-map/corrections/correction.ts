// What a correction of DigitalOcean's document is.
import type { Schema } from '../endpoint/facts.ts';
import type { OperationId } from '../operation-id.ts';
import type { Scope } from '../scopes.ts';

/** What a correction does to the distilled facts. */
export type Change =
  /** The requirement is this instead. */
  | { readonly kind: 'scopes'; readonly are: readonly (readonly Scope[])[] }
  /** The schema at a place (`body.node_pools.labels`, `query.region`, `path.id`) loses and gains keywords. */
  | {
      readonly kind: 'schema';
      readonly at: string;
      readonly set?: Schema;
      readonly drop?: readonly (keyof Schema)[];
    }
  /** Places in a schema that is kept apart lose keywords. */
  | {
      readonly kind: 'full_schema';
      /** Its name in the area's folder. */
      readonly schema: string;
      readonly at: readonly string[];
      readonly set?: Schema;
      readonly drop?: readonly (keyof Schema)[];
    }
  /** What DigitalOcean does without the argument; without `is`, nothing that can be told. */
  | {
      readonly kind: 'default';
      readonly at: string;
      readonly is?: string | number | boolean;
    }
  /** These need not be given, whatever the document says. */
  | { readonly kind: 'optional'; readonly at: string; readonly names: readonly string[] }
  /** What the reply holds stands under another key than documented; `documented: null` is the whole body. */
  | { readonly kind: 'reply'; readonly documented: string | null; readonly is: string }
  /** The reply is that of this operation, not the documented one. */
  | { readonly kind: 'reply_like'; readonly operation: OperationId }
  /** No such argument. */
  | { readonly kind: 'no_argument'; readonly at: string }
  /** These arguments of the query or body must be given. */
  | { readonly kind: 'required'; readonly at: 'query' | 'body'; readonly names: readonly string[] };

/** One correction. It must change every operation that it names, or else it is no longer needed. */
export interface Correction {
  readonly operations: readonly OperationId[];
  readonly change: Change;
  readonly why: string;
  /** The source that contradicts the document. */
  readonly source: string;
}
