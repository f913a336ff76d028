// The agents of the file that --policy names, for commands that tell of them or change them.
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { readerFor } from '../files/reader-for.ts';
import { fileTrouble, readText } from '../files/text-file.ts';
import { type AgentRights, rightsIn } from '../http/authentication/agent-file.ts';
import { holdsAll, ownRightsIn } from '../policy/file/own-file.ts';
import type { Rights } from '../policy/file/rights.ts';
import { shown } from '../terminal/veil.ts';

/** @throws {UsageError} when no file is named. */
export const fileOfAgents = ({ policyFile }: Pick<Settings, 'policyFile'>): string => {
  if (policyFile === null) throw new UsageError('Name the file with --policy <file>.');
  return policyFile;
};

/** What a file of either kind says: of each of its agents, or of whoever calls. */
export type FileRights =
  | { readonly of: 'agents'; readonly agents: readonly AgentRights[] }
  | { readonly of: 'all'; readonly rights: Rights };

/** What whoever calls is named in what is told of them. */
export const everybody = 'everybody';

/**
 * What a file lets anybody do; the tokens of agents need not be at hand.
 * @throws {UsageError} when the file cannot be read or is wrong.
 */
export const rightsInFile = async (path: string, { names }: ToolBox): Promise<FileRights> => {
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    throw new UsageError(`--policy: ${fileTrouble(shown(path), error)}`);
  }
  const options = { path, toolNames: names, read: await readerFor(path) };
  return holdsAll(text, options.read)
    ? { of: 'all', rights: ownRightsIn(text, options) }
    : { of: 'agents', agents: rightsIn(text, options) };
};

const everybodyWith = (rights: Rights): AgentRights => ({
  name: everybody,
  ...rights,
  limits: undefined,
  allLimits: rights.limits,
});

/**
 * The agents of the file, or everybody where it names none.
 * @throws {UsageError} when the file cannot be read or is wrong, or has no agent of the name that was asked for.
 */
export const agentsAskedFor = async (
  settings: Pick<Settings, 'policyFile' | 'reading'>,
  box: ToolBox,
): Promise<readonly AgentRights[]> => {
  const found = await rightsInFile(fileOfAgents(settings), box);
  const agents = found.of === 'agents' ? found.agents : [everybodyWith(found.rights)];
  const { agent: name } = settings.reading;
  const asked = name === null ? agents : agents.filter((agent) => agent.name === name);
  if (asked.length === 0 && name !== null)
    throw new UsageError(
      found.of === 'agents'
        ? 'There is no agent of this name. do-mcp agent list names them.'
        : 'This file names no agents: what it says holds whoever calls. Leave --agent out.',
    );
  return asked;
};
