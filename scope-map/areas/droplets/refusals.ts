// Why DigitalOcean would refuse what is done with Droplets.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, mustExist } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  droplets_destroy: [
    {
      read: looking('droplets_get', { droplet_id: 'droplet_id' }),
      grounds: [
        ground(
          { at: 'droplet.locked', is: [true] },
          'something still runs on the Droplet, and it goes when that has ended',
          { perhaps: true },
        ),
      ],
    },
  ],
  droplets_create: [
    mustExist(looking('vpcs_get', { vpc_id: 'vpc_uuid' }), 'there is no VPC network {vpc_uuid}'),
  ],
};
