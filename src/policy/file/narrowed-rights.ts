// What is left of somebody's rights when the file that gives them has become faulty: what can be read takes away, and nothing gives.
import { type Area, areaNames } from '../../../scope-map/areas.ts';
import type { JsonObject } from '../../../tools/json-object.ts';
import type { Restriction } from '../../guard/selection.ts';
import { nothingGranted, type Policy, policyIn } from '../policy.ts';
import { policyShape } from '../shape.ts';
import { type ToolNames, withCurrentNames } from '../tool-names.ts';
import { narrowedLimits } from './narrowed-limits.ts';
import { allBut, policyText, type Rights } from './rights.ts';

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

const narrowed = (before: Restriction, written: JsonObject, toolNames: ToolNames): Restriction => {
  const areas = narrowedAreas(before.areas, written['areas']);
  const { access } = written;
  const leftOut = new Set([
    ...(before.leftOut ?? []),
    ...currentNames(written['excludeTools'], toolNames),
    ...(written['tools'] === undefined
      ? []
      : allBut(currentNames(written['tools'], toolNames), toolNames)),
  ]);
  return {
    readOnly: before.readOnly === true || (access !== undefined && access !== 'write'),
    ...(areas && { areas }),
    ...(leftOut.size > 0 && { leftOut }),
  };
};

/** So many policies count at once at most. */
const mostAtOnce = 20;

/** The smaller of what was and what can be read; what is gone or cannot be read changes nothing. */
const narrowedPace = (before: number | undefined, now: unknown): number | undefined =>
  typeof now === 'number' && now >= 1 ? Math.min(before ?? now, Math.floor(now)) : before;

/** Nothing at all. */
const nothing = nothingGranted('what is granted cannot be read');

/** Beside what held before, what now stands there; where that cannot be read, nothing is granted. */
const narrowedPolicies = (
  { policies, policyAt }: Rights,
  { grants, rules, observe }: JsonObject,
  toolNames: ToolNames,
): readonly Policy[] => {
  if (policyText({ grants, rules, observe }) === policyAt) return policies;
  const read = policyShape.safeParse({ grants, rules, observe });
  if (!read.success) return [...policies, nothing];
  const { policy, lost } = withCurrentNames(read.data, toolNames);
  const made = lost.length > 0 ? nothing : policyIn(policy, 'the faulty file');
  if (!made) return policies;
  // Nothing that was taken away comes back, and what is asked at each call does not grow without end.
  return policies.length < mostAtOnce ? [...policies, made] : [nothing];
};

/**
 * The rights that are left.
 * @param written what the file says now, as far as it can be read.
 */
export const narrowedRights = (
  before: Rights,
  written: JsonObject,
  toolNames: ToolNames,
): Rights => ({
  restriction: narrowed(before.restriction, written, toolNames),
  policies: narrowedPolicies(before, written, toolNames),
  callsPerMinute: narrowedPace(before.callsPerMinute, written['callsPerMinute']),
  limits: narrowedLimits(before.limits, written),
  policyAt: before.policyAt,
});
