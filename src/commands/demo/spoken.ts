// Calls and answers as a person reads them.
import type { Reply } from './agent.ts';

const spokenValue = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A call: the tool, and its arguments by name. */
export const spokenCall = (tool: string, given: Readonly<Record<string, unknown>>): string =>
  [tool, ...Object.entries(given).map(([name, value]) => `${name}=${spokenValue(value)}`)].join(
    ' ',
  );

const textIn = (from: unknown, name: string): string => {
  const value = typeof from === 'object' && from !== null ? Reflect.get(from, name) : undefined;
  return typeof value === 'string' ? value : '';
};

/** What an answer that is an error says: what happened, and what to do next. */
export const spokenError = ({ answer }: Reply): string => {
  const error = answer['error'];
  // The question was shown; how it is answered later is nothing for a folder that goes with the demonstration.
  if (textIn(error, 'code') === 'approval_pending')
    return 'A person has to agree to this first, and did not. Nothing was sent.';
  return [textIn(error, 'message'), textIn(error, 'next')].filter((text) => text !== '').join(' ');
};
