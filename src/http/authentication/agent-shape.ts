// The shape of the file of agents, as it is written.
import * as z from 'zod';
import { isObject } from '../../../tools/json-object.ts';
import { veil } from '../../../tools/secrets/veil.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { type ReadData, type ReadDataText, readJsonData } from '../../files/data-text.ts';
import { dataIn, type NamedFile, shaped } from '../../policy/file/read-file.ts';
import { accessShape, headFields, ownShape, rightsFields } from '../../policy/file/shape.ts';
import { budgetFields } from '../../policy/shape.ts';

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
  access: accessShape,
  ...rightsFields,
});

// Unknown fields are refused: a mistyped restriction would otherwise restrict nothing. New fields come with
// this version as long as files without them keep their meaning, and with a new version else.
/** The whole file. */
export const fileShape = z.strictObject({
  ...headFields,
  ...budgetFields,
  agents: z.array(agentShape),
});

/** A file of either kind; its JSON Schema is published. */
export const publishedShape = z.union([fileShape, ownShape]);

/** The file's content as written. */
export type AgentFileContent = z.infer<typeof fileShape>;

/** One agent as written. */
export type AgentEntry = AgentFileContent['agents'][number];

/**
 * The content of an agent file.
 * @throws {UsageError} naming each field that is wrong; values are not repeated.
 */
export const parseAgentFile = (
  text: string,
  path: string,
  read: ReadDataText = readJsonData,
): AgentFileContent => readAgentFile(text, path, read).content;

/** A file of agents, by its path. */
export const agentFileAt = (path: string): NamedFile => ({ kind: 'agent file', path });

/** The content of an agent file, and where everything stands in it. @throws {UsageError} as `parseAgentFile`. */
export const readAgentFile = (
  text: string,
  path: string,
  read: ReadDataText,
): { readonly content: AgentFileContent; readonly data: ReadData } => {
  const file = agentFileAt(path);
  const data = dataIn(text, file, read);
  const { value } = data;
  if (isObject(value) && !('agents' in value) && ('grants' in value || 'rules' in value))
    throw new UsageError(
      `The agent file ${path} names no agents: its grants and rules hold whoever calls over stdio, or over HTTP with --auth key, token or none. For --auth agents they stand in the entry of an agent.`,
    );
  return { content: shaped(data, file, fileShape), data };
};

/** The variable that holds an agent's token when nothing else is said. */
export const variableFor = (name: string): string =>
  `DO_MCP_TOKEN_${name.toUpperCase().replaceAll(/[^A-Z0-9]/g, '_')}`;
