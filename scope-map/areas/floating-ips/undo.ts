// How changes of floating IPs are put back: where they lead, never the address itself once it is given up.
import type { When } from '../../endpoint/condition.ts';
import type { Undos } from '../../endpoint/undo.ts';
import { always, argument, call, cannot, former, look, removes, reply } from '../../entry/undos.ts';

const itself = { floating_ip: argument('floating_ip') };
const ofType = (...is: readonly [string, ...string[]]): When => ({ argument: 'type', is });
const leads = (filled: boolean) => ({ at: 'droplet.id', filled });

/** By operation id. */
export const undos: Undos = {
  floatingIPs_create: removes(
    look('floatingIPs_get', { floating_ip: reply('floating_ip.ip') }),
    call('floatingIPs_delete', { floating_ip: reply('floating_ip.ip') }),
    ['droplet.id'],
    'the address is given up',
  ),
  floatingIPs_delete: cannot('an address that was given up does not come back'),
  floatingIPsAction_post: {
    state: look('floatingIPs_get', itself),
    watches: ['droplet.id'],
    ways: [
      {
        stood: leads(true),
        calls: [
          call('floatingIPsAction_post', {
            ...itself,
            type: always('assign'),
            droplet_id: former('droplet.id'),
          }),
        ],
      },
      {
        when: ofType('assign'),
        calls: [call('floatingIPsAction_post', { ...itself, type: always('unassign') })],
      },
      { cannot: 'it led nowhere before' },
    ],
  },
};
