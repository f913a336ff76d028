// What an operator sends with an answer, read within bounds.
import * as z from 'zod';
import { withoutMark } from '../../files/json-text.ts';
import { BodyRefused, type Exchange } from '../exchange.ts';
import { Refusal } from '../refusal.ts';

/** The largest body, in bytes. */
const largestBody = 8 * 1024;

const shape = z.strictObject({
  /** The name, where one has to be typed to agree. */
  typed: z.string().max(200).optional(),
  reason: z.string().trim().max(500).optional(),
  /** Where the operator sat: at a terminal or before a page. Both have shown the same key. */
  door: z.enum(['terminal', 'console']).default('console'),
});

/** What was sent. */
export type GivenAnswer = z.infer<typeof shape>;

const refused = (status: 400 | 413 | 415, message: string): Refusal =>
  new Refusal({ status, reason: 'body', message });

const wrong =
  'The body is a JSON object with, at most, "typed" (what has to be typed to agree), "reason" (up to 500 characters) and "door" ("terminal" or "console"), each a text.';

const parse = (text: string): GivenAnswer | Refusal => {
  let json: unknown;
  try {
    json = text.trim() === '' ? {} : JSON.parse(withoutMark(text));
  } catch {
    return refused(400, wrong);
  }
  const read = shape.safeParse(json);
  return read.success ? read.data : refused(400, wrong);
};

/** Reads the body of an answer; none is an answer without a word. */
export const givenAnswer = async (exchange: Exchange): Promise<GivenAnswer | Refusal> => {
  const type = exchange.header('content-type');
  if (type !== null && !/^application\/json\s*(;|$)/i.test(type))
    return refused(415, 'An answer is sent as Content-Type: application/json.');
  try {
    return parse(await exchange.readBody(largestBody));
  } catch (error) {
    if (error instanceof BodyRefused) return refused(error.status, error.message);
    throw error;
  }
};
