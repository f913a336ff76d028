// Why DigitalOcean would refuse what is done with reserved IPv6 addresses.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustBeNew, openRegion, untold } from '../../entry/refusals.ts';

const itself = looking('reservedIPv6_get', { reserved_ipv6: 'reserved_ipv6' });

/** By operation id. */
export const refusals: Refusals = {
  reservedIPv6_create: [openRegion('region_slug'), untold('whether the account may have one more')],
  reservedIPv6_delete: [
    look(
      itself,
      [ground({ at: 'reserved_ipv6.droplet', filled: true }, 'a Droplet has the address')],
      { hidden: ['droplet:read'] },
    ),
    untold('whether something is done to the address now'),
  ],
  reservedIPv6Actions_post: [
    look(
      itself,
      [
        ground({ at: 'reserved_ipv6.droplet', empty: true }, 'no Droplet has the address', {
          when: { argument: 'type', is: ['unassign'] },
        }),
      ],
      { hidden: ['droplet:read'] },
    ),
    look(
      looking('droplets_get', { droplet_id: 'droplet_id' }),
      [
        ground('gone', 'there is no Droplet {droplet_id}'),
        ground(
          { at: 'droplet.region.slug', lacks: 'address.region_slug' },
          'the Droplet is in another region than the address',
        ),
        ground({ at: 'droplet.features', isNot: ['ipv6'] }, 'the Droplet does not have IPv6'),
      ],
      {
        when: { argument: 'type', is: ['assign'] },
        beside: { address: { read: itself, at: 'reserved_ipv6' } },
      },
    ),
    mustBeNew(
      looking('reservedIPv6_list', {}),
      'reserved_ipv6s',
      { 'droplet.id': 'droplet_id' },
      'the Droplet {droplet_id} has a reserved IPv6 address already',
      { when: { argument: 'type', is: ['assign'] }, hidden: ['droplet:read'] },
    ),
    untold('whether something is done to the address now'),
  ],
};
