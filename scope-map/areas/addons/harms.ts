// What goes with add-ons: the vendor's data.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  addons_delete: {
    kind: 'add-on',
    thing: {
      look: look('addons_get', { resource_uuid: argument('resource_uuid') }),
      details: [{ at: 'app_name' }, { at: 'plan_name', says: 'plan {}' }, { at: 'state' }],
      costs: { at: 'plan_price_per_month' },
    },
    losesData: true,
    nothingHangs: 'what its vendor keeps for it cannot be read here',
  },
};
