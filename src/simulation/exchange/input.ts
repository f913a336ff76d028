// Reads a request body or query with a zod schema; what does not fit becomes DigitalOcean's 422.
import * as z from 'zod';
import type { Call } from './call.ts';
import { unprocessable } from './refusal.ts';

/** An optional field: absent and null mean the same, since clients of other languages send null freely. */
export const optional = <T extends z.ZodType>(schema: T) => schema.nullish();

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
  .regex(/^[\w:-]+$/, 'a tag may contain letters, numbers, colons, dashes and underscores');

/**
 * The body, parsed. Unknown fields are ignored, as DigitalOcean ignores them.
 *
 * @throws Refusal 422 with the first thing that is wrong and where.
 */
export const read = <T extends z.ZodType>(call: Call, schema: T): z.output<T> => {
  const result = schema.safeParse(call.body ?? {});
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const place = issue?.path.join('.') ?? '';
  throw unprocessable(
    `${place === '' ? 'The request body' : place} is not valid: ${issue?.message}`,
  );
};
