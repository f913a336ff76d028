// The shape of the file of agents, as it is written.
import * as z from 'zod';
import { nearest } from '../../../tools/nearest.ts';
import { veil } from '../../../tools/secrets/veil.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { inWords, type ReadData, type ReadDataText, readJsonData } from '../../files/data-text.ts';
import { JsonRefused, placeOf } from '../../files/json-text.ts';
import { policyFields } from '../../policy/shape.ts';
import { meantBy } from './meant-field.ts';

const looksLikeToken = (text: string): boolean => veil(text) !== text;

const variableName = z
  .string()
  .regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable')
  .refine(
    (text) => !looksLikeToken(text),
    'must be the name of a variable that holds the token, never the token',
  );

const agentShape = z.strictObject({
  name: z
    .string()
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._-]{0,62}$/,
      'must be 1 to 63 letters, digits, dots, dashes or underscores',
    )
    .refine((text) => !looksLikeToken(text), 'looks like a token, which does not belong here'),
  /** `sha256:` and the hex digest of the agent's key. */
  key: z
    .string()
    .regex(
      /^sha256:[0-9a-f]{64}$/,
      'must be sha256: and 64 hex digits, as do-mcp agent add writes it',
    ),
  token: z.union(
    [z.strictObject({ env: variableName }), z.strictObject({ file: z.string().min(1) })],
    {
      error:
        'must be {"env": "<variable>"} or {"file": "<path>"}: the token itself does not belong here',
    },
  ),
  access: z.enum(['read', 'write']),
  areas: z.array(z.string()).min(1).optional(),
  /** Just these tools. */
  tools: z.array(z.string()).min(1).optional(),
  excludeTools: z.array(z.string()).optional(),
  note: z.string().optional(),
  callsPerMinute: z
    .int()
    .min(1)
    .max(10_000)
    .optional()
    .describe('How many calls it may make in any minute.'),
  ...policyFields,
});

// Unknown fields are refused: a mistyped restriction would otherwise restrict nothing. New fields come with
// this version as long as files without them keep their meaning, and with a new version else.
/** The whole file; its JSON Schema is published. */
export const fileShape = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1, { error: 'must be 1' }),
  agents: z.array(agentShape),
});

/** The file's content as written. */
export type AgentFileContent = z.infer<typeof fileShape>;

/** One agent as written. */
export type AgentEntry = AgentFileContent['agents'][number];

/** What is wrong, without any value: also an unknown key may be a token in the wrong place. */
const sentenceOf = (issue: z.core.$ZodIssue, data: ReadData): string => {
  const { at } = data;
  const place = issue.path.length > 0 ? placeOf(issue.path) : 'the file';
  if (issue.code !== 'unrecognized_keys')
    return `${place}: ${meaningOf(issue, data)}${inWords(at(issue.path) ?? at(issue.path.slice(0, -1)))}`;
  const [first = ''] = issue.keys;
  const meant = meantBy(first, issue.path);
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

/** What zod says, with the values that there are where it would only say that one is wrong. */
const meaningOf = (issue: z.core.$ZodIssue, data: ReadData): string => {
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message;
  if (issue.code !== 'invalid_value' || !issue.message.startsWith('Invalid')) return issue.message;
  const values = issue.values.map(String);
  if (values.length <= 12) return `must be one of ${values.join(', ')}`;
  const meant = nearest(String(valueAtPath(data.value, issue.path)), values);
  return `there is nothing of this name${meant ? `, did you mean ${meant}` : ''}`;
};

const problemsOf = (error: z.ZodError, data: ReadData): string =>
  error.issues
    .slice(0, 5)
    .map((issue) => sentenceOf(issue, data))
    .join('; ');

/**
 * The content of an agent file.
 * @throws {UsageError} naming each field that is wrong; values are not repeated.
 */
export const parseAgentFile = (
  text: string,
  path: string,
  read: ReadDataText = readJsonData,
): AgentFileContent => readAgentFile(text, path, read).content;

/** The content of an agent file, and where everything stands in it. @throws {UsageError} as `parseAgentFile`. */
export const readAgentFile = (
  text: string,
  path: string,
  read: ReadDataText,
): { readonly content: AgentFileContent; readonly data: ReadData } => {
  let data: ReadData;
  try {
    data = read(text);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw new UsageError(`The agent file ${path} ${error.message}.`);
  }
  const [twice] = data.twice;
  if (twice)
    throw new UsageError(
      `The agent file ${path} has the key ${placeOf(twice.path)} twice, so that one of them is ignored${inWords(data.at(twice.path))}.`,
    );
  const result = fileShape.safeParse(data.value);
  if (!result.success) {
    const problems = problemsOf(result.error, data);
    throw new UsageError(
      `The agent file ${path} cannot be used: ${problems}${problems.endsWith('?') ? '' : '.'}`,
    );
  }
  return { content: result.data, data };
};

/** The variable that holds an agent's token when nothing else is said. */
export const variableFor = (name: string): string =>
  `DO_MCP_TOKEN_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
