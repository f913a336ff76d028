// The boxes to tick for some tools: the least scopes, why each is there, and grouped as DigitalOcean's form has them.
import type { Scope } from '../../scope-map/scopes.ts';
import { scopes as knownScopes } from '../../scope-map/scopes.ts';
import type { Tool } from '../../tools/tool/tool.ts';
import { leastScopes, optionalScopes } from '../guard/least-scopes.ts';

/** A box on the form. */
export interface Box {
  readonly scope: Scope;
  /** What stands beside the box: `read`, `create`, … */
  readonly action: string;
  /** The tools, or calls of them, that need it; empty where it only comes along. */
  readonly for: readonly string[];
  /** Ticked scopes that DigitalOcean never grants without this one. */
  readonly comesWith: readonly Scope[];
}

/** The boxes of one kind of resource. */
export interface BoxGroup {
  readonly resource: string;
  readonly boxes: readonly Box[];
}

/** A scope with the calls that ask for it. */
export interface Reasoned {
  readonly scope: Scope;
  readonly for: readonly string[];
}

/** Which boxes to tick. */
export interface ScopePlan {
  readonly tools: readonly string[];
  /** In the order of the alphabet. */
  readonly scopes: readonly Scope[];
  readonly groups: readonly BoxGroup[];
  /** Scopes that only some arguments of the tools need besides. */
  readonly optional: readonly Reasoned[];
}

/** The order in which the form has its columns; further actions follow by the alphabet. */
const actions = ['read', 'create', 'update', 'delete'];

const placeOf = (action: string): number =>
  actions.includes(action) ? actions.indexOf(action) : actions.length;

const partsOf = (scope: Scope): readonly [resource: string, action: string] => {
  const [resource = '', action = ''] = scope.split(':');
  return [resource, action];
};

/** The tools that each scope is for: of alternatives, the one that is among those chosen. */
const reasonsIn = (
  tools: readonly Tool[],
  further: readonly Reasoned[],
  chosen: ReadonlySet<string>,
): ReadonlyMap<Scope, readonly string[]> => {
  const reasons = new Map<Scope, string[]>();
  const add = (scope: Scope, reason: string): void => {
    reasons.set(scope, [...(reasons.get(scope) ?? []), reason]);
  };
  for (const { name, endpoint } of tools) {
    const met = endpoint.requires.find((all) => all.every((scope) => chosen.has(scope)));
    for (const scope of met ?? []) add(scope, name);
  }
  for (const { scope, for: calls } of further) for (const call of calls) add(scope, call);
  return reasons;
};

const groupsOf = (
  chosen: readonly Scope[],
  reasons: ReadonlyMap<Scope, readonly string[]>,
): readonly BoxGroup[] => {
  const groups = new Map<string, Box[]>();
  for (const scope of chosen) {
    const [resource, action] = partsOf(scope);
    groups.set(resource, [
      ...(groups.get(resource) ?? []),
      {
        scope,
        action,
        for: reasons.get(scope) ?? [],
        comesWith: chosen.filter((other) => knownScopes[other].requires.includes(scope)),
      },
    ]);
  }
  return [...groups].map(([resource, boxes]) => ({
    resource,
    boxes: boxes.toSorted(
      (one, other) =>
        placeOf(one.action) - placeOf(other.action) || one.action.localeCompare(other.action),
    ),
  }));
};

/**
 * The boxes to tick for these tools.
 * @param further scopes that calls are known to need besides, such as those on record.
 */
export const planFor = (tools: readonly Tool[], further: readonly Reasoned[] = []): ScopePlan => {
  const chosen = leastScopes([
    ...tools.map(({ endpoint }) => endpoint),
    ...further.map(({ scope }) => ({ requires: [[scope]] as const })),
  ]);
  const isChosen = new Set<string>(chosen);
  return {
    tools: tools.map(({ name }) => name),
    scopes: chosen,
    groups: groupsOf(chosen, reasonsIn(tools, further, isChosen)),
    optional: [...optionalScopes(tools)]
      .filter(([scope]) => !isChosen.has(scope))
      .map(([scope, calls]) => ({ scope, for: calls })),
  };
};
