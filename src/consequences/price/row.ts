// Finds in a list of prices the row of what is billed.
import type { Tariff } from '../../../scope-map/endpoint/bill.ts';
import { valueAt, valuesAt } from '../../../tools/places.ts';
import type { Arguments } from '../../../tools/tool/tool.ts';

/** The row, by one step after the other; undefined where the list has none. */
export const rowOf = ({ row }: Tariff, thing: Arguments, body: unknown): unknown =>
  row.reduce<unknown>(
    (inner, { list, where }) =>
      valuesAt(inner, list)
        .flat()
        .find((one) =>
          Object.entries(where).every(([column, place]) => {
            const value = valueAt(thing, place);
            return value !== undefined && valueAt(one, column) === value;
          }),
        ),
    body,
  );
