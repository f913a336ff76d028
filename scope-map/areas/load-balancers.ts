// Load balancers.
import { type Endpoint, endpoint, type LifeCycle, pagedList, type View } from '../endpoint.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'load_balancer.status',
  done: ['active'],
  failed: ['errored'],
  usually: 90,
  what: 'load balancer',
};

// The size list of the region is the bulk of the object; everything that a full replacement needs stays.
const view: View = { drops: ['region.sizes', 'region.features', 'region.available'] };

/** Endpoints of the area `load_balancers`. */
export const loadBalancers: readonly Endpoint[] = [
  endpoint({
    id: 'loadBalancers_list',
    area: 'load_balancers',
    method: 'GET',
    path: '/v2/load_balancers',
    title: 'List load balancers',
    description: 'Lists load balancers with address, state and rules.',
    requires: [['load_balancer:read']],
    effect: 'read',
    reply: pagedList('load_balancers'),
    view,
  }),
  endpoint({
    id: 'loadBalancers_get',
    area: 'load_balancers',
    method: 'GET',
    path: '/v2/load_balancers/{lb_id}',
    title: 'Get a load balancer',
    description: 'Shows one load balancer; it has its address once active.',
    requires: [['load_balancer:read']],
    effect: 'read',
    reply: { kind: 'object', key: 'load_balancer' },
    view,
    watch: {
      ...life,
      poll: { operation: 'loadBalancers_get', path: { lb_id: { argument: 'lb_id' } } },
    },
  }),
  endpoint({
    id: 'loadBalancers_create',
    area: 'load_balancers',
    method: 'POST',
    path: '/v2/load_balancers',
    title: 'Create a load balancer',
    description:
      'Creates a load balancer in front of Droplets, named by id or by tag; billing starts now, per node (size_unit).',
    requires: [['load_balancer:create']],
    rules: [
      { kind: 'one_of', arguments: ['droplet_ids', 'tag'], optional: true },
      {
        kind: 'each',
        list: 'forwarding_rules',
        rules: [
          {
            kind: 'never',
            when: { argument: 'entry_protocol', is: ['udp'] },
            and: { argument: 'target_protocol', is: ['http', 'https', 'http2', 'tcp'] },
          },
          {
            kind: 'never',
            when: { argument: 'target_protocol', is: ['udp'] },
            and: { argument: 'entry_protocol', is: ['http', 'https', 'http2', 'http3', 'tcp'] },
          },
          {
            kind: 'never',
            when: { argument: 'entry_protocol', is: ['http3'] },
            and: { argument: 'tls_passthrough', is: [true] },
          },
        ],
      },
    ],
    effect: 'write',
    cost: 'starts',
    reply: { kind: 'object', key: 'load_balancer' },
    view,
    watch: {
      ...life,
      poll: { operation: 'loadBalancers_get', path: { lb_id: { reply: 'load_balancer.id' } } },
      missing: 'wait',
    },
    says: {
      droplet_ids: 'Droplets to send traffic to; or give tag.',
      tag: 'Sends traffic to every Droplet with this tag.',
      type: 'Kind; default REGIONAL.',
      firewall: 'Rules such as "ip:1.2.3.4" or "cidr:1.2.0.0/16".',
      domains: 'Domains of a GLOBAL load balancer.',
    },
  }),
  endpoint({
    id: 'loadBalancers_delete',
    area: 'load_balancers',
    method: 'DELETE',
    path: '/v2/load_balancers/{lb_id}',
    title: 'Delete a load balancer',
    description: 'Deletes a load balancer and its address for good; the Droplets behind it stay.',
    requires: [['load_balancer:delete']],
    effect: 'destroy',
    cost: 'stops',
    reply: { kind: 'empty' },
  }),
];
