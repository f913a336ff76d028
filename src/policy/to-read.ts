// What has to be read before a policy can decide: the things of which it asks more than their names tell.
import type { RuledCall, ToRead } from '../guard/policy.ts';
import { callOf } from './call.ts';
import { isFor } from './granted.ts';
import type { Bounds, Policy } from './policy.ts';
import type { Dimension } from './shape.ts';
import type { Thing } from './thing.ts';
import { thingsOf } from './things.ts';

/** Things that go by several ids: which of them a pattern means shows only when they are read. */
const goBySeveral = new Set(['images', 'ssh_keys', 'snapshots']);

const asksMore = (one: Bounds, thing: Thing): boolean =>
  [...(one.resources?.keys() ?? [])].some(
    (dimension: Dimension) =>
      thing.known[dimension] === undefined ||
      (dimension === 'ids' && thing.area !== undefined && goBySeveral.has(thing.area)) ||
      // What was before counts beside what will be.
      thing.change !== undefined,
  );

/** The reads that a call waits for, each once. */
export const toReadFor = (policy: Policy, ruled: RuledCall): readonly ToRead[] => {
  const { grants, rules } = policy;
  const bounds = [...(grants ?? []), ...rules].filter(({ resources }) => resources);
  if (bounds.length === 0) return [];
  const things = thingsOf(ruled.tool, ruled.given);
  const call = callOf(ruled, things);
  // What is denied anyway is not looked at.
  if (grants && !grants.some((grant) => isFor(grant, call))) return [];
  const reads = new Map<string, ToRead>();
  for (const thing of things) {
    const concerns = ({ areas }: Bounds): boolean =>
      !areas || areas.has(call.area) || (thing.area !== undefined && areas.has(thing.area));
    if (thing.read && bounds.some((one) => concerns(one) && asksMore(one, thing)))
      reads.set(thing.read.key, thing.read);
  }
  return [...reads.values()];
};
