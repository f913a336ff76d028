// What calls about floating IPs bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  floatingIPs_create: [dated('reserved_ips', { when: { argument: 'region' } })],
  floatingIPsAction_post: [dated('reserved_ips', { when: { argument: 'type', is: ['unassign'] } })],
};
