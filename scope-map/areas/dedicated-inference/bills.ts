// What calls about dedicated inference bill.
import type { Bills, Charge } from '../../endpoint/bill.ts';
import { insteadOf } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

const gpus: Extract<Charge, { kind: 'listed' }> = {
  kind: 'listed',
  tariff: {
    read: looking('dedicatedInferences_list_sizes', {}),
    row: [{ list: 'sizes', where: { gpu_slug: 'accelerator_slug', region: 'spec.region' } }],
    price: 'price_per_hour',
    unit: 'dollars_an_hour',
  },
  named: 'accelerator_slug',
  each: 'spec.model_deployments.accelerators',
  times: [{ at: 'scale' }],
};

/** By operation id. */
export const bills: Bills = {
  dedicatedInferences_create: [gpus],
  dedicatedInferences_patch: [
    {
      ...gpus,
      when: { argument: 'spec' },
      instead: insteadOf(
        looking('dedicatedInferences_get', { dedicated_inference_id: 'dedicated_inference_id' }),
        'dedicated_inference',
      ),
    },
  ],
};
