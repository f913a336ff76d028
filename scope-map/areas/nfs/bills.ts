// What calls about NFS file shares bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, insteadOf, notPriced } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const share = { read: looking('nfs_get', { nfs_id: 'nfs_id' }), at: 'share' } as const;

/** By operation id. */
export const bills: Bills = {
  nfs_create: [
    dated('nfs', { amount: [{ at: 'size_gib' }] }),
    notPriced('the higher performance of the share', {
      argument: 'performance_tier',
      is: ['high'],
    }),
  ],
  nfs_create_action: [
    dated('nfs', {
      when: { argument: 'type', is: ['resize'] },
      amount: [{ at: 'params.size_gib' }, { at: 'size_gib' }],
      instead: insteadOf(share.read, share.at),
    }),
    notPriced('the performance that is added to the share', {
      argument: 'type',
      is: ['switch_performance_tier'],
    }),
    dated('nfs_snapshots', {
      when: { argument: 'type', is: ['snapshot'] },
      about: share,
      amount: [{ at: 'size_gib' }],
      upTo: true,
    }),
  ],
};
