// Works out the call that tells how long work ends: which tool, with which arguments.
import type { Endpoint, FieldPath, FollowUp, Source } from '../../scope-map/endpoint.ts';
import type { Arguments } from '../tool/tool.ts';

/** The value at a dotted path; a list on the way is entered at its first element. */
export const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.split('.').reduce<unknown>((inner, key) => {
    const here = Array.isArray(inner) ? inner[0] : inner;
    return typeof here === 'object' && here !== null && Object.hasOwn(here, key)
      ? (here as Readonly<Record<string, unknown>>)[key]
      : undefined;
  }, value);

const resolve = (source: Source, given: Arguments, body: unknown): unknown =>
  'argument' in source ? given[source.argument] : valueAt(body, source.reply);

/**
 * The arguments of a follow-up read, taken from the first call and its reply.
 * Undefined when one of them is nowhere to be found.
 */
export const followUpArguments = (
  follow: FollowUp,
  given: Arguments,
  body: unknown,
): Arguments | undefined => {
  const entries = Object.entries(follow.path).map(
    ([name, source]) => [name, resolve(source, given, body)] as const,
  );
  return entries.some(([, value]) => value === undefined || value === null || value === '')
    ? undefined
    : Object.fromEntries(entries);
};

const literal = (value: unknown): string =>
  typeof value === 'string' ? `"${value}"` : String(value);

/** One sentence naming the tool, with its arguments, that tells when the work has ended. */
export const nextSentence = (
  endpoint: Endpoint,
  given: Arguments,
  body: unknown,
  toolNameOf: (operation: string) => string | undefined,
): string | undefined => {
  const poll = endpoint.watch?.poll;
  if (!poll) return undefined;
  const name = toolNameOf(poll.operation);
  const wanted = followUpArguments(poll, given, body);
  if (name === undefined || wanted === undefined) return undefined;
  const shown = Object.entries(wanted).map(([key, value]) => `${key} ${literal(value)}`);
  return `Call ${name} with ${shown.join(' and ')} to see when it has ended; wait_seconds up to 45 waits for it.`;
};
