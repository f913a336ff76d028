// The record as a table for a spreadsheet, in which no cell is a formula.
import type { Recorded } from './choose.ts';

const within = (line: Recorded, name: string, inner: string): unknown => {
  const value = line[name];
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[inner]
    : undefined;
};

type Column = readonly [name: string, of: (line: Recorded) => unknown];

const own = (name: string): Column => [name, (line) => line[name]];

const columns: readonly Column[] = [
  ...['at', 'id', 'kind', 'agent'].map(own),
  ['client', (line) => within(line, 'client', 'name')],
  ['client_version', (line) => within(line, 'client', 'version')],
  ['account', (line) => line['owner'] ?? within(line, 'account', 'token')],
  ...['tool', 'through', 'method', 'path', 'arguments'].map(own),
  ['effect', (line) => within(line, 'decision', 'effect')],
  ['verdict', (line) => within(line, 'decision', 'verdict')],
  ['rule', (line) => within(line, 'decision', 'rule')],
  ['consent', (line) => within(line, 'consent', 'kind')],
  ['door', (line) => within(line, 'consent', 'door')],
  ['monthly_usd', (line) => within(line, 'price', 'monthlyUsd')],
  ...['result', 'status', 'request_id', 'attempts', 'ms', 'reason'].map(own),
  ['seq', (line) => line['seq']],
];

const asText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};

// What a spreadsheet would work out instead of showing, also behind blanks.
const isFormula = (text: string): boolean => /^\s*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/.test(text);

const cell = (value: unknown): string => {
  const text = asText(value);
  const safe = typeof value !== 'number' && isFormula(text) ? `'${text}` : text;
  return /[",\r\n']/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** The names of the columns. */
export const csvHead: string = columns.map(([name]) => name).join(',');

/** One line of the record as a row. */
export const csvRow = (line: Recorded): string => columns.map(([, of]) => cell(of(line))).join(',');
