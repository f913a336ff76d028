// What the calls on load balancers have in common: how a change ends, what is shown, and what their settings must keep.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { View } from '../../endpoint/reply.ts';

/** How a load balancer becomes ready. */
export const life: Omit<LifeCycle, 'poll'> = {
  state: 'load_balancer.status',
  done: ['active'],
  failed: ['errored'],
  usually: 90,
  what: 'load balancer',
};

/** The size list of the region is the bulk of the object; everything that a full replacement needs stays. */
export const view: View = { drops: ['region.sizes', 'region.features', 'region.available'] };

/** What protocols go together. */
export const forwarding = {
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
} as const;

/** What a whole load balancer keeps. */
export const whole = [
  { kind: 'one_of', arguments: ['droplet_ids', 'tag'], optional: true },
  {
    kind: 'needs',
    when: { argument: 'type', is: ['GLOBAL'], absent: true },
    arguments: ['region', 'forwarding_rules'],
  },
  forwarding,
] as const;

/** Arguments of a whole load balancer. */
export const wholeSays = {
  droplet_ids: 'Droplets to send traffic to; or give tag.',
  tag: 'Sends traffic to every Droplet and cluster node with this tag.',
  type: 'Kind; default REGIONAL.',
  firewall: 'Who may connect: "ip:1.2.3.4", "cidr:1.2.0.0/16".',
  domains: 'Domains of a GLOBAL load balancer.',
};
