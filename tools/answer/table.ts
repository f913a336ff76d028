// Writes the items of a compact list as a table: the names of the columns once, a row for each item.

import type { NamedColumn } from '../columns.ts';
import { isObject, type JsonObject } from '../json-object.ts';

/** Up to so many items an object each says more than a table. */
const mostObjects = 2;

/** An item as a row. */
export const rowOf = (item: JsonObject, columns: readonly NamedColumn[]): readonly unknown[] =>
  columns.map(({ name }) => item[name] ?? null);

/** The items of a list under `items`, as a table where there are columns and every item fits them. */
export const asTable = (
  items: readonly unknown[],
  columns: readonly NamedColumn[],
): { readonly columns?: readonly string[]; readonly items: readonly unknown[] } =>
  columns.length > 0 && items.length > mostObjects && items.every(isObject)
    ? {
        columns: columns.map(({ name }) => name),
        items: items.map((item) => rowOf(item as JsonObject, columns)),
      }
    : { items };
