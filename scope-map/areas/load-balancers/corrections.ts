// Where DigitalOcean's document is wrong about load balancers.
import type { Correction } from '../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['loadBalancers_create', 'loadBalancers_update'],
    change: { kind: 'schema', at: 'body.region', drop: ['enum'] },
    why: 'The list of regions is older than the newest regions; which exist is told by GET /v2/regions.',
    source: 'GET /v2/regions; regions such as ric1 and atl1 are missing from the enum',
  },
  {
    operations: ['loadBalancers_create', 'loadBalancers_update'],
    change: { kind: 'schema', at: 'body.forwarding_rules', set: { maxItems: 40 } },
    why: 'A load balancer has at most 40 rules.',
    source: 'documented limits of load balancers',
  },
  {
    operations: ['loadBalancers_create', 'loadBalancers_update'],
    change: { kind: 'optional', at: 'body', names: ['region', 'forwarding_rules'] },
    why: 'A GLOBAL load balancer has neither; a rule of ours asks for both otherwise.',
    source: "DigitalOcean's Go client and Terraform provider, which leave them out for type GLOBAL",
  },
  {
    operations: ['loadBalancers_create', 'loadBalancers_update'],
    change: { kind: 'default', at: 'health_check.healthy_threshold', is: 5 },
    why: 'The document tells the two thresholds the wrong way round.',
    source: 'every example reply of the same operation',
  },
  {
    operations: ['loadBalancers_create', 'loadBalancers_update'],
    change: { kind: 'default', at: 'health_check.unhealthy_threshold', is: 3 },
    why: 'The document tells the two thresholds the wrong way round.',
    source: 'every example reply of the same operation',
  },
];
