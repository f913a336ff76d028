// How changes of reserved IPs are put back: where they lead, never the address itself once it is given up.
import type { When } from '../../endpoint/condition.ts';
import type { Undos } from '../../endpoint/undo.ts';
import { always, argument, call, cannot, former, look, removes, reply } from '../../entry/undos.ts';

const itself = { reserved_ip: argument('reserved_ip') };
const ofType = (...is: readonly [string, ...string[]]): When => ({ argument: 'type', is });
const leads = (filled: boolean) => ({ at: 'droplet.id', filled });

/** By operation id. */
export const undos: Undos = {
  reservedIPs_create: removes(
    look('reservedIPs_get', { reserved_ip: reply('reserved_ip.ip') }),
    call('reservedIPs_delete', { reserved_ip: reply('reserved_ip.ip') }),
    ['droplet.id'],
    'the address is given up',
  ),
  reservedIPs_delete: cannot('an address that was given up does not come back'),
  reservedIPsActions_post: {
    state: look('reservedIPs_get', itself),
    watches: ['droplet.id'],
    ways: [
      {
        stood: leads(true),
        calls: [
          call('reservedIPsActions_post', {
            ...itself,
            type: always('assign'),
            droplet_id: former('droplet.id'),
          }),
        ],
      },
      {
        when: ofType('assign'),
        calls: [call('reservedIPsActions_post', { ...itself, type: always('unassign') })],
      },
      { cannot: 'it led nowhere before' },
    ],
  },
};
