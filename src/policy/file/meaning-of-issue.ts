// What is wrong with one field of a file, in words for its owner: what stands there, and what should.
import type * as z from 'zod';

const kinds: Readonly<Record<string, string>> = {
  array: 'a list',
  object: 'an object with fields',
  record: 'an object with fields',
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  null: 'null',
};

const kindOf = (value: unknown): string => {
  if (value === null) return 'null';
  return kinds[Array.isArray(value) ? 'array' : typeof value] ?? typeof value;
};

const counted = (count: number | bigint, one: string): string =>
  `${count} ${one}${Number(count) === 1 ? '' : 's'}`;

/** The size of a thing of some kind, as sentences about bounds need it. */
const sizeOf = (origin: string, size: number | bigint): string => {
  if (origin === 'array' || origin === 'set')
    return counted(size, 'entry').replace('entrys', 'entries');
  if (origin === 'string') return counted(size, 'character');
  return String(size);
};

const bound = (
  { origin, exact }: { readonly origin: string; readonly exact?: boolean | undefined },
  word: 'at least' | 'at most',
  size: number | bigint,
): string => {
  const owns = origin === 'array' || origin === 'set' || origin === 'string' ? 'have' : 'be';
  return `must ${owns} ${exact === true ? 'exactly' : word} ${sizeOf(origin, size)}`;
};

/**
 * What an issue of zod's means; its own sentence where that was written by us.
 * @param value what stands in the field; only its kind is ever told.
 */
export const meaningOfIssue = (issue: z.core.$ZodIssue, value: unknown): string => {
  switch (issue.code) {
    case 'invalid_type':
      return value === undefined
        ? 'is missing'
        : `must be ${kinds[issue.expected] ?? issue.expected}, and is ${kindOf(value)}`;
    case 'too_small':
      return issue.inclusive === false
        ? `must be more than ${issue.minimum}`
        : bound(issue, 'at least', issue.minimum);
    case 'too_big':
      return issue.inclusive === false
        ? `must be less than ${issue.maximum}`
        : bound(issue, 'at most', issue.maximum);
    default:
      return issue.message;
  }
};
