// Prints rows as a table that a person can read and paste.
import type { Row } from './row.ts';

/**
 * @param rows What was measured.
 * @returns A Markdown table with aligned columns.
 */
export const tableOf = (rows: readonly Row[]): string => {
  const cells = [
    ['', 'what', 'bar', 'measured'],
    ...rows.map(({ ok, what, bar, measured }) => [ok ? 'ok' : 'MISSED', what, bar, measured]),
  ];
  const widths = [0, 1, 2, 3].map((column) =>
    Math.max(2, ...cells.map((line) => line[column]?.length ?? 0)),
  );
  const lineOf = (line: readonly string[]): string =>
    `| ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [heading = [], ...body] = cells;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  return [lineOf(heading), rule, ...body.map(lineOf)].join('\n');
};
