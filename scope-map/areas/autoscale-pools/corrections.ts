// Where DigitalOcean's document is wrong about autoscale pools.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['autoscalepools_create', 'autoscalepools_update'],
    change: { kind: 'schema', at: 'body.droplet_template.region', drop: ['enum'] },
    why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
    source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
  },
  {
    operations: ['autoscalepools_create', 'autoscalepools_update'],
    change: { kind: 'schema', at: 'body.droplet_template.user_data', set: { maxLength: 65536 } },
    why: 'User data ends at 64 KiB.',
    source: 'description of user_data',
  },
];
