// The file of one policy for everybody who calls: without agents, as stdio and HTTP with one token have it.
import { isObject } from '../../../tools/json-object.ts';
import { UsageError } from '../../configuration/usage-error.ts';
import type { ReadDataText } from '../../files/data-text.ts';
import { JsonRefused, type ReadJson } from '../../files/json-text.ts';
import { fileTrouble, readText } from '../../files/text-file.ts';
import type { Log } from '../../log.ts';
import type { Clock } from '../../ports.ts';
import { nothingGranted } from '../policy.ts';
import type { ToolNames } from '../tool-names.ts';
import { type FollowedFile, followFile } from './follow-file.ts';
import { narrowedRights } from './narrowed-rights.ts';
import { dataIn, type NamedFile, shaped } from './read-file.ts';
import { type Rights, refuseOpenFile, rightsOf } from './rights.ts';
import { ownShape, rightsFields } from './shape.ts';

/** How such a file is read. */
export interface OwnFileOptions {
  readonly path: string;
  readonly toolNames: ToolNames;
  readonly read: ReadDataText;
}

const fileAt = (path: string): NamedFile => ({ kind: 'policy file', path });

const namesAgents = (value: unknown): boolean => isObject(value) && 'agents' in value;

/** Whether a text is one that holds whoever calls; what cannot be read is not. */
export const holdsAll = (text: string, read: ReadDataText): boolean => {
  try {
    const { value } = read(text);
    return (
      isObject(value) &&
      !namesAgents(value) &&
      Object.keys(value).some((key) => key === 'access' || key in rightsFields)
    );
  } catch (error) {
    if (error instanceof JsonRefused) return false;
    throw error;
  }
};

/**
 * What a file lets everybody do.
 * @throws {UsageError} when anything in it is wrong, or it speaks of agents: nobody could tell which of them this is.
 */
export const ownRightsIn = (text: string, { path, toolNames, read }: OwnFileOptions): Rights => {
  const file = fileAt(path);
  const data = dataIn(text, file, read);
  if (namesAgents(data.value))
    throw new UsageError(
      `${path} names agents, who call over HTTP with keys of their own: do-mcp http --auth agents serves them. Without agents the grants and rules stand at the top of a file, beside version, and hold whoever calls.`,
    );
  const { version: _, $schema: __, ...written } = shaped(data, file, ownShape);
  return rightsOf(written, { file, data, path: [], who: `The policy file ${path}` }, toolNames);
};

/** What a faulty text leaves of these rights; null when nothing of it can be read. */
const narrowedOwn = (
  before: Rights,
  text: string,
  { toolNames, read }: OwnFileOptions,
): Rights | null => {
  let found: ReadJson;
  try {
    found = read(text);
  } catch (error) {
    if (error instanceof JsonRefused) return null;
    throw error;
  }
  const { value, twice } = found;
  // Of a key that stands twice nobody knows which one is meant.
  return isObject(value) && twice.length === 0 ? narrowedRights(before, value, toolNames) : null;
};

const firstText = (path: string): string => {
  try {
    return readText(path);
  } catch (error) {
    throw new UsageError(`--policy: ${fileTrouble(path, error)}`);
  }
};

/** What is left to whoever calls once the file has not come back. */
const nothing: Rights = {
  restriction: { readOnly: true },
  policies: [nothingGranted('the policy file is gone or cannot be read')],
  callsPerMinute: undefined,
  limits: undefined,
  policyAt: '',
};

/**
 * Follows such a file; once it has been gone or unreadable for a minute, nobody may do anything.
 * @throws {UsageError} when the file is unusable at the start.
 */
export const followOwnFile = (
  options: OwnFileOptions,
  clock: Clock,
  log: Log,
): FollowedFile<Rights> =>
  followFile<Rights>(
    {
      file: fileAt(options.path),
      first: () => {
        const text = firstText(options.path);
        refuseOpenFile(fileAt(options.path));
        return ownRightsIn(text, options);
      },
      read: (text) => ownRightsIn(text, options),
      narrow: (before, text) => narrowedOwn(before, text, options),
      nothing,
      facts: () => ({}),
      words: { ends: 'whoever calls is refused', ended: 'nobody may do anything' },
    },
    clock,
    log,
  );
