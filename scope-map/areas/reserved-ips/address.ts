// What reserved IPs have under their present name and the former one, floating IPs.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { View } from '../../endpoint/reply.ts';
import { given, valued } from '../../entry/conditions.ts';

/** The whole Droplet would stand in each of them, and the sizes of the whole region. */
export const addressList: View = {
  columns: [
    'ip',
    { name: 'region_slug', at: 'region.slug' },
    { name: 'droplet_id', at: 'droplet.id' },
    { name: 'droplet_name', at: 'droplet.name' },
    'locked',
    'project_id',
  ],
};

/** One address, with as much of its Droplet as tells which it is. */
export const address: View = {
  keeps: [
    'ip',
    'region.slug',
    'droplet.id',
    'droplet.name',
    'droplet.status',
    'locked',
    'project_id',
  ],
};

/** An address is locked while it is being moved; the Droplet itself is hidden from tokens without droplet:read. */
export const addressLife = (key: string): Omit<LifeCycle, 'poll'> => ({
  state: `${key}.locked`,
  done: ['false'],
  failed: [],
  missing: 'wait',
  usually: 10,
  what: 'address',
});

/** The action that moves an address; it may be unknown for a moment after it was started. */
export const moveLife: Omit<LifeCycle, 'poll'> = {
  state: 'action.status',
  done: ['completed'],
  failed: ['errored'],
  missing: 'wait',
  usually: 10,
  what: 'action',
};

/** Reserved for a region it serves nobody yet, which costs; with a Droplet it is free. */
export const costsUnused = [given('region', { cost: 'starts' })];

export const oneHome = [{ kind: 'one_of', arguments: ['droplet_id', 'region'] }] as const;

/** An address that serves nobody costs. */
export const moveConditions = [
  valued('type', ['unassign'], {
    effect: 'destroy',
    cost: 'raises',
    loses: 'takes the address off its Droplet, where traffic to it stops',
  }),
];

const assigning = { argument: 'type', is: ['assign'] } as const;

export const moveRules = [
  { kind: 'needs', when: assigning, arguments: ['droplet_id'] },
  { kind: 'only', arguments: ['droplet_id'], when: assigning },
] as const;

export const moveHints = [
  {
    status: 422,
    when: assigning,
    next: 'A Droplet holds one such address, of its own region: look at both, and unassign what it has first.',
  },
] as const;

export const moveSays = { type: 'What to do.', droplet_id: 'Droplet to assign it to.' };

export const homeSays = {
  droplet_id: 'Droplet to assign it to; or give region.',
  region: 'Region slug to keep it in, unassigned; or give droplet_id.',
};
