// What goes with load balancers: an address that names point at, and the only way to the Droplets behind it.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { called, recordsTo } from '../../entry/hangings.ts';
import { argument, datedCost, its, look } from '../../entry/looks.ts';

const loadBalancer: Thing = {
  look: look('loadBalancers_get', { lb_id: argument('lb_id') }),
  details: [
    { at: 'ip' },
    { at: 'region.slug', says: 'in {}' },
    { at: 'size_unit', says: 'nodes: {}' },
    { at: 'created_at', as: 'age' },
  ],
  costs: datedCost('load_balancers', {
    by: [{ at: 'type', otherwise: 'REGIONAL' }],
    amount: [{ at: 'size_unit', otherwise: 1 }],
  }),
};

const droplets: Hanging = {
  kind: 'Droplet',
  asks: 'which Droplets are behind it',
  fate: 'loses',
  at: 'droplet_ids',
  named: '',
  called,
};

const rules: Hanging = {
  kind: 'forwarding rule',
  asks: 'which forwarding rules it has',
  fate: 'destroyed',
  at: 'forwarding_rules',
  named: 'entry_port',
};

const firewalls: Hanging = {
  kind: 'firewall',
  asks: 'which firewalls let it through',
  fate: 'stays',
  look: look('firewalls_list', {}),
  belongs: [{ at: 'inbound_rules.sources.load_balancer_uids', is: its('id') }],
  note: 'with a rule that lets nothing through any more',
};

const records = recordsTo(
  'it',
  [its('ip'), its('ipv6')],
  'pointing at an address that somebody else may get',
);

const whole = { kind: 'load balancer', known: 'lb_id', thing: loadBalancer } as const;

/** By operation id. */
export const harms: Harms = {
  loadBalancers_delete: {
    ...whole,
    hangs: [
      droplets,
      {
        kind: 'GLOBAL load balancer',
        asks: 'which GLOBAL load balancers send requests on to it',
        fate: 'loses',
        look: look('loadBalancers_list', {}),
        belongs: [{ at: 'target_load_balancer_ids', is: its('id') }],
      },
      firewalls,
      records,
    ],
  },
  loadBalancers_update: {
    ...whole,
    tellsAll: true,
    hangs: [
      {
        ...droplets,
        // Who carries the tag that it goes by from now on stays behind it.
        unless: [
          { at: '', is: argument('droplet_ids') },
          { at: '', is: { seen: look('droplets_list', { tag_name: argument('tag') }), at: 'id' } },
        ],
      },
      {
        kind: 'rule for who may connect',
        asks: 'which rules for who may connect it has',
        fate: 'destroyed',
        when: { argument: 'firewall', absent: true },
        at: 'firewall.deny',
        named: '',
      },
      {
        kind: 'rule for who alone may connect',
        asks: 'which rules for who alone may connect it has',
        fate: 'destroyed',
        when: { argument: 'firewall', absent: true },
        at: 'firewall.allow',
        named: '',
      },
      { ...rules, unless: { at: 'entry_port', is: argument('forwarding_rules.entry_port') } },
    ],
  },
  loadBalancers_delete_cache: {
    ...whole,
    does: 'Drops the cache of',
    nothingHangs: 'copies are fetched again; nothing else is kept there',
  },
  loadBalancers_remove_droplets: {
    ...whole,
    does: 'Takes Droplets off',
    hangs: [
      { ...droplets, belongs: [{ at: '', is: argument('droplet_ids') }] },
      {
        ...droplets,
        kind: 'other Droplet',
        fate: 'stays',
        unless: { at: '', is: argument('droplet_ids') },
        note: 'behind it',
      },
    ],
  },
  loadBalancers_remove_forwardingRules: {
    ...whole,
    does: 'Takes forwarding rules off',
    hangs: [
      {
        kind: rules.kind,
        asks: rules.asks,
        fate: rules.fate,
        argument: 'forwarding_rules',
        named: 'entry_port',
        note: 'by the port that is closed',
      },
      { ...droplets, fate: 'stays', note: 'behind it' },
    ],
  },
};
