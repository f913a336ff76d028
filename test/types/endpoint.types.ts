// Compiled, never run: entries that the compiler must refuse. A line that compiles after all fails the type check.
import { endpoint } from '../../scope-map/endpoint.ts';

const fits = {
  id: 'droplets_get',
  area: 'droplets',
  method: 'GET',
  path: '/v2/droplets/{droplet_id}',
  title: 'Get a Droplet',
  description: 'Shows one Droplet.',
  requires: [['droplet:read']],
  effect: 'read',
  reply: { kind: 'object', key: 'droplet' },
} as const;

export const good = endpoint({ ...fits });

export const anyToken = endpoint({ ...fits, requires: [[]] });

export const unknownScope = endpoint({
  ...fits,
  // @ts-expect-error a scope that does not exist
  requires: [['droplet:reed']],
});

export const noAlternative = endpoint({
  ...fits,
  // @ts-expect-error no alternative at all
  requires: [],
});

export const unknownArea = endpoint({
  ...fits,
  // @ts-expect-error an area that does not exist
  area: 'dropplets',
});

export const unknownParameter = endpoint({
  ...fits,
  // @ts-expect-error a path parameter that does not exist
  path: '/v2/droplets/{dropplet_id}',
});

export const mixedParameters = endpoint({
  ...fits,
  // @ts-expect-error one unknown path parameter among known ones
  path: '/v2/droplets/{droplet_id}/actions/{acton_id}',
});

export const unknownOperation = endpoint({
  ...fits,
  // @ts-expect-error an operation that has no facts
  id: 'droplets_got',
});

export const unknownMethod = endpoint({
  ...fits,
  // @ts-expect-error a method that DigitalOcean does not use
  method: 'BREW',
});

export const unknownNeed = endpoint({
  ...fits,
  // @ts-expect-error a condition that needs an unknown scope
  conditions: [{ when: { argument: 'type' }, needs: ['droplet:root'] }],
});

export const emptyNeed = endpoint({
  ...fits,
  // @ts-expect-error a condition that needs nothing in particular
  conditions: [{ when: { argument: 'type' }, needs: [] }],
});

export const unknownPoll = endpoint({
  ...fits,
  watch: {
    // @ts-expect-error a poll by an operation that has no facts
    poll: { operation: 'droplets_got', path: {} },
    done: ['active'],
    failed: [],
    usually: 60,
    what: 'Droplet',
  },
});
