// What calls about Droplets bill.
import type { Bills } from '../../endpoint/bill.ts';
import { backupsOf, ofSize } from '../../entry/bills.ts';

const droplets = ofSize('size', { times: [{ at: 'names' }] });

/** By operation id. */
export const bills: Bills = {
  droplets_create: [
    droplets,
    backupsOf(droplets, 'backup_policy.plan', { when: { argument: 'backups', is: [true] } }),
  ],
};
