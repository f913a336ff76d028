// What calls about what is done with Droplets bill.
import type { Bills, Priced } from '../../endpoint/bill.ts';
import { backupsOf, dated, insteadOf, notPriced, ofSize } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const droplet = looking('droplets_get', { droplet_id: 'droplet_id' });

const priceOfDroplet: Priced = {
  kind: 'told',
  what: 'the Droplet',
  read: droplet,
  price: 'droplet.size.price_monthly',
  unit: 'dollars_a_month',
};

/** By operation id. */
export const bills: Bills = {
  dropletActions_post: [
    ofSize('size', {
      when: { argument: 'type', is: ['resize'] },
      instead: insteadOf(droplet, 'droplet', {
        named: { size: 'size_slug' },
        price: 'size.price_monthly',
      }),
    }),
    dated('snapshots', {
      when: { argument: 'type', is: ['snapshot'] },
      about: { read: droplet, at: 'droplet' },
      amount: [{ at: 'disk' }],
      upTo: true,
    }),
    backupsOf(priceOfDroplet, 'backup_policy.plan', {
      when: { argument: 'type', is: ['enable_backups'] },
    }),
    backupsOf(priceOfDroplet, 'backup_policy.plan', {
      when: { argument: 'type', is: ['change_backup_policy'] },
      now: {
        read: looking('droplets_get_backup_policy', { droplet_id: 'droplet_id' }),
        at: 'policy',
      },
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
