// Reads the text of a file of ours by its shape, and says what is wrong with it: line, place, and what was meant.
import type * as z from 'zod';
import { nearest } from '../../../tools/nearest.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { inWords, type ReadData, type ReadDataText } from '../../files/data-text.ts';
import { JsonRefused, placeOf } from '../../files/json-text.ts';
import { meaningOfIssue } from './meaning-of-issue.ts';
import { meantBy } from './meant-field.ts';

/** What is wrong, without any value: also an unknown key may be a token in the wrong place. */
const sentenceOf = (issue: z.core.$ZodIssue, data: ReadData, shape: z.ZodType): string => {
  const { at } = data;
  const place = issue.path.length > 0 ? placeOf(issue.path) : 'the file';
  if (issue.code !== 'unrecognized_keys')
    return `${place}: ${meaningOf(issue, data)}${inWords(at(issue.path) ?? at(issue.path.slice(0, -1)))}`;
  const [first = ''] = issue.keys;
  const meant = meantBy(first, issue.path, shape);
  const names = issue.keys.map((key) => placeOf([key])).join(', ');
  return `${place}: there is no field ${names}${inWords(at([...issue.path, first]))}${meant ? `, did you mean ${meant}?` : ''}`;
};

/** The value at a place in the file; only what was meant by it is ever told. */
const valueAtPath = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inside, step) =>
      typeof inside === 'object' && inside !== null
        ? (inside as Readonly<Record<PropertyKey, unknown>>)[step]
        : undefined,
    value,
  );

/** The sentence of an issue where the shape wrote it itself. */
const ownWords = ({ message }: z.core.$ZodIssue): string | undefined =>
  /^(?:Invalid|Too |Unrecognized|Number must|String must|Array must)/.test(message)
    ? undefined
    : message;

/** What is wrong, with the values that there are where it would only say that one is wrong. */
const meaningOf = (issue: z.core.$ZodIssue, data: ReadData): string => {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code !== 'invalid_value' || !issue.message.startsWith('Invalid'))
    return ownWords(issue) ?? meaningOfIssue(issue, valueAtPath(data.value, issue.path));
  const values = issue.values.map(String);
  if (values.length <= 12) return `must be one of ${values.join(', ')}`;
  const meant = nearest(String(valueAtPath(data.value, issue.path)), values);
  return `there is nothing of this name${meant ? `, did you mean ${meant}` : ''}`;
};

const problemsOf = (error: z.ZodError, data: ReadData, shape: z.ZodType): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => sentenceOf(issue, data, shape))
    .join('; ');

/** A file by its kind and path, as sentences about it begin: `The agent file agents.json`. */
export interface NamedFile {
  readonly kind: 'agent file' | 'policy file';
  readonly path: string;
}

/** The value in a text, and where everything stands in it. @throws {UsageError} where it cannot be read. */
export const dataIn = (text: string, { kind, path }: NamedFile, read: ReadDataText): ReadData => {
  try {
    return read(text);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw new UsageError(`The ${kind} ${path} ${error.message}.`);
  }
};

/**
 * What a file holds, by its shape.
 * @throws {UsageError} naming each field that is wrong; values are not repeated.
 */
export const shaped = <Shape extends z.ZodType>(
  data: ReadData,
  { kind, path }: NamedFile,
  shape: Shape,
): z.infer<Shape> => {
  const [twice] = data.twice;
  if (twice)
    throw new UsageError(
      `The ${kind} ${path} has the key ${placeOf(twice.path)} twice, so that one of them is ignored${inWords(data.at(twice.path))}.`,
    );
  const result = shape.safeParse(data.value);
  if (result.success) return result.data;
  const problems = problemsOf(result.error, data, shape);
  throw new UsageError(
    `The ${kind} ${path} cannot be used: ${problems}${problems.endsWith('?') ? '' : '.'}`,
  );
};
