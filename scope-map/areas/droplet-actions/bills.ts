// What calls about what is done with Droplets bill.
import type { Bills } from '../../endpoint/bill.ts';
import { insteadOf, notPriced, ofSize } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

/** By operation id. */
export const bills: Bills = {
  dropletActions_post: [
    ofSize('size', {
      when: { argument: 'type', is: ['resize'] },
      instead: insteadOf(looking('droplets_get', { droplet_id: 'droplet_id' }), 'droplet', {
        named: { size: 'size_slug' },
        price: 'size.price_monthly',
      }),
    }),
    notPriced('storage of the snapshot, by its size', { argument: 'type', is: ['snapshot'] }),
    notPriced("backups, a share of the Droplet's price", {
      argument: 'type',
      is: ['enable_backups', 'change_backup_policy'],
    }),
  ],
  dropletActions_post_byTag: [
    notPriced('storage of the snapshots, by their size', { argument: 'type', is: ['snapshot'] }),
    notPriced("backups, a share of each Droplet's price", {
      argument: 'type',
      is: ['enable_backups'],
    }),
  ],
};
