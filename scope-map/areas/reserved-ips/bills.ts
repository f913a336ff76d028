// What calls about reserved IPs bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  reservedIPs_create: [dated('reserved_ips', { when: { argument: 'region' } })],
  reservedIPsActions_post: [
    dated('reserved_ips', { when: { argument: 'type', is: ['unassign'] } }),
  ],
};
