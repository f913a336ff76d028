// Floating IPs: reserved IPs under their former name, the second road to the same addresses.
import { describeArea } from '../../entry/area-map.ts';
import { argument, read, reply } from '../../entry/follow-ups.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import { actionList } from '../../entry/views.ts';
import {
  address,
  addressLife,
  addressList,
  costsUnused,
  homeSays,
  moveConditions,
  moveHints,
  moveLife,
  moveRules,
  moveSays,
  oneHome,
} from '../reserved-ips/address.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  floatingIPs_list: {
    title: 'List floating IPs',
    description:
      'Lists reserved IPv4 addresses under their former name; prefer reserved_ips_list, which lists the same.',
    reply: pagedList('floating_ips'),
    view: addressList,
  },
  floatingIPs_create: {
    title: 'Create a floating IP',
    description:
      'Reserves an IPv4 address under the former name, free with a Droplet and billed without; prefer reserved_ips_create.',
    conditions: costsUnused,
    rules: oneHome,
    effect: 'write',
    reply: object('floating_ip'),
    view: address,
    watch: {
      ...addressLife('floating_ip'),
      poll: read('floatingIPs_get', { floating_ip: reply('floating_ip.ip') }),
    },
    says: homeSays,
  },
  floatingIPs_get: {
    title: 'Get a floating IP',
    description:
      'Shows one reserved IPv4 address under the former name and its Droplet; prefer reserved_ips_get.',
    reply: object('floating_ip'),
    view: address,
    watch: {
      ...addressLife('floating_ip'),
      poll: read('floatingIPs_get', { floating_ip: argument('floating_ip') }),
    },
  },
  floatingIPs_delete: {
    title: 'Delete a floating IP',
    description:
      'Gives a reserved IPv4 address back for good, by its former name; prefer reserved_ips_delete.',
    cost: 'stops',
    reply: nothing,
  },
  floatingIPsAction_list: {
    title: "List a floating IP's actions",
    description:
      'Lists where an address was assigned, under the former name; prefer reserved_ips_actions_list.',
    reply: pagedList('actions'),
    view: actionList,
  },
  floatingIPsAction_post: {
    title: 'Assign or unassign a floating IP',
    description:
      'Assigns a floating IP to a Droplet of its region, or unassigns it, after which it costs; prefer reserved_ips_actions_post.',
    conditions: moveConditions,
    rules: moveRules,
    effect: 'write',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...moveLife,
      poll: read('floatingIPsAction_get', {
        floating_ip: argument('floating_ip'),
        action_id: reply('action.id'),
      }),
    },
    hints: moveHints,
    says: moveSays,
  },
  floatingIPsAction_get: {
    title: 'Get a floating IP action',
    description:
      'Shows how far the assignment of a floating IP is; prefer reserved_ips_actions_get.',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...moveLife,
      poll: read('floatingIPsAction_get', {
        floating_ip: argument('floating_ip'),
        action_id: argument('action_id'),
      }),
    },
  },
});
