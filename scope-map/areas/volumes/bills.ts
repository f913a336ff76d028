// What calls about volumes bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  volumes_create: [notPriced('the storage of the volume, by its size')],
  volumeActions_post_byId: [
    notPriced('the storage that is added to the volume', { argument: 'type', is: ['resize'] }),
  ],
  volumeSnapshots_create: [notPriced('storage of the snapshot, by its size')],
};
