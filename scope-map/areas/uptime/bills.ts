// What calls about uptime checks bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  uptime_create_check: [dated('uptime_checks', { upTo: true })],
};
