// A call as a policy decides about it: what it does, its arguments, and every thing that it is about.
import type { Area } from '../../scope-map/areas.ts';
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { Arguments } from '../../tools/tool/tool.ts';
import type { RuledCall } from '../guard/policy.ts';
import type { Policy } from './policy.ts';
import { withProject } from './projects.ts';
import { outermost } from './reads.ts';
import { type Access, type Dimension, dimensions } from './shape.ts';
import { type Facts, factsOf, knownOf, statesOf, type Thing } from './thing.ts';
import { tagsWithin, thingsOf } from './things.ts';

/** A thing as it is, or as the call would make it. */
export interface State {
  readonly what: string;
  readonly area: Area | undefined;
  readonly role: Thing['role'];
  readonly facts: Facts;
  readonly isAfter: boolean;
}

/** A call, its things read as far as they could be. */
export interface Call {
  readonly tool: string;
  readonly area: Area;
  readonly kinds: readonly Access[];
  readonly given: Arguments;
  readonly states: readonly State[];
  /** Tags that it gives to things. */
  readonly tags: readonly string[];
  /** What it changes of that by which things are told apart. */
  readonly moves: ReadonlySet<Dimension>;
  /** Whether it answers with a list of things of its own, and whether only what was given is shown of it. */
  readonly lists: 'not' | 'whole' | 'filtered';
}

/** What a call does, in the words of a policy. */
export const kindsOf = ({
  effect,
  cost,
  discloses,
}: Pick<RuledCall, 'effect' | 'cost' | 'discloses'>): readonly Access[] => {
  const kinds: Access[] = [];
  if (effect === 'destroy') kinds.push('destroy');
  if (effect === 'write') kinds.push('change');
  if (cost === 'starts' || cost === 'raises') kinds.push('bill');
  if (discloses) kinds.push('disclose');
  return kinds.length === 0 ? ['read'] : kinds;
};

const same = (one: readonly string[] | undefined, other: readonly string[] | undefined): boolean =>
  one !== undefined && other !== undefined && one.join('\n') === other.join('\n');

const movedBy = (before: Facts, after: Facts | undefined): readonly Dimension[] =>
  after ? dimensions.filter((one) => one in after && !same(before[one], after[one])) : [];

/** Items are looked at one by one wherever no path says whose they are, whatever else the arguments name. */
const listsOf = ({ tool: { endpoint }, found }: RuledCall): Call['lists'] => {
  const { reply, effect, path } = endpoint;
  if (reply.kind !== 'list' || effect !== 'read' || outermost(path)) return 'not';
  return found?.filters ? 'filtered' : 'whole';
};

/** A tag that is deleted goes off everything that carries it. */
const takesTagAway = ({ path, effect }: Endpoint): boolean =>
  path === '/v2/tags/{tag_id}' && effect !== 'read';

/**
 * The call in the shape in which a policy decides about it.
 * @param policy whose projects are looked into.
 */
export const callOf = (
  ruled: RuledCall,
  policy: Policy,
  things = thingsOf(ruled.tool, ruled.given),
): Call => {
  const { tool, given, found } = ruled;
  const { endpoint } = tool;
  const moves = new Set<Dimension>(takesTagAway(endpoint) ? ['tags'] : []);
  const states = things.flatMap((thing) => {
    const read = thing.read && found?.things.get(thing.read.key);
    const facts = factsOf(read);
    const known = knownOf(thing, facts);
    const { area: kind } = thing;
    const housed = withProject(known, { area: kind, wasRead: facts !== null }, policy, found);
    const stages = statesOf(housed, thing.change);
    for (const dimension of thing.change?.unknown ?? []) moves.add(dimension);
    const [before = {}, after] = stages;
    for (const dimension of movedBy(before, after)) moves.add(dimension);
    const { what, area, role } = thing;
    return stages.map((facts, at) => ({ what, area, role, facts, isAfter: at > 0 }));
  });
  return {
    tool: tool.name,
    area: endpoint.area,
    kinds: kindsOf(ruled),
    given,
    states,
    tags: [
      ...tagsWithin(tool, given),
      ...things.flatMap(({ change, known, read }) => [
        ...(change?.gains ?? []),
        ...(change?.becomes.tags ?? []),
        ...(read === undefined && endpoint.effect !== 'read' ? (known.tags ?? []) : []),
      ]),
    ],
    moves,
    lists: listsOf(ruled),
  };
};
