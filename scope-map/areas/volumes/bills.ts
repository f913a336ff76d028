// What calls about volumes bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, insteadOf } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const amount = [{ at: 'size_gigabytes' }] as const;
const volume = { read: looking('volumes_get', { volume_id: 'volume_id' }), at: 'volume' } as const;

/** By operation id. */
export const bills: Bills = {
  volumes_create: [
    dated('volumes', { amount, note: 'attached or not, and also without its Droplet' }),
  ],
  volumeActions_post_byId: [
    dated('volumes', {
      when: { argument: 'type', is: ['resize'] },
      amount,
      instead: insteadOf(volume.read, volume.at),
    }),
  ],
  volumeSnapshots_create: [dated('snapshots', { about: volume, amount, upTo: true })],
};
