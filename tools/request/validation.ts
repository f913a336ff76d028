// Checks the arguments of a call against the tool's full schema and rules, in sentences a model can act on.
import * as z from 'zod';
import type { Schema } from '../../scope-map/facts.ts';
import { containsRedaction } from '../answer/redaction.ts';
import { isObject } from '../json-object.ts';
import { nearest } from '../nearest.ts';
import type { Arguments, InputSchema, Tool } from '../tool/tool.ts';
import { read } from './reading.ts';
import { brokenRules } from './rules.ts';

/** Either the arguments as the schema wants them, or everything that is wrong with them. */
export type Validated =
  | { readonly ok: true; readonly arguments: Arguments }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Text longer than this in one call is refused: nothing in DigitalOcean's API takes more (user data: 64 KiB). */
const longestArguments = 1_048_576;

const textLength = (value: unknown): number => {
  if (typeof value === 'string') return value.length;
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + textLength(one), 0);
  return isObject(value) ? textLength(Object.entries(value).flat()) : 0;
};

const kindOf = (value: unknown): string => {
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

const wanted: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
  record: 'an object',
  null: 'null',
};

const at = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (text, key) =>
      typeof key === 'number'
        ? `${text}[${key}]`
        : text === ''
          ? String(key)
          : `${text}.${String(key)}`,
    '',
  );

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (inner, key) =>
      Array.isArray(inner) && typeof key === 'number'
        ? inner[key]
        : isObject(inner) && Object.hasOwn(inner, key)
          ? inner[String(key)]
          : undefined,
    value,
  );

/** The schema at a place that an issue names. */
const schemaAt = (schema: Schema | InputSchema, path: readonly PropertyKey[]): Schema | undefined =>
  path.reduce<Schema | undefined>(
    (inner, key) => (typeof key === 'number' ? inner?.items : inner?.properties?.[String(key)]),
    schema,
  );

// Values are never repeated in a sentence: an argument may hold a secret.
const sentence = (
  issue: z.core.$ZodIssue,
  given: unknown,
  schema: Schema | InputSchema,
): string => {
  const place = at(issue.path) || 'the arguments';
  switch (issue.code) {
    case 'invalid_type': {
      const value = valueAt(given, issue.path);
      // Zod speaks of a number where only whole ones are taken.
      const expected = schemaAt(schema, issue.path)?.type === 'integer' ? 'int' : issue.expected;
      const want = wanted[expected] ?? expected;
      return value === undefined
        ? `${place} is required (${want})`
        : `${place} must be ${want}, not ${kindOf(value)}`;
    }
    case 'invalid_union': {
      const wants = issue.errors
        .flat()
        .flatMap((inner) =>
          inner.code === 'invalid_type' ? [wanted[inner.expected] ?? inner.expected] : [],
        );
      const value = valueAt(given, issue.path);
      if (wants.length === 0) return `${place} has none of the forms it may have`;
      const want = [...new Set(wants)].join(' or ');
      return value === undefined
        ? `${place} is required (${want})`
        : `${place} must be ${want}, not ${kindOf(value)}`;
    }
    case 'invalid_value':
      return `${place} must be one of: ${issue.values.map(String).join(', ')}`;
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
    default:
      return `${place}: ${issue.message}`;
  }
};

const bound = (origin: string, limit: number | bigint, word: string): string => {
  if (origin === 'string') return `must have ${word} ${limit} characters`;
  if (origin === 'array')
    return `must have ${word} ${limit} ${limit === 1 ? 'element' : 'elements'}`;
  return `must be ${word} ${limit}`;
};

const unknownNames = (tool: Tool, given: Arguments): readonly string[] => {
  const known = Object.keys(tool.inputSchema.properties);
  return Object.keys(given)
    .filter((name) => !known.includes(name))
    .map((name) => {
      const meant = nearest(name, known);
      const shown = name.length > 64 ? `${name.slice(0, 64)}…` : name;
      return meant
        ? `there is no argument "${shown}"; did you mean "${meant}"?`
        : `there is no argument "${shown}"; ${tool.name} takes ${known.join(', ')}`;
    });
};

const sentencesOf = (
  issues: readonly z.core.$ZodIssue[],
  given: unknown,
  schema: Schema | InputSchema,
): readonly string[] =>
  issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [sentence(issue, given, schema)];
    // Top-level names are reported with a suggestion already.
    if (issue.path.length === 0) return [];
    return issue.keys.map((key) => `${at(issue.path)} has no field "${key.slice(0, 64)}"`);
  });

/** Checks the raw arguments of a call (absent counts as none); never throws. */
export type Validator = (raw: unknown) => Promise<Validated>;

const toZod = (schema: Schema | InputSchema): z.ZodType =>
  // The distiller writes plain JSON Schema; zod's parameter type only adds mutability.
  z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]);

/** What is wrong with the arguments that the tool shows loosely, by their full schemas; reads them on the way. */
const checkInFull = async (
  tool: Tool,
  given: Arguments,
  schemas: Map<string, { readonly schema: Schema; readonly type: z.ZodType }>,
): Promise<Validated> => {
  const checked: Record<string, unknown> = { ...given };
  const problems: string[] = [];
  for (const [argument, full] of Object.entries(tool.endpoint.inFull ?? {})) {
    if (given[argument] === undefined) continue;
    const known = schemas.get(full.name);
    const schema = known?.schema ?? (await full.read());
    const type = known?.type ?? toZod(schema);
    schemas.set(full.name, { schema, type });
    checked[argument] = read(given[argument], schema);
    const result = type.safeParse(checked[argument]);
    if (result.success) continue;
    const issues = result.error.issues.map((issue) => ({
      ...issue,
      path: [argument, ...issue.path],
    }));
    problems.push(...sentencesOf(issues, checked, { properties: { [argument]: schema } }));
  }
  return problems.length > 0 ? refused(problems) : { ok: true, arguments: checked };
};

/** A validator for one tool. Its schema is turned into a zod schema when the first call comes, never at start. */
export const createValidator = (tool: Tool): Validator => {
  let schema: z.ZodType | undefined;
  const inFull = new Map<string, { readonly schema: Schema; readonly type: z.ZodType }>();
  return async (raw) => {
    const sent = raw ?? {};
    if (!isObject(sent)) return refused([`the arguments must be an object, not ${kindOf(sent)}`]);
    if (textLength(sent) > longestArguments)
      return refused([`the arguments hold more than ${longestArguments} characters of text`]);
    if (containsRedaction(sent))
      return refused([
        'an argument contains a redaction mark; send the real value, or leave the field out',
      ]);
    const given = read(sent, tool.inputSchema);
    if (!isObject(given)) return refused(['the arguments must be an object']);
    schema ??= toZod(tool.inputSchema);
    const result = schema.safeParse(given);
    const problems = [
      ...unknownNames(tool, given),
      ...(result.success ? [] : sentencesOf(result.error.issues, given, tool.inputSchema)),
    ];
    if (problems.length > 0) return refused(problems);
    const broken = brokenRules(tool.endpoint.rules ?? [], given);
    if (broken.length > 0) return refused(broken);
    return tool.endpoint.inFull ? checkInFull(tool, given, inFull) : { ok: true, arguments: given };
  };
};

const mostProblems = 10;

const refused = (problems: readonly string[]): Validated => ({
  ok: false,
  problems:
    problems.length > mostProblems
      ? [...problems.slice(0, mostProblems), `and ${problems.length - mostProblems} more`]
      : problems,
});
