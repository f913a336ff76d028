// What calls about partner attachments bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  partnerAttachments_create: [
    dated('partner_attachments', { by: [{ at: 'connection_bandwidth_in_mbps' }] }),
  ],
};
