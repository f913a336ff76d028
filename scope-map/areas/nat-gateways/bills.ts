// What calls about NAT gateways bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  vpcnatgateways_create: [notPriced('the gateway by its size, and what it sends out')],
  vpcnatgateways_update: [notPriced('the new size of the gateway')],
};
