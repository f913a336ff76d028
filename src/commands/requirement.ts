// Says in words what a tool needs of a token.
import type { Requirement } from '../../scope-map/endpoint.ts';

/** `a + b  or  c`; "any valid token" where nothing is needed. */
export const sayRequirement = (requires: Requirement): string =>
  requires.map((all) => (all.length === 0 ? 'any valid token' : all.join(' + '))).join('  or  ');
