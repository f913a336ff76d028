// A table for a person: a header, columns as wide as they need to be, cells broken at words where the page ends.
import { linesOf } from './paragraph.ts';

/** A column of a grid. */
export interface Column {
  readonly title: string;
  /** As wide as it may be; what is longer is broken. */
  readonly most?: number;
}

const gap = 2;

/** The narrowest last column that can still be read. */
const leastRest = 16;

const widestOf = (cells: readonly string[]): number =>
  cells.reduce((widest, cell) => Math.max(widest, cell.length), 0);

/** As wide as each column is: the last takes what is left. */
const widthsOf = (
  columns: readonly Column[],
  rows: readonly (readonly string[])[],
  width: number,
): readonly number[] => {
  const natural = columns.map(({ title, most = width }, at) =>
    Math.min(most, widestOf([title, ...rows.map((row) => row[at] ?? '')])),
  );
  const before = natural.slice(0, -1).reduce((sum, one) => sum + one + gap, 0);
  return [...natural.slice(0, -1), Math.max(leastRest, width - before)];
};

const lineOf = (cells: readonly string[], widths: readonly number[]): string =>
  cells
    .map((cell, at) => cell.padEnd(widths[at] ?? 0))
    .join(' '.repeat(gap))
    .trimEnd();

/** A row on as many lines as its highest cell has; a first cell that is too wide has a line of its own. */
const rowLines = (row: readonly string[], widths: readonly number[]): readonly string[] => {
  const [first = '', ...others] = row;
  const isTooWide = first.length > (widths[0] ?? 0);
  const cells = (isTooWide ? ['', ...others] : row).map((cell, at) =>
    linesOf(cell, widths[at] ?? cell.length),
  );
  const height = Math.max(...cells.map((lines) => lines.length));
  const lines = Array.from({ length: height }, (_, at) =>
    lineOf(
      cells.map((cell) => cell[at] ?? ''),
      widths,
    ),
  );
  return isTooWide ? [first, ...lines] : lines;
};

/** Rows that belong together, below a heading; an empty one for rows that need none. */
export interface Section {
  readonly heading: string;
  readonly rows: readonly (readonly string[])[];
}

/**
 * The lines of a grid.
 * @param width columns that a line may have.
 */
export const grid = (
  columns: readonly Column[],
  sections: readonly Section[],
  width: number,
): readonly string[] => {
  const widths = widthsOf(
    columns,
    sections.flatMap(({ rows }) => rows),
    width,
  );
  const header = lineOf(
    columns.map(({ title }) => title),
    widths,
  );
  return [
    header,
    ...sections.flatMap(({ heading, rows }) => [
      ...(heading === '' ? [] : ['', heading]),
      ...rows.flatMap((row) => rowLines(row, widths)),
    ]),
  ];
};
