// Where DigitalOcean's document is wrong about VPC NAT gateways.
import type { Correction } from '../../corrections/correction.ts';

const newRegions = (operation: Correction['operations'][number], at: string): Correction => ({
  operations: [operation],
  change: { kind: 'schema', at, drop: ['enum'] },
  why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
  source: 'GET /v2/regions; regions such as ric1 are missing from the enum',
});

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  newRegions('vpcnatgateways_list', 'query.region'),
  newRegions('vpcnatgateways_create', 'body.region'),
  {
    operations: ['vpcnatgateways_create'],
    change: { kind: 'schema', at: 'body', set: { properties: { project_id: { type: 'string' } } } },
    why: 'A gateway is put into a project when it is made; the schema forgets the field.',
    source: 'example request of the operation and example reply of the list',
  },
  {
    operations: ['vpcnatgateways_create', 'vpcnatgateways_update'],
    change: { kind: 'reply_like', operation: 'vpcnatgateways_get' },
    why: 'What is answered is the gateway with id, state and addresses; the schemas repeat the requests.',
    source: 'example replies of both operations',
  },
  {
    operations: ['vpcnatgateways_create', 'vpcnatgateways_update'],
    change: { kind: 'schema', at: 'body.size', set: { minimum: 1 } },
    why: 'A size counts units, and there is none of nothing.',
    source: 'documented prices, per unit of size',
  },
  {
    operations: ['vpcnatgateways_create'],
    change: { kind: 'schema', at: 'body.vpcs', set: { minItems: 1 } },
    why: 'A gateway without a network serves nobody.',
    source: 'the field is required, and its example names a network',
  },
];
