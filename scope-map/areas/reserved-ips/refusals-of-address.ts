// Why DigitalOcean would refuse what is done with a reserved address, under whichever of its names.
import type { Reading } from '../../endpoint/looking.ts';
import type { Check } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, limited, look, mustBeNew, openRegion, perhaps } from '../../entry/refusals.ts';

/**
 * What stands against making an address, giving it back, and putting it on a Droplet or taking it off.
 * @param field of a single address in a reply; its plural is that of a list.
 */
export const refusalsOfAddress = (
  field: 'reserved_ip' | 'floating_ip',
  list: Reading,
  itself: Reading,
) => {
  const isIdle: Check = look(itself, [
    perhaps(
      { at: `${field}.locked`, is: [true] },
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
      `${field}s`,
      { 'droplet.id': 'droplet_id' },
      'the Droplet {droplet_id} has a reserved IP already',
      { when: { argument: 'droplet_id' }, hidden: ['droplet:read'] },
    ),
  ];
  const made: readonly Check[] = [
    openRegion(),
    ...target,
    limited(
      list,
      'reserved_ip_limit|floating_ip_limit',
      'the limit of reserved IPs that the account may have is reached',
    ),
  ];
  const moved: readonly Check[] = [
    isIdle,
    look(
      itself,
      [
        ground({ at: `${field}.droplet`, empty: true }, 'no Droplet has the address', {
          when: { argument: 'type', is: ['unassign'] },
        }),
      ],
      { hidden: ['droplet:read'] },
    ),
    ...target,
  ];
  return { made, givenBack: [isIdle], moved };
};
