// What calls about vector databases bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  vectorDatabases_create: [notPriced('the vector database, by its size')],
  vectorDatabases_post_resize: [notPriced('the new size of the vector database')],
};
