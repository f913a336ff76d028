// What calls about partner attachments bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  partnerAttachments_create: [notPriced('the connection, by its bandwidth')],
};
