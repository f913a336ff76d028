// What calls about images bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, notPriced } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

/** By operation id. */
export const bills: Bills = {
  images_create_custom: [notPriced('storage of the image, by its size')],
  imageActions_post: [
    dated('snapshots', {
      when: { argument: 'type', is: ['convert'] },
      about: { read: looking('images_get', { image_id: 'image_id' }), at: 'image' },
      amount: [{ at: 'size_gigabytes' }, { at: 'min_disk_size' }],
      upTo: true,
    }),
  ],
  images_post_account_transfer_accept: [notPriced('storage of the image, by its size')],
};
