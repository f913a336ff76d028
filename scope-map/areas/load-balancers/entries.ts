// Load balancers.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { View } from '../../endpoint/reply.ts';
import { describeArea } from '../../entry/area-map.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

const life: Omit<LifeCycle, 'poll'> = {
  state: 'load_balancer.status',
  done: ['active'],
  failed: ['errored'],
  usually: 90,
  what: 'load balancer',
};

// The size list of the region is the bulk of the object; everything that a full replacement needs stays.
const view: View = { drops: ['region.sizes', 'region.features', 'region.available'] };

export default describeArea(facts, words, {
  loadBalancers_list: {
    title: 'List load balancers',
    description: 'Lists load balancers with address, state and rules.',
    reply: pagedList('load_balancers'),
    view,
  },
  loadBalancers_get: {
    title: 'Get a load balancer',
    description: 'Shows one load balancer; it has its address once active.',
    reply: object('load_balancer'),
    view,
    watch: { ...life, poll: read('loadBalancers_get', { lb_id: argument('lb_id') }) },
  },
  loadBalancers_create: {
    title: 'Create a load balancer',
    description:
      'Creates a load balancer in front of Droplets, named by id or by tag; billing starts now, per node (size_unit).',
    rules: [
      { kind: 'one_of', arguments: ['droplet_ids', 'tag'], optional: true },
      {
        kind: 'needs',
        when: { argument: 'type', is: ['GLOBAL'], absent: true },
        arguments: ['region', 'forwarding_rules'],
      },
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
    reply: object('load_balancer'),
    view,
    watch: {
      ...life,
      poll: read('loadBalancers_get', { lb_id: reply('load_balancer.id') }),
      missing: 'wait',
      // Its address comes last.
      until: [
        {
          unless: { argument: 'type', is: ['GLOBAL'] },
          field: 'load_balancer.ip',
          missing: 'it has no address yet',
        },
      ],
    },
    says: {
      droplet_ids: 'Droplets to send traffic to; or give tag.',
      tag: 'Sends traffic to every Droplet and cluster node with this tag.',
      type: 'Kind; default REGIONAL.',
      firewall: 'Who may connect, such as "ip:1.2.3.4" or "cidr:1.2.0.0/16".',
      domains: 'Domains of a GLOBAL load balancer.',
    },
  },
  loadBalancers_delete: {
    title: 'Delete a load balancer',
    description: 'Deletes a load balancer and its address for good; the Droplets behind it stay.',
    cost: 'stops',
    reply: nothing,
  },
});
