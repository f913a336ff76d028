// What a correction of DigitalOcean's document is.
import type { Schema } from '../facts.ts';
import type { FullSchemaName } from '../full-schemas.ts';

/** What a correction does to the distilled facts. */
export type Change =
  /** The requirement is this instead. */
  | { readonly kind: 'scopes'; readonly are: readonly (readonly string[])[] }
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
      readonly schema: FullSchemaName;
      readonly at: readonly string[];
      readonly set?: Schema;
      readonly drop?: readonly (keyof Schema)[];
    }
  /** No such argument. */
  | { readonly kind: 'no_argument'; readonly at: string }
  /** These arguments of the query or body must be given. */
  | { readonly kind: 'required'; readonly at: 'query' | 'body'; readonly names: readonly string[] };

/** One correction. It must change every operation that it names, or else it is no longer needed. */
export interface Correction {
  readonly operations: readonly string[];
  readonly change: Change;
  readonly why: string;
  /** The source that contradicts the document. */
  readonly source: string;
}
