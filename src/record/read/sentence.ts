// A line of the record as a person reads it.
import { shortened } from '../../../tools/cut-text.ts';
import { cleanLine } from '../../terminal/clean.ts';
import type { Recorded } from './choose.ts';

const longestArguments = 200;

const text = (value: unknown): string =>
  value === undefined || value === null ? '' : cleanLine(String(value));

const field = (line: Recorded, name: string, within: string): unknown => {
  const value = line[name];
  return typeof value === 'object' && value !== null
    ? (value as Readonly<Record<string, unknown>>)[within]
    : undefined;
};

const became = (line: Recorded): string => {
  switch (line['kind']) {
    case 'intent':
      return 'is sent';
    case 'refused':
      return `not sent: ${text(line['result'])}`;
    case 'dry_run':
      return 'dry run';
    default:
      return [text(line['result']), text(line['status'])].filter((part) => part !== '').join(' ');
  }
};

const consentOf = (line: Recorded): string => {
  const door = field(line, 'consent', 'door');
  return door === undefined ? '' : `agreed at ${text(door)}`;
};

/** Time, id, who, what, how it ended, and with what it was called. */
export const sentenceOf = (line: Recorded): string => {
  const given = line['arguments'];
  const ms = line['ms'];
  return [
    text(line['at']),
    text(line['id']),
    text(line['agent']),
    text(line['tool']),
    became(line),
    consentOf(line),
    typeof ms === 'number' ? `${ms} ms` : '',
    line['path'] === undefined ? '' : `${text(line['method'])} ${text(line['path'])}`,
    given === undefined ? '' : shortened(cleanLine(JSON.stringify(given)), longestArguments),
  ]
    .filter((part) => part !== '')
    .join('  ');
};
