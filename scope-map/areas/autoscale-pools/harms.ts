// What goes with autoscale pools: the Droplets in them, or that anybody counts them.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { called } from '../../entry/hangings.ts';
import { argument, its, look, priceOfSize, shownWith } from '../../entry/looks.ts';

const pool: Thing = {
  look: look('autoscalepools_get', { autoscale_pool_id: argument('autoscale_pool_id') }),
  details: [
    { at: 'droplet_template.size' },
    { at: 'droplet_template.region', says: 'in {}' },
    { at: 'active_resources_count', says: '{} Droplets' },
    { at: 'created_at', as: 'age' },
  ],
};

// What a member costs is not told: the template's size has a price, and the pool says how many there are.
const priced: Thing = {
  ...pool,
  costs: priceOfSize('droplet_template.size', 'active_resources_count'),
};

const members: Hanging = {
  kind: 'Droplet',
  asks: 'which Droplets are in it',
  fate: 'keeps_costing',
  look: look('autoscalepools_list_members', { autoscale_pool_id: argument('autoscale_pool_id') }),
  named: 'droplet_id',
  called,
};

const whole = { kind: 'autoscale pool', thing: pool } as const;

/** By operation id. */
export const harms: Harms = {
  autoscalepools_update: {
    ...whole,
    hangs: [{ ...members, fate: 'stays', note: 'as far as the new bounds leave room' }],
  },
  autoscalepools_delete: {
    ...whole,
    hangs: [{ ...members, note: 'and no longer replaced or counted' }],
  },
  autoscalepools_delete_dangerous: {
    kind: 'autoscale pool',
    thing: priced,
    losesData: true,
    hangs: [
      { ...members, fate: 'destroyed', note: 'with their disks' },
      {
        kind: 'load balancer',
        asks: 'which load balancers send requests to them',
        fate: 'loses',
        look: look('loadBalancers_list', {}),
        belongs: [{ at: 'tag', is: its('droplet_template.tags') }],
        ...shownWith('tag:read'),
      },
    ],
  },
};
