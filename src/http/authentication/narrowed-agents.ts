// What is left of the agents when their file has become faulty: what can be read takes rights away, and nothing gives any.
import { type Area, areaNames } from '../../../scope-map/areas.ts';
import { isObject, type JsonObject } from '../../../tools/json-object.ts';
import type { ReadDataText } from '../../files/data-text.ts';
import { JsonRefused, type ReadJson } from '../../files/json-text.ts';
import type { Restriction } from '../../guard/selection.ts';
import { type Policy, policyIn } from '../../policy/policy.ts';
import { policyShape } from '../../policy/shape.ts';
import { withCurrentNames } from '../../policy/tool-names.ts';
import { type Agent, allBut, policyText } from './agent-file.ts';

/** Every tool name and alias, each with its current name. */
type ToolNames = ReadonlyMap<string, string>;

const textsIn = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];

const currentNames = (names: unknown, toolNames: ToolNames): ReadonlySet<string> =>
  new Set(textsIn(names).flatMap((name) => toolNames.get(name) ?? []));

const narrowedAreas = (
  before: ReadonlySet<Area> | undefined,
  written: unknown,
): ReadonlySet<Area> | undefined => {
  if (written === undefined) return before;
  const names = new Set(textsIn(written));
  return new Set((before ? [...before] : areaNames).filter((area) => names.has(area)));
};

const narrowed = (before: Restriction, entry: JsonObject, toolNames: ToolNames): Restriction => {
  const areas = narrowedAreas(before.areas, entry['areas']);
  const leftOut = new Set([
    ...(before.leftOut ?? []),
    ...currentNames(entry['excludeTools'], toolNames),
    ...(entry['tools'] === undefined
      ? []
      : allBut(currentNames(entry['tools'], toolNames), toolNames)),
  ]);
  return {
    readOnly: before.readOnly === true || entry['access'] !== 'write',
    ...(areas && { areas }),
    ...(leftOut.size > 0 && { leftOut }),
  };
};

/** So many policies of one agent count at once at most. */
const mostAtOnce = 20;

/** The smaller of what was and what can be read; what is gone or cannot be read changes nothing. */
const narrowedPace = (before: number | undefined, entry: JsonObject): number | undefined => {
  const now = entry['callsPerMinute'];
  return typeof now === 'number' && now >= 1 ? Math.min(before ?? now, Math.floor(now)) : before;
};

/** Nothing at all. */
const nothing = policyIn({ grants: [] }, 'a grant or rule that cannot be read');

/** Beside what held before, what now stands there; where that cannot be read, nothing is granted. */
const narrowedPolicies = (
  before: readonly Policy[],
  { policyAt }: Agent,
  { grants, rules, observe }: JsonObject,
  toolNames: ToolNames,
): readonly Policy[] => {
  if (policyText({ grants, rules, observe }) === policyAt) return before;
  const read = policyShape.safeParse({ grants, rules, observe });
  if (!read.success) return nothing ? [...before, nothing] : before;
  const { policy, lost } = withCurrentNames(read.data, toolNames);
  const made = policyIn(lost.length > 0 ? { grants: [] } : policy, 'the faulty file');
  if (!made) return before;
  // Nothing that was taken away comes back, and what is asked at each call does not grow without end.
  return before.length < mostAtOnce || !nothing ? [...before, made] : [nothing];
};

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
  return (
    entries &&
    before.flatMap((agent) => {
      const own = entries.filter((entry) => entry['name'] === agent.name);
      if (own.length === 0 || !own.every((entry) => isSame(agent, entry))) return [];
      const restriction = own.reduce(
        (now, entry) => narrowed(now, entry, toolNames),
        agent.restriction,
      );
      const policies = own.reduce(
        (now, entry) => narrowedPolicies(now, agent, entry, toolNames),
        agent.policies,
      );
      const callsPerMinute = own.reduce(narrowedPace, agent.callsPerMinute);
      return [{ ...agent, restriction, policies, callsPerMinute }];
    })
  );
};
