// Replies that are more than a heap of 256 MiB holds.
import { manyConnections, post } from '../calls.ts';
import { tokenOf } from '../tokens.ts';
import { type Attack, atOnce, list, summary, times, unanswered } from './attack.ts';

/** Attacks on the memory. */
export const memory: readonly Attack[] = [
  {
    name: '32 lists of 10,000 at once, friendly upstream',
    kind: 'memory',
    run: atOnce('pages', 32, () => list({ max_items: 10_000 })),
  },
  {
    name: '8 tenants with 8 such lists each',
    kind: 'memory',
    run: async (port) => {
      const agent = manyConnections();
      const answers = await Promise.all(
        times(64, (index) =>
          post(port, agent, tokenOf('pages', index % 8), list({ max_items: 10_000 }), 120_000),
        ),
      );
      agent.destroy();
      return { told: summary(answers), ...unanswered(answers) };
    },
  },
  {
    name: 'items of 20 MiB, one a page',
    kind: 'memory',
    run: atOnce('large-item', 8, () => list({ max_items: 50 })),
  },
  {
    name: 'error texts of 30 MiB',
    kind: 'memory',
    run: atOnce('long-error', 8, () => list({})),
  },
  {
    name: '10 million empty objects',
    kind: 'memory',
    run: atOnce('empty-objects', 4, () => list({ max_items: 10_000 })),
  },
];
