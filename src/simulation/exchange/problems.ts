// What is wrong with an input, said the way DigitalOcean says it: the field and what it must be.
import type * as z from 'zod';

/** Kinds of value as people call them; anything else goes by its own name. */
const kinds: Readonly<Record<string, string>> = {
  string: 'a string',
  number: 'a number',
  int: 'an integer',
  boolean: 'a boolean',
  array: 'an array',
  object: 'an object',
  record: 'an object',
};

const bound = (issue: z.core.$ZodRawIssue, word: 'least' | 'most', limit: unknown): string => {
  if (issue['origin'] === 'string') {
    return limit === 1 && word === 'least'
      ? "can't be blank"
      : `must have at ${word} ${limit} characters`;
  }
  return issue['origin'] === 'array'
    ? `must have at ${word} ${limit} entries`
    : `must be at ${word} ${limit}`;
};

/** The words for a schema's complaint that brings none of its own; a verb and what follows it. */
const verdict = (issue: z.core.$ZodRawIssue): string => {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? 'is required'
        : `must be ${kinds[String(issue['expected'])] ?? issue['expected']}`;
    case 'invalid_value':
      return Array.isArray(issue['values']) && issue['values'].length > 1
        ? `must be one of ${issue['values'].join(', ')}`
        : 'is invalid';
    case 'too_small':
      return bound(issue, 'least', issue['minimum']);
    case 'too_big':
      return bound(issue, 'most', issue['maximum']);
    case 'unrecognized_keys':
      return `has no field ${Array.isArray(issue['keys']) ? issue['keys'].join(', ') : ''}`.trim();
    default:
      return issue.input === undefined ? 'is required' : 'is invalid';
  }
};

/** An input that fits, or where and why it does not. */
export type Checked<T> =
  | { readonly ok: true; readonly data: T }
  | {
      readonly ok: false;
      /** Dotted; empty for the whole. */
      readonly place: string;
      readonly says: string;
    };

/** Checks an input; of several problems the first one counts. */
export const check = <T extends z.ZodType>(schema: T, given: unknown): Checked<z.output<T>> => {
  const result = schema.safeParse(given, { error: verdict });
  if (result.success) return { ok: true, data: result.data };
  const issue = result.error.issues[0];
  return { ok: false, place: issue?.path.join('.') ?? '', says: issue?.message ?? 'is invalid' };
};
