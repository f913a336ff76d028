// MCP's hints about what a tool does, from what its endpoint does.
import type { Endpoint } from '../../scope-map/endpoint.ts';
import type { Annotations } from './tool.ts';

/**
 * The hints of an endpoint. Destructive is also what only destroys for some arguments: a hint cannot tell them
 * apart. All four are always given, because what is absent counts as the opposite.
 */
export const annotationsOf = (endpoint: Endpoint): Annotations => {
  const readOnly = endpoint.effect === 'read';
  const destroys =
    endpoint.effect === 'destroy' ||
    (endpoint.conditions ?? []).some(({ effect }) => effect === 'destroy');
  return {
    readOnlyHint: readOnly,
    destructiveHint: destroys,
    // A POST starts something anew each time; so does a deletion whose set may have changed.
    idempotentHint: readOnly || (endpoint.method !== 'POST' && endpoint.repeatable !== false),
    openWorldHint: true,
  };
};
