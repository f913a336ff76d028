// Destroying a Droplet together with what is associated with it: snapshots, volumes and reserved IPs.

import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { argument, read } from '../../../entry/follow-ups.ts';
import { keepDroplet } from '../../../entry/keeps.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

// Done is what has an end; whether all went well is told by the number of failures.
const watch: LifeCycle = {
  poll: read('droplets_get_DestroyAssociatedResourcesStatus', {
    droplet_id: argument('droplet_id'),
  }),
  state: 'completed_at',
  done: ['*'],
  failed: [],
  failures: 'failures',
  usually: 60,
  what: 'destruction',
};

const hints = [
  {
    status: 409,
    next: 'A destruction of this Droplet is under way already: read its status, and retry only what failed.',
  },
] as const;

/** By operation id. */
export const destructions = entriesOf(facts, {
  droplets_list_associatedResources: {
    title: 'List what can go with a Droplet',
    description:
      'Shows snapshots, volumes and reserved IPs of a Droplet with what each costs a month if it stays; look here before destroying.',
    reply: object(null),
  },
  droplets_destroy_withAssociatedResourcesSelective: {
    keep: keepDroplet,
    name: 'droplets_destroy_with_resources_selective',
    title: 'Destroy a Droplet and some of its resources',
    description:
      'Destroys a Droplet and just the snapshots, volumes and reserved IPs named, for good; droplets_list_associated_resources tells their ids.',
    cost: 'stops',
    reply: nothing,
    watch,
    repeatable: false,
    hints,
  },
  // A snapshot that was taken first would go with all the others: this one keeps nothing.
  droplets_destroy_withAssociatedResourcesDangerous: {
    name: 'droplets_destroy_with_resources_dangerous',
    title: 'Destroy a Droplet and all its resources',
    description:
      'Destroys a Droplet with all its snapshots, volumes, volume snapshots and reserved IPs, for good; droplets_destroy_with_resources_selective spares some.',
    cost: 'stops',
    reply: nothing,
    watch,
    repeatable: false,
    headers: { 'X-Dangerous': 'true' },
    hints,
  },
  droplets_get_DestroyAssociatedResourcesStatus: {
    name: 'droplets_get_destroy_with_resources_status',
    title: 'Get the status of a destruction',
    description:
      'Shows how far destroying a Droplet with its resources is, and what failed; wait_seconds waits for its end.',
    reply: object(null),
    watch,
  },
  droplets_destroy_retryWithAssociatedResources: {
    name: 'droplets_destroy_retry_with_resources',
    title: 'Retry a destruction',
    description:
      'Tries again what failed when a Droplet was destroyed with its resources; nothing else is destroyed.',
    effect: 'destroy',
    cost: 'stops',
    reply: nothing,
    watch,
    hints,
  },
});
