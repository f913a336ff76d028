// What calls about NAT gateways bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, insteadOf } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const amount = [{ at: 'size' }] as const;

/** By operation id. */
export const bills: Bills = {
  vpcnatgateways_create: [dated('nat_gateways', { amount })],
  vpcnatgateways_update: [
    dated('nat_gateways', {
      amount,
      instead: insteadOf(looking('vpcnatgateways_get', { id: 'id' }), 'vpc_nat_gateway'),
    }),
  ],
};
