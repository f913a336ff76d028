// What comes back when a call succeeds, and how much of it is shown.
import type { FieldPath } from './field-path.ts';

/** How a list is divided into pages. */
export type Paging =
  /** `page`/`per_page`, onward by `links.pages.next` (also where that link carries a `page_token`). */
  | { readonly style: 'links'; readonly largest: number }
  /** `page` and a page-size parameter without links; `pages` names where the reply tells the number of pages. */
  | {
      readonly style: 'numbered';
      readonly largest: number;
      readonly size: string;
      readonly pages: FieldPath;
    }
  /** Everything in one reply. */
  | { readonly style: 'none' };

/** What comes back when a call succeeds. */
export type Reply =
  /** A list under `key`; `map`: the values of a map stand for its items. */
  | { readonly kind: 'list'; readonly key: string; readonly paging: Paging; readonly map?: true }
  /** One resource under `key` (`null`: the body is the resource); `many` when several were made at once. */
  | { readonly kind: 'object'; readonly key: string | null; readonly many?: string }
  /** Nothing but success. */
  | { readonly kind: 'empty' }
  /** Text, answered under the name `as`. */
  | { readonly kind: 'text'; readonly as: string }
  /** Addresses of log files, to be fetched and answered as text; `live` and `historic` are keys of the body. */
  | { readonly kind: 'logs'; readonly live: string; readonly historic: string };

/**
 * One column of a compact list: a field by its dotted place, or a value with a name of its own. Places that lead
 * through lists give the values of all elements.
 */
export type Column =
  | FieldPath
  | { readonly name: string; readonly at: FieldPath }
  /** Whether a list holds this value. */
  | { readonly name: string; readonly at: FieldPath; readonly has: string }
  /** The field `take` of those elements of the list `of` that have these values. */
  | {
      readonly name: string;
      readonly of: FieldPath;
      readonly where: Readonly<Record<string, string | number | boolean>>;
      readonly take: FieldPath;
    };

/** Which fields of a resource are shown unless `detail: "full"` or `fields` say otherwise. */
export type View =
  | { readonly keeps: readonly FieldPath[] }
  | { readonly drops: readonly FieldPath[] }
  /** For lists: one plain value in each column, many items as a table. */
  | { readonly columns: readonly Column[] };
