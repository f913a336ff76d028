// How changes of reserved IPv6 addresses are put back: where they lead, never the address itself once it is given up.
import type { Undos } from '../../endpoint/undo.ts';
import { always, argument, call, cannot, former, look, removes, reply } from '../../entry/undos.ts';

const itself = { reserved_ipv6: argument('reserved_ipv6') };

/** By operation id. */
export const undos: Undos = {
  reservedIPv6_create: removes(
    look('reservedIPv6_get', { reserved_ipv6: reply('reserved_ipv6.ip') }),
    call('reservedIPv6_delete', { reserved_ipv6: reply('reserved_ipv6.ip') }),
    ['droplet.id'],
    'the address is given up',
  ),
  reservedIPv6_delete: cannot('an address that was given up does not come back'),
  reservedIPv6Actions_post: {
    state: look('reservedIPv6_get', itself),
    watches: ['droplet.id'],
    ways: [
      {
        stood: { at: 'droplet.id', filled: true },
        calls: [
          call('reservedIPv6Actions_post', {
            ...itself,
            type: always('assign'),
            droplet_id: former('droplet.id'),
          }),
        ],
      },
      {
        when: { argument: 'type', is: ['assign'] },
        calls: [call('reservedIPv6Actions_post', { ...itself, type: always('unassign') })],
      },
      { cannot: 'it led nowhere before' },
    ],
  },
};
