// Why DigitalOcean would refuse what is done with volumes.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  volumes_delete: [
    {
      read: looking('volumes_get', { volume_id: 'volume_id' }),
      grounds: [
        ground({ at: 'volume.droplet_ids', filled: true }, 'the volume is attached to a Droplet'),
      ],
    },
  ],
};
