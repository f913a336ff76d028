// What has to be read before a policy can decide: the things of which it asks more than their names tell.
import type { Area } from '../../scope-map/areas.ts';
import type { RuledCall, ToRead } from '../guard/policy.ts';
import { type Call, callOf } from './call.ts';
import { isFor } from './granted.ts';
import type { Bounds, Policy } from './policy.ts';
import { isInProjects, projectsNamed, readsOfProjects } from './projects.ts';
import type { Dimension } from './shape.ts';
import type { Thing } from './thing.ts';
import { thingsOf } from './things.ts';

/** Things that go by several ids: which of them a pattern means shows only when they are read. */
const goBySeveral = new Set(['images', 'ssh_keys', 'snapshots']);

/** Whether a thing's own name does not tell all that a grant of just this thing asks for. */
export const readsToJudge = ({ area }: Thing): boolean =>
  area !== undefined && goBySeveral.has(area);

const asksMore = (one: Bounds, thing: Thing): boolean =>
  [...(one.resources?.keys() ?? [])].some(
    (dimension: Dimension) =>
      thing.known[dimension] === undefined ||
      (dimension === 'ids' && thing.area !== undefined && goBySeveral.has(thing.area)) ||
      // What was before counts beside what will be.
      thing.change !== undefined,
  );

/** Things of these areas tell their project themselves. */
const tellProject = new Set<Area>(['databases', 'apps', 'load_balancers', 'projects']);

/** Whether a grant or rule asks for a project that only projects tell: of things, or of what a list holds. */
const asksOfProjects = (call: Call, things: readonly Thing[]) => {
  const areas = [
    ...things.filter(({ known }) => known.projects === undefined).map(({ area }) => area),
    ...(call.lists === 'not' ? [] : [call.area]),
  ].filter((area) => isInProjects(area) && area !== undefined && !tellProject.has(area));
  return (one: Bounds): boolean =>
    one.projects.length > 0 &&
    areas.some((area) => !one.areas || one.areas.has(call.area) || (area && one.areas.has(area)));
};

/** The reads that a call waits for, each once. */
export const toReadFor = (policy: Policy, ruled: RuledCall): readonly ToRead[] => {
  const { grants, rules } = policy;
  const bounds = [...(grants ?? []), ...rules].filter(({ resources }) => resources);
  if (bounds.length === 0) return [];
  const things = thingsOf(ruled.tool, ruled.given);
  const call = callOf(ruled, policy, things);
  // What is denied anyway is not looked at.
  if (grants && !grants.some((grant) => isFor(grant, call))) return [];
  const reads = new Map<string, ToRead>();
  for (const thing of things) {
    const concerns = ({ areas }: Bounds): boolean =>
      !areas || areas.has(call.area) || (thing.area !== undefined && areas.has(thing.area));
    if (thing.read && bounds.some((one) => concerns(one) && asksMore(one, thing)))
      reads.set(thing.read.key, thing.read);
  }
  for (const one of readsOfProjects(projectsNamed(bounds.filter(asksOfProjects(call, things)))))
    reads.set(one.key, one);
  return [...reads.values()];
};
