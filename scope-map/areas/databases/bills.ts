// What calls about databases bill.
import type { Bills } from '../../endpoint/bill.ts';
import { notPriced } from '../../entry/bills.ts';

/** By operation id. */
export const bills: Bills = {
  databases_create_cluster: [notPriced('the nodes and the storage of the cluster')],
  databases_update_clusterSize: [notPriced('the new nodes and storage of the cluster')],
  databases_update_autoscale: [
    notPriced('storage that is added by itself', { argument: 'storage.enabled', is: [true] }),
  ],
  databases_create_replica: [notPriced('the node and the storage of the replica')],
};
