// What calls about security scans bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  security_update_settings_plan: [notPriced('what paid plans cover')],
};
