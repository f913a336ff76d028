// What calls about NFS file shares bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  nfs_create: [notPriced('the storage of the share, by its size')],
  nfs_create_action: [
    notPriced('the storage or the performance that is added to the share', {
      argument: 'type',
      is: ['resize', 'switch_performance_tier'],
    }),
    notPriced('storage of the snapshot, by its size', { argument: 'type', is: ['snapshot'] }),
  ],
};
