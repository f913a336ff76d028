// What calls about apps bill.
import type { Bills } from '../../endpoint/bill.ts';
import { insteadOf } from '../../entry/bills.ts';
import { looking } from '../../entry/looking.ts';

/** By operation id. */
export const bills: Bills = {
  apps_create: [
    {
      kind: 'told',
      what: 'the app',
      read: looking('apps_validate_appSpec', { spec: 'spec' }),
      price: 'app_cost',
      unit: 'dollars_a_month',
    },
  ],
  apps_update: [
    {
      kind: 'told',
      what: 'the app',
      read: looking('apps_validate_appSpec', { spec: 'spec', app_id: 'id' }),
      price: 'app_cost',
      unit: 'dollars_a_month',
      instead: insteadOf(looking('apps_get', { id: 'id' }), 'app'),
    },
  ],
};
