// What calls about autoscale pools bill.
import type { Bills } from '../../endpoint/bill.ts';
import { insteadOf, ofSize } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const times = [
  { at: 'config.max_instances', upTo: true },
  { at: 'config.target_number_instances' },
] as const;

/** By operation id. */
export const bills: Bills = {
  autoscalepools_create: [ofSize('droplet_template.size', { times })],
  autoscalepools_update: [
    ofSize('droplet_template.size', {
      times,
      instead: insteadOf(
        looking('autoscalepools_get', { autoscale_pool_id: 'autoscale_pool_id' }),
        'autoscale_pool',
      ),
    }),
  ],
};
