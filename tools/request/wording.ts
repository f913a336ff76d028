// Puts what is wrong with an argument into a sentence that a model can act on; no validator's word reaches it.
import type * as z from 'zod';
import type { Schema } from '../../scope-map/facts.ts';
import { shortened } from '../cut-text.ts';
import { isObject } from '../json-object.ts';
import type { InputSchema } from '../tool/tool.ts';

type Path = readonly PropertyKey[];

/** What kind of JSON value this is, in words. */
export const kindOf = (value: unknown): string => {
  if (value === undefined) return 'nothing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  switch (typeof value) {
    case 'string':
      return 'text';
    case 'object':
      return 'an object';
    default:
      return `a ${typeof value}`;
  }
};

const wanted = new Map([
  ['string', 'text'],
  ['number', 'a number'],
  ['int', 'a whole number'],
  ['boolean', 'true or false'],
  ['array', 'a list'],
  ['object', 'an object'],
  ['record', 'an object'],
  ['null', 'null'],
]);

const want = (expected: string): string => wanted.get(expected) ?? 'something else';

const longestName = 64;

const at = (path: Path): string =>
  path.reduce<string>((text, key) => {
    if (typeof key === 'number') return `${text}[${key}]`;
    const name = shortened(String(key), longestName);
    return text === '' ? name : `${text}.${name}`;
  }, '');

const valueAlong = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      Array.isArray(inner) && typeof key === 'number'
        ? inner[key]
        : isObject(inner) && Object.hasOwn(inner, key)
          ? inner[String(key)]
          : undefined,
    value,
  );

const schemaAlong = (schema: Schema | InputSchema, path: Path): Schema | undefined =>
  path.reduce<Schema | undefined>(
    (inner, key) => (typeof key === 'number' ? inner?.items : inner?.properties?.[String(key)]),
    schema,
  );

const bound = (origin: string, limit: number | bigint, word: string): string => {
  if (origin === 'string') return `must have ${word} ${limit} characters`;
  if (origin === 'array')
    return `must have ${word} ${limit} ${limit === 1 ? 'element' : 'elements'}`;
  return `must be ${word} ${limit}`;
};

const mustBe = (place: string, kinds: string, value: unknown): string =>
  value === undefined
    ? `${place} is required (${kinds})`
    : `${place} must be ${kinds}, not ${kindOf(value)}`;

/** The kinds of value that the forms of a union take. */
const kindsOf = (issue: z.core.$ZodIssueInvalidUnion): readonly string[] => [
  ...new Set(
    issue.errors
      .flat()
      .flatMap((inner) => (inner.code === 'invalid_type' ? [want(inner.expected)] : [])),
  ),
];

/**
 * What an issue says about an argument. Values are never repeated: an argument may hold a secret.
 * @param given the arguments that were checked
 * @param schema the schema that they were checked against
 */
export const sentenceOf = (
  issue: z.core.$ZodIssue,
  given: unknown,
  schema: Schema | InputSchema,
): string => {
  const place = at(issue.path) || 'the arguments';
  const value = valueAlong(given, issue.path);
  switch (issue.code) {
    case 'invalid_type': {
      // Zod speaks of a number where only whole ones are taken.
      const isWhole = schemaAlong(schema, issue.path)?.type === 'integer';
      return mustBe(place, want(isWhole ? 'int' : issue.expected), value);
    }
    case 'invalid_union': {
      const kinds = kindsOf(issue).join(' or ');
      return kinds === ''
        ? `${place} has none of the forms it may have`
        : mustBe(place, kinds, value);
    }
    case 'invalid_value': {
      const values = issue.values.map(String).join(', ');
      return value === undefined
        ? `${place} is required; it is one of: ${values}`
        : `${place} must be one of: ${values}`;
    }
    case 'too_small':
      return `${place} ${bound(issue.origin, issue.minimum, 'at least')}`;
    case 'too_big':
      return `${place} ${bound(issue.origin, issue.maximum, 'at most')}`;
    case 'invalid_format':
      return issue.format === 'regex' && 'pattern' in issue
        ? `${place} must match ${String(issue.pattern)}`
        : `${place} must be a valid ${issue.format}`;
    case 'not_multiple_of':
      return `${place} must be a multiple of ${issue.divisor}`;
    case 'unrecognized_keys': {
      const names = issue.keys.slice(0, 3).map((key) => `"${shortened(key, longestName)}"`);
      const more = issue.keys.length > 3 ? `, and ${issue.keys.length - 3} more` : '';
      return `${place} has no field ${names.join(', ')}${more}`;
    }
    default:
      return `${place} is not what it has to be`;
  }
};
