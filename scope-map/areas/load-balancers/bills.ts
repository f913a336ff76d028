// What calls about load balancers bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, insteadOf } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const sized = {
  by: [{ at: 'type', otherwise: 'REGIONAL' }],
  amount: [
    { at: 'size_unit' },
    { at: 'size', is: { 'lb-small': 1, 'lb-medium': 3, 'lb-large': 6 }, otherwise: 1 },
  ],
} as const;

/** By operation id. */
export const bills: Bills = {
  loadBalancers_create: [dated('load_balancers', sized)],
  loadBalancers_update: [
    dated('load_balancers', {
      ...sized,
      when: { argument: 'size_unit' },
      instead: insteadOf(looking('loadBalancers_get', { lb_id: 'lb_id' }), 'load_balancer'),
    }),
  ],
};
