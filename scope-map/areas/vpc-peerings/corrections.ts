// Where DigitalOcean's document is wrong about VPC peerings.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['vpcPeerings_list'],
    change: { kind: 'schema', at: 'query.region', drop: ['enum'] },
    why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
    source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
  },
];
