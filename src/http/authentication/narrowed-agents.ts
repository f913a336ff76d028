// What is left of the agents when their file has become faulty: what can be read takes rights away, and nothing gives any.
import { isObject, type JsonObject } from '../../../tools/json-object.ts';
import type { ReadDataText } from '../../files/data-text.ts';
import { JsonRefused, type ReadJson } from '../../files/json-text.ts';
import { narrowedLimits } from '../../policy/file/narrowed-limits.ts';
import { narrowedRights } from '../../policy/file/narrowed-rights.ts';
import type { Rights } from '../../policy/file/rights.ts';
import type { ToolNames } from '../../policy/tool-names.ts';
import type { Agent } from './agent-file.ts';

/** Whether an entry still speaks of the same key and the same token. */
const isSame = (agent: Agent, entry: JsonObject): boolean =>
  entry['key'] === `sha256:${Buffer.from(agent.keyDigest).toString('hex')}` &&
  JSON.stringify(entry['token']) === agent.tokenAt;

const entriesIn = ({ value, twice }: ReadJson): readonly JsonObject[] | null => {
  if (!isObject(value) || !Array.isArray(value['agents'])) return null;
  // Of a key that stands twice nobody knows which one is meant.
  const paths = twice.map(({ path }) => path).filter(([top]) => top === 'agents');
  if (paths.some(({ length }) => length === 1)) return null;
  const unclear = new Set(paths.map(([, index]) => index));
  return value['agents'].filter((entry, index) => isObject(entry) && !unclear.has(index));
};

/**
 * The agents that a faulty file leaves, each with at most the rights it had before.
 * @param text what the file holds now.
 * @returns null when nothing of it can be read.
 */
export const narrowedAgents = (
  before: readonly Agent[],
  text: string,
  toolNames: ToolNames,
  readText: ReadDataText,
): readonly Agent[] | null => {
  let read: ReadJson;
  try {
    read = readText(text);
  } catch (error) {
    if (error instanceof JsonRefused) return null;
    throw error;
  }
  const entries = entriesIn(read);
  const top = isObject(read.value) ? read.value : {};
  return (
    entries &&
    before.flatMap((agent) => {
      const own = entries.filter((entry) => entry['name'] === agent.name);
      if (own.length === 0 || !own.every((entry) => isSame(agent, entry))) return [];
      // An entry without its access is faulty, and gives no more than reading.
      const left = own.reduce<Rights>(
        (now, entry) =>
          narrowedRights(now, { ...entry, access: entry['access'] ?? null }, toolNames),
        agent,
      );
      const allLimits = narrowedLimits(agent.allLimits, top);
      return [{ ...agent, ...left, allLimits }];
    })
  );
};
