// What calls about Droplets bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced, ofSize } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  droplets_create: [
    ofSize('size', { times: [{ at: 'names' }] }),
    notPriced("backups, a share of each Droplet's price", { argument: 'backups', is: [true] }),
  ],
};
