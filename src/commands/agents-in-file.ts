// The agents of the file that --policy names, for commands that tell of them or change them.
import type { ToolBox } from '../../tools/tool-box.ts';
import type { Settings } from '../configuration/settings.ts';
import { UsageError } from '../configuration/usage-error.ts';
import { readerFor } from '../files/reader-for.ts';
import { fileTrouble, readText } from '../files/text-file.ts';
import { type AgentRights, rightsIn } from '../http/authentication/agent-file.ts';
import { shown } from '../terminal/veil.ts';

/** @throws {UsageError} when no file is named. */
export const fileOfAgents = ({ policyFile }: Pick<Settings, 'policyFile'>): string => {
  if (policyFile === null) throw new UsageError('Name the file of agents with --policy <file>.');
  return policyFile;
};

/**
 * What the file lets its agents do; their tokens need not be at hand.
 * @throws {UsageError} when the file cannot be read or is wrong, or has no agent of the name that was asked for.
 */
export const agentsAskedFor = async (
  settings: Pick<Settings, 'policyFile' | 'reading'>,
  box: ToolBox,
): Promise<readonly AgentRights[]> => {
  const path = fileOfAgents(settings);
  let text: string;
  try {
    text = readText(path);
  } catch (error) {
    throw new UsageError(`--policy: ${fileTrouble(shown(path), error)}`);
  }
  const agents = rightsIn(text, { path, toolNames: box.names, read: await readerFor(path) });
  const { agent: name } = settings.reading;
  const asked = name === null ? agents : agents.filter((agent) => agent.name === name);
  if (asked.length === 0 && name !== null)
    throw new UsageError('There is no agent of this name. do-mcp agent list names them.');
  return asked;
};
