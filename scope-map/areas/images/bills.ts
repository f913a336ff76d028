// What calls about images bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  images_create_custom: [notPriced('storage of the image, by its size')],
  imageActions_post: [
    notPriced('storage of the snapshot that it becomes', { argument: 'type', is: ['convert'] }),
  ],
  images_post_account_transfer_accept: [notPriced('storage of the image, by its size')],
};
