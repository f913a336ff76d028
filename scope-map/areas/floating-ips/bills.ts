// What calls about floating IPs bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  floatingIPs_create: [
    notPriced('the address, as long as no Droplet has it', { argument: 'region' }),
  ],
  floatingIPsAction_post: [
    notPriced('the address, as long as no Droplet has it', { argument: 'type', is: ['unassign'] }),
  ],
};
