// What a token that may only look can do: reads, and none that gives out a credential or asks for a right to change.
import type { Endpoint } from '../../scope-map/endpoint.ts';

/** Whether reading scopes are enough for it, and it gives away nothing that could be written with. */
export const onlyLooks = ({ effect, discloses, requires }: Endpoint): boolean =>
  effect === 'read' &&
  discloses?.only !== true &&
  requires.some((all) => all.every((scope) => scope.endsWith(':read')));
