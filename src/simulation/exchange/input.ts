// Reads a request body or query with a zod schema; what does not fit becomes DigitalOcean's 422.
import * as z from 'zod';
import type { Call } from './call.ts';
import { check } from './problems.ts';
import { unprocessable } from './refusal.ts';

/** An optional field: absent and null mean the same, since clients of other languages send null freely. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

/** One of a few words. Absent, null and empty mean the same: clients in Go send what they leave out as "". */
export const choice = <const Words extends readonly [string, ...string[]]>(words: Words) =>
  z.preprocess((given) => (given === '' ? undefined : given), z.enum(words).nullish());

/** A list that may be absent or null, read as an empty one. */
export const listOf = <T extends z.ZodType>(schema: T) =>
  z
    .array(schema)
    .nullish()
    .transform((items) => items ?? []);

/** A whole number, also when it was sent as text. */
export const wholeNumber = z.union([z.int(), z.string().regex(/^\d+$/).transform(Number)]);

/** A tag's name (DigitalOcean: letters, digits, colons, dashes and underscores, at most 255). */
export const tagName = z
  .string()
  .max(255)
  .regex(/^[\w:-]+$/, 'may only contain letters, numbers, colons, dashes and underscores');

/**
 * The body, parsed. Unknown fields are ignored, as DigitalOcean ignores them.
 *
 * @throws ApiRefusal 422 with the first thing that is wrong and where.
 */
export const read = <T extends z.ZodType>(call: Call, schema: T): z.output<T> => {
  const checked = check(schema, call.body ?? {});
  if (checked.ok) return checked.data;
  throw unprocessable(`${checked.place || 'The request body'} ${checked.says}`);
};
