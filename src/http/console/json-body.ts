// Reads what the page sends: JSON of one shape, within bounds.
import type * as z from 'zod';
import { BodyRefused, type Exchange } from '../exchange.ts';
import { Refusal } from '../refusal.ts';

/** The largest body, in bytes, unless a door says otherwise. */
const usualLimit = 8 * 1_024;

const refused = (status: 400 | 413 | 415, message: string): Refusal =>
  new Refusal({ status, reason: 'body', message });

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What a shape has to say about a value that does not fit, without the value itself. */
const troubleOf = ({ issues }: z.ZodError): string => {
  const [first] = issues;
  const place = first?.path.join('.') ?? '';
  return `${place === '' ? 'The body' : `"${place}"`} is not what this takes: ${first?.message ?? 'it has another form'}.`;
};

/**
 * Reads a body of JSON.
 * @param limit the largest body, in bytes.
 */
export const jsonBody = async <Shape extends z.ZodType>(
  exchange: Exchange,
  shape: Shape,
  limit = usualLimit,
): Promise<z.infer<Shape> | Refusal> => {
  if (!/^application\/json\s*(;|$)/i.test(exchange.header('content-type') ?? ''))
    return refused(415, 'The console is sent Content-Type: application/json.');
  try {
    const read = shape.safeParse(parse(await exchange.readBody(limit)));
    return read.success ? read.data : refused(400, troubleOf(read.error));
  } catch (error) {
    if (error instanceof BodyRefused) return refused(error.status, error.message);
    throw error;
  }
};
