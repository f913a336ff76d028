// Says which tool to call, with which arguments, to see how started work ends.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { Arguments } from '../tool/tool.ts';
import { argumentsOf, followUpCalls } from './follow-up.ts';

const literal = (value: unknown): string =>
  typeof value === 'string' ? JSON.stringify(value) : String(value);

const list = (words: readonly string[], word: 'and' | 'or'): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${word} ${words.at(-1)}`;

/** Each argument with its value; with all its values where the calls differ in it. */
const spoken = (calls: readonly Arguments[]): string =>
  list(
    Object.keys(calls[0] ?? {}).map((name) => {
      const values = [...new Set(calls.map((call) => literal(call[name])))];
      return `${name} ${list(values, 'or')}`;
    }),
    'and',
  );

/** One sentence naming the tool, with its arguments, that tells when the work has ended; all of it where it is several. */
export const nextSentence = (
  endpoint: Endpoint,
  given: Arguments,
  body: unknown,
  toolNameOf: (operation: string) => string | undefined,
): string | undefined => {
  const poll = endpoint.watch?.poll;
  if (!poll) return undefined;
  const name = toolNameOf(poll.operation);
  const calls = followUpCalls(poll, given, body).map(argumentsOf);
  if (name === undefined || calls.length === 0) return undefined;
  const ended = calls.length > 1 ? 'once for each of them, to see when it' : 'to see when it';
  return `Call ${name} with ${spoken(calls)} ${ended} has ended; wait_seconds up to 45 waits for it.`;
};
