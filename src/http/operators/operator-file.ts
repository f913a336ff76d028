// The file of operators: the people who may answer for agents, each with a key of which only the hash is kept.
import { accessSync, constants, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as z from 'zod';
import type { Settings } from '../../configuration/settings.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import { codeOf } from '../../files/error-code.ts';
import { othersWhoWrite } from '../../files/file-rights.ts';
import { JsonRefused, parseJson, placeOf } from '../../files/json-text.ts';

/** What an operator may do: look; look and approve; operate the server besides. */
export const roles = ['look', 'approve', 'operate'] as const;

/** What an operator may do. */
export type Role = (typeof roles)[number];

const fileShape = z.strictObject({
  version: z.literal(1, { error: 'must be 1' }),
  operators: z.array(
    z.strictObject({
      name: z
        .string()
        .regex(
          /^[a-z0-9][a-z0-9_-]{0,62}$/,
          'must be 1 to 63 lower-case letters, digits, dashes or underscores',
        ),
      /** `sha256:` and the hex digest of the operator's key. */
      key: z
        .string()
        .regex(
          /^sha256:[0-9a-f]{64}$/,
          'must be sha256: and 64 hex digits, as do-mcp operator add writes it',
        ),
      role: z.enum(roles).default('approve'),
    }),
  ),
});

/** The file's content. */
export type OperatorFileContent = z.infer<typeof fileShape>;

/** Somebody who may answer. */
export type Operator = OperatorFileContent['operators'][number];

/** Where the operators stand. */
export interface OperatorPlace {
  readonly path: string;
  /** Whether the owner has named it: then it has to be there. */
  readonly isNamed: boolean;
}

/** The place that the settings name, or the one in the state folder. */
export const operatorPlaceOf = ({
  operatorsFile,
  stateDir,
}: Pick<Settings, 'operatorsFile' | 'stateDir'>): OperatorPlace => ({
  path: operatorsFile ?? join(stateDir, 'operators.json'),
  isNamed: operatorsFile !== null,
});

/**
 * The operators in the text of a file.
 * @throws {UsageError} naming what is wrong; values are not repeated.
 */
export const operatorsIn = (text: string, path: string): readonly Operator[] => {
  let json: unknown;
  try {
    json = parseJson(text);
  } catch (error) {
    if (!(error instanceof JsonRefused)) throw error;
    throw new UsageError(`The file of operators ${path} ${error.message}.`);
  }
  const result = fileShape.safeParse(json);
  if (!result.success) {
    const [issue] = result.error.issues;
    const what = issue?.code === 'unrecognized_keys' ? 'there is a field too many' : issue?.message;
    throw new UsageError(
      `The file of operators ${path} cannot be used: ${placeOf(issue?.path ?? [])}: ${what}.`,
    );
  }
  const { operators } = result.data;
  for (const field of ['name', 'key'] as const)
    if (new Set(operators.map((one) => one[field])).size < operators.length)
      throw new UsageError(`The file of operators ${path} has a ${field} twice.`);
  return operators;
};

/** Whether there is no such file, or no way to it, as where the state folder would be somebody else's. */
const isAbsent = (error: unknown, path: string): boolean => {
  const code = codeOf(error);
  if (code === 'ENOENT' || code === 'ENOTDIR') return true;
  if (code !== 'EACCES') return false;
  try {
    accessSync(dirname(path), constants.X_OK);
    return false;
  } catch {
    return true;
  }
};

/**
 * The operators of a file; none when there is no file and nobody has named one.
 * @throws {UsageError} when it cannot be read or is wrong, or everybody on the machine may write it.
 */
export const readOperators = ({ path, isNamed }: OperatorPlace): readonly Operator[] => {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if (!isNamed && isAbsent(error, path)) return [];
    throw new UsageError(
      `The file of operators ${path} cannot be read. do-mcp operator add --operators ${path} makes one.`,
    );
  }
  if (othersWhoWrite(path) === 'everybody')
    throw new UsageError(
      `Everybody on this machine may write the file of operators ${path}, and so approve for themselves. chmod 600 changes that.`,
    );
  return operatorsIn(text, path);
};
