// Requests that are small to send and long to work on.
import { toolCall } from '../calls.ts';
import { type Attack, atOnce, list, times } from './attack.ts';

/** Attacks on the event loop. */
export const loop: readonly Attack[] = [
  {
    name: '149,000 names in fields over 200 items',
    kind: 'loop',
    run: atOnce('large-page', 1, () =>
      list({ max_items: 200, fields: times(149_000, (index) => `f${index % 99}`) }),
    ),
  },
  {
    name: '14,000 unknown argument names',
    kind: 'loop',
    run: atOnce('light', 1, () =>
      list(Object.fromEntries(times(14_000, (index) => [`unknown_${index}`, 1]))),
    ),
  },
  {
    name: '100,000 wrong elements of an array',
    kind: 'loop',
    run: atOnce('light', 1, () =>
      toolCall('droplets_create', {
        name: 'a',
        size: 's',
        image: 'i',
        tags: times(100_000, () => 1),
      }),
    ),
  },
  {
    name: '100,000 levels of arguments',
    kind: 'loop',
    run: atOnce(
      'light',
      1,
      () =>
        `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"apps_create","arguments":{"spec":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}}}`,
    ),
  },
  {
    name: 'an app spec of 20,000 wrong components',
    kind: 'loop',
    run: atOnce('light', 1, () =>
      toolCall('apps_create', {
        spec: { name: 'a', services: times(20_000, () => ({ name: 1 })) },
      }),
    ),
  },
  {
    name: 'a tool name of a million letters',
    kind: 'loop',
    run: atOnce('light', 1, () => toolCall('x'.repeat(1_000_000), {})),
  },
  {
    name: 'a reply of 12 MB a page',
    kind: 'loop',
    run: atOnce('large-page', 4, () => list({ max_items: 200 })),
  },
];
