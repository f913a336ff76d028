// The least set of scopes that a token needs for chosen tools, with everything the control panel adds to it.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import { type Scope, scopes } from '../../scope-map/scopes.ts';
import type { Tool } from '../../tools/tool/tool.ts';

// Account-wide scopes meet any requirement, but are the opposite of least.
const isWide = (scope: Scope): boolean => scope.startsWith('api:');

/** The scopes and everything that each of them drags along, in alphabetical order. */
export const withRequired = (wanted: Iterable<Scope>): readonly Scope[] => {
  const all = new Set<Scope>();
  const add = (scope: Scope): void => {
    if (all.has(scope)) return;
    all.add(scope);
    for (const required of scopes[scope].requires) add(required);
  };
  for (const scope of wanted) add(scope);
  return [...all].sort();
};

/**
 * The least scopes for these endpoints, or for whatever else requires scopes: where a requirement has alternatives, the one that adds the fewest
 * scopes to those already chosen. Scopes that only some argument values need are not included.
 */
export const leastScopes = (endpoints: readonly Pick<Endpoint, 'requires'>[]): readonly Scope[] => {
  // What leaves no choice comes first, so that alternatives can build on it.
  const byChoice = endpoints.toSorted((a, b) => a.requires.length - b.requires.length);
  let chosen = new Set<Scope>();
  for (const { requires } of byChoice) {
    const costs = requires
      .filter((all) => !all.some(isWide))
      .map((all) => new Set(withRequired([...chosen, ...all])));
    const [cheapest] = costs.toSorted((a, b) => a.size - b.size);
    if (cheapest) chosen = cheapest;
  }
  return [...chosen].sort();
};

/** Scopes that some arguments of these tools need besides, each with the calls that need it. */
export const optionalScopes = (tools: readonly Tool[]): ReadonlyMap<Scope, readonly string[]> => {
  const reasons = new Map<Scope, string[]>();
  for (const tool of tools)
    for (const { when, needs = [] } of tool.endpoint.conditions ?? [])
      for (const scope of needs) {
        const reason = `${tool.name} with ${when.argument}${when.is ? ` ${when.is.join(' or ')}` : ''}`;
        reasons.set(scope, [...(reasons.get(scope) ?? []), reason]);
      }
  return reasons;
};
