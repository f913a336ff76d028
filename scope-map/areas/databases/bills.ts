// What calls about databases bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, insteadOf, notPriced } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const nodes = {
  by: [{ at: 'engine' }, { at: 'size' }],
  amount: [{ at: 'num_nodes' }],
} as const;

const cluster = looking('databases_get_cluster', {
  database_cluster_uuid: 'database_cluster_uuid',
});

/** How much comes with a size is told nowhere. */
const storage = notPriced('storage beyond what comes with the size', {
  argument: 'storage_size_mib',
});

const byItself = notPriced('storage that is added by itself', {
  argument: 'autoscale.storage.enabled',
  is: [true],
});

/** By operation id. */
export const bills: Bills = {
  databases_create_cluster: [dated('databases', nodes), storage, byItself],
  databases_update_clusterSize: [
    dated('databases', { ...nodes, instead: insteadOf(cluster, 'database') }),
    storage,
  ],
  databases_update_autoscale: [
    notPriced('storage that is added by itself', { argument: 'storage.enabled', is: [true] }),
  ],
  databases_create_replica: [dated('database_replicas', { by: [{ at: 'size' }] }), storage],
};
