// What calls about uptime checks bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  uptime_create_check: [notPriced('the check, where it is not the first')],
};
