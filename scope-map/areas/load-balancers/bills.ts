// What calls about load balancers bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  loadBalancers_create: [notPriced('the load balancer, by its nodes')],
  loadBalancers_update: [notPriced('the nodes of the load balancer', { argument: 'size_unit' })],
};
