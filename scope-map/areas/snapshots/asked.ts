// How people ask for snapshots.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  snapshots_list: {
    asked: [
      'which snapshots do we keep',
      'what copies of my servers and disks exist',
      'how large are all my snapshots',
      'find old snapshots that only cost money',
    ],
    common: 2,
  },
  snapshots_get: {
    asked: ['when was this snapshot taken', 'how big is that snapshot', 'where is a snapshot kept'],
  },
  snapshots_delete: {
    asked: [
      'throw away an old snapshot',
      'remove a snapshot',
      'clean up the snapshots of last year',
    ],
  },
};
