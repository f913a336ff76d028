// The shape of the file of agents, as it is written.
import * as z from 'zod';
import { veil } from '../../../tools/secrets/veil.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { JsonRefused, parseJson, placeOf } from '../../files/json-text.ts';

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
});

// Unknown fields are refused: a mistyped restriction would otherwise restrict nothing. New fields come with
// this version as long as files without them keep their meaning, and with a new version else.
const fileShape = z.strictObject({
  $schema: z.string().optional(),
  version: z.literal(1, { error: 'must be 1' }),
  agents: z.array(agentShape),
});

/** The file's content as written. */
export type AgentFileContent = z.infer<typeof fileShape>;

/** One agent as written. */
export type AgentEntry = AgentFileContent['agents'][number];

/** What is wrong, without any value: also an unknown key may be a token in the wrong place. */
const sentenceOf = (issue: z.core.$ZodIssue): string => {
  const place = issue.path.length > 0 ? placeOf(issue.path) : 'the file';
  if (issue.code !== 'unrecognized_keys') return `${place}: ${issue.message}`;
  return `${place}: there is no field ${issue.keys.map((key) => placeOf([key])).join(', ')}`;
};

const problemsOf = (error: z.ZodError): string =>
  error.issues.slice(0, 5).map(sentenceOf).join('; ');

/**
 * The content of an agent file.
 * @throws {UsageError} naming each field that is wrong; values are not repeated.
 */
export const parseAgentFile = (text: string, path: string): AgentFileContent => {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw new UsageError(`The agent file ${path} ${error.message}.`);
  }
  const result = fileShape.safeParse(json);
  if (!result.success)
    throw new UsageError(`The agent file ${path} cannot be used: ${problemsOf(result.error)}.`);
  return result.data;
};

/** The variable that holds an agent's token when nothing else is said. */
export const variableFor = (name: string): string =>
  `DO_MCP_TOKEN_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
