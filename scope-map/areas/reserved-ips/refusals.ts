// Why DigitalOcean would refuse what is done with reserved IPs.
import type { Check, Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, limited, look, mustBeNew, openRegion, perhaps } from '../../entry/refusals.ts';

const list = looking('reservedIPs_list', {});
const itself = looking('reservedIPs_get', { reserved_ip: 'reserved_ip' });

const isIdle: Check = look(itself, [
  perhaps(
    { at: 'reserved_ip.locked', is: [true] },
    'how what is done to the address ends, which has to come first',
  ),
]);

/** The Droplet that is to have the address. */
const target: readonly Check[] = [
  look(looking('droplets_get', { droplet_id: 'droplet_id' }), [
    ground('gone', 'there is no Droplet {droplet_id}'),
  ]),
  mustBeNew(
    list,
    'reserved_ips',
    { 'droplet.id': 'droplet_id' },
    'the Droplet {droplet_id} has a reserved IP already',
    { when: { argument: 'droplet_id' }, hidden: ['droplet:read'] },
  ),
];

/** By operation id. */
export const refusals: Refusals = {
  reservedIPs_create: [
    openRegion(),
    ...target,
    limited(
      list,
      'reserved_ip_limit|floating_ip_limit',
      'the limit of reserved IPs that the account may have is reached',
    ),
  ],
  reservedIPs_delete: [isIdle],
  reservedIPsActions_post: [
    isIdle,
    look(
      itself,
      [
        ground({ at: 'reserved_ip.droplet', empty: true }, 'no Droplet has the address', {
          when: { argument: 'type', is: ['unassign'] },
        }),
      ],
      { hidden: ['droplet:read'] },
    ),
    ...target,
  ],
};
