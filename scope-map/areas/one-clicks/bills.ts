// What calls about 1-Click applications bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  oneClicks_install_kubernetes: [
    notPriced('what the applications make in the cluster: load balancers and volumes'),
  ],
};
