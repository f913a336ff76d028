// Reads a resource by columns: one plain value in each, so that many resources make a table.
import type { Column, View } from '../scope-map/endpoint.ts';
import { isObject } from './json-object.ts';
import { readerOf } from './places.ts';

/** One column with its name. */
export interface NamedColumn {
  readonly name: string;
  /** The places that it reads, dotted. */
  readonly places: readonly string[];
  /** The value of a resource in this column; undefined where it has none. */
  readonly cell: (resource: unknown) => unknown;
}

const single = (values: readonly unknown[]): unknown => {
  if (values.length === 0) return undefined;
  return values.length === 1 ? values[0] : values;
};

const plain = (name: string, place: string): NamedColumn => {
  const read = readerOf(place);
  return { name, places: [place], cell: (one) => single(read(one)) };
};

const named = (column: Column): NamedColumn => {
  if (typeof column === 'string') return plain(column, column);
  const { name } = column;
  if ('has' in column) {
    const { at, has } = column;
    const read = readerOf(at);
    return { name, places: [at], cell: (one) => read(one).flat().includes(has) };
  }
  if ('of' in column) {
    const { of, where, take } = column;
    const matches = Object.entries(where);
    const [readList, read] = [readerOf(of), readerOf(take)];
    return {
      name,
      places: [`${of}.${take}`, ...matches.map(([key]) => `${of}.${key}`)],
      cell: (one) => {
        const [list] = readList(one);
        const found = (Array.isArray(list) ? list : []).filter(
          (element) => isObject(element) && matches.every(([key, is]) => element[key] === is),
        );
        return single(found.flatMap((element) => read(element)));
      },
    };
  }
  return plain(name, column.at);
};

/** The columns of a view; none where it has no table. */
export const columnsOf = (view: View | undefined): readonly NamedColumn[] =>
  view && 'columns' in view ? view.columns.map(named) : [];

/** A resource as its columns show it; what it has not is left out. */
export const asNamedCells = (
  resource: unknown,
  columns: readonly NamedColumn[],
): Readonly<Record<string, unknown>> => {
  const cells: Record<string, unknown> = {};
  for (const { name, cell } of columns) {
    const value = cell(resource);
    if (value !== undefined && value !== null) cells[name] = value;
  }
  return cells;
};

/** The places that a compact view shows; undefined where it shows all but what it drops. */
export const placesShownBy = (view: View): readonly string[] | undefined => {
  if ('drops' in view) return undefined;
  return 'keeps' in view ? view.keeps : columnsOf(view).flatMap(({ places }) => places);
};
