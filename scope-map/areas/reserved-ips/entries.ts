// Reserved IPs: public IPv4 addresses that outlive the Droplet they are assigned to.
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
} from './address.ts';
import facts from './facts.json' with { type: 'json' };
import { words } from './words.ts';

export default describeArea(facts, words, {
  reservedIPs_list: {
    title: 'List reserved IPs',
    description:
      'Lists reserved IPv4 addresses and the Droplet of each; one without a Droplet costs $5 a month.',
    reply: pagedList('reserved_ips'),
    view: addressList,
  },
  reservedIPs_create: {
    title: 'Reserve an IP',
    description:
      'Reserves an IPv4 address, assigned to a Droplet at once (free) or kept for a region (billed until assigned).',
    conditions: costsUnused,
    rules: oneHome,
    effect: 'write',
    reply: object('reserved_ip'),
    view: address,
    watch: {
      ...addressLife('reserved_ip'),
      poll: read('reservedIPs_get', { reserved_ip: reply('reserved_ip.ip') }),
    },
    says: homeSays,
  },
  reservedIPs_get: {
    title: 'Get a reserved IP',
    description: 'Shows one reserved IPv4 address and the Droplet that it leads to.',
    reply: object('reserved_ip'),
    view: address,
    watch: {
      ...addressLife('reserved_ip'),
      poll: read('reservedIPs_get', { reserved_ip: argument('reserved_ip') }),
    },
  },
  reservedIPs_delete: {
    title: 'Release a reserved IP',
    description:
      'Gives a reserved IPv4 address back for good: it leaves its Droplet and cannot be had again.',
    cost: 'stops',
    reply: nothing,
  },
  reservedIPsActions_list: {
    title: "List a reserved IP's actions",
    description: 'Lists how a reserved IPv4 address was assigned and unassigned.',
    reply: pagedList('actions'),
    view: actionList,
  },
  reservedIPsActions_post: {
    title: 'Assign or unassign a reserved IP',
    description:
      'Assigns a reserved IPv4 address to a Droplet of its region, also away from another one, or unassigns it, after which it costs.',
    conditions: moveConditions,
    rules: moveRules,
    effect: 'write',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...moveLife,
      poll: read('reservedIPsActions_get', {
        reserved_ip: argument('reserved_ip'),
        action_id: reply('action.id'),
      }),
    },
    notes: [
      {
        when: { argument: 'type', is: ['unassign'] },
        says: 'The address costs money while no Droplet has it; reserved_ips_delete gives it back.',
      },
    ],
    hints: moveHints,
    says: moveSays,
  },
  reservedIPsActions_get: {
    title: 'Get a reserved IP action',
    description:
      'Shows how far an assignment of a reserved IPv4 address is; wait_seconds waits for its end.',
    reply: object('action'),
    view: { drops: ['region'] },
    watch: {
      ...moveLife,
      poll: read('reservedIPsActions_get', {
        reserved_ip: argument('reserved_ip'),
        action_id: argument('action_id'),
      }),
    },
  },
});
