// Reserved IPv6 addresses, which outlive the Droplet they are assigned to.
import type { View } from '../../endpoint/reply.ts';
import { describeArea } from '../../entry/area-map.ts';
import { valued } from '../../entry/conditions.ts';
import { read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import { moveHints, moveLife, moveRules, moveSays } from '../reserved-ips/address.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

// The whole Droplet would stand in it.
const view: View = {
  keeps: ['ip', 'region_slug', 'reserved_at', 'droplet.id', 'droplet.name', 'droplet.status'],
};

export default describeArea(facts, words, {
  reservedIPv6_list: {
    title: 'List reserved IPv6 addresses',
    description: 'Lists reserved IPv6 addresses and the Droplet of each; they are free.',
    reply: pagedList('reserved_ipv6s'),
    view: {
      columns: [
        'ip',
        'region_slug',
        { name: 'droplet_id', at: 'droplet.id' },
        { name: 'droplet_name', at: 'droplet.name' },
        'reserved_at',
      ],
    },
  },
  reservedIPv6_create: {
    title: 'Reserve an IPv6 address',
    description:
      'Reserves an IPv6 address in a region, free of charge; reserved_ipv6_actions_post then assigns it to a Droplet.',
    effect: 'write',
    reply: object('reserved_ipv6'),
  },
  reservedIPv6_get: {
    title: 'Get a reserved IPv6 address',
    description: 'Shows one reserved IPv6 address and the Droplet that it leads to.',
    reply: object('reserved_ipv6'),
    view,
  },
  reservedIPv6_delete: {
    title: 'Release a reserved IPv6 address',
    description:
      'Gives a reserved IPv6 address back for good; unassign it with reserved_ipv6_actions_post first.',
    reply: nothing,
    hints: [
      {
        status: 422,
        next: 'An assigned address is not released: unassign it with reserved_ipv6_actions_post first.',
      },
    ],
  },
  reservedIPv6Actions_post: {
    title: 'Assign or unassign a reserved IPv6',
    description:
      'Assigns a reserved IPv6 address to a Droplet of its region that has IPv6 enabled, or takes it off.',
    conditions: [
      valued('type', ['unassign'], {
        effect: 'destroy',
        loses: 'takes the address off its Droplet, where traffic to it stops',
      }),
    ],
    rules: moveRules,
    effect: 'write',
    reply: object('action'),
    view: { drops: ['region'] },
    // Its actions have no read of their own, only the general list of actions.
    watch: { ...moveLife, poll: read('actions_get', { action_id: reply('action.id') }) },
    hints: moveHints,
    says: moveSays,
  },
});
