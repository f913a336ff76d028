// A line of the log as a person reads it: what happened, and what there is to know about it.
import { shortened } from '../../tools/cut-text.ts';
import { cleanLine } from './clean.ts';

const longest = 300;

const textOf = (value: unknown): string => {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null) return String(value);
  // A stack is for whoever debugs, and for them the log is in a pipe.
  if ('message' in value && typeof value.message === 'string') return value.message;
  return JSON.stringify(value);
};

/** `warn: the token expires soon (token dop_v1_…abcd, days 3)`, cleaned of what a terminal obeys. */
export const sentenceOf = (level: string, fields: object, message: string): string => {
  const details = Object.entries(fields)
    .map(([name, value]) => `${name} ${shortened(cleanLine(textOf(value)), longest)}`)
    .join(', ');
  return cleanLine(`${level}: ${message}${details === '' ? '' : ` (${details})`}`);
};
