// What calls about Kubernetes bill.
import type { Bills } from '../../endpoint/bill.ts';
import { dated, insteadOf, ofSize } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const times = [
  { at: 'max_nodes', when: { argument: 'auto_scale', is: [true] }, upTo: true },
  { at: 'count' },
] as const;

/** By operation id. */
export const bills: Bills = {
  kubernetes_create_cluster: [
    ofSize('size', { each: 'node_pools', times }),
    dated('kubernetes_ha', { when: { argument: 'ha', is: [true] } }),
    dated('kubernetes_ha', {
      when: { argument: 'ha', absent: true },
      upTo: true,
      note: 'newer versions have it unless ha is false',
    }),
  ],
  kubernetes_add_nodePool: [ofSize('size', { times })],
  kubernetes_update_nodePool: [
    ofSize('size', {
      times,
      instead: insteadOf(
        looking('kubernetes_get_nodePool', {
          cluster_id: 'cluster_id',
          node_pool_id: 'node_pool_id',
        }),
        'node_pool',
      ),
    }),
  ],
  kubernetes_update_cluster: [dated('kubernetes_ha', { when: { argument: 'ha', is: [true] } })],
};
