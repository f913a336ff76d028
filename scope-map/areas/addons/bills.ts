// What calls about add-ons bill.
import type { Bills, Tariff } from '../../endpoint/bill.ts';
import { looking } from '../../entry/looking.ts';

const plans: Tariff = {
  read: looking('addons_get_app', {}),
  row: [
    { list: 'apps', where: { app_slug: 'app_slug' } },
    { list: 'plans', where: { slug: 'plan_slug' } },
  ],
  price: 'price_per_month',
  unit: 'dollars_a_month',
};

/** By operation id. */
export const bills: Bills = {
  addons_create: [{ kind: 'listed', tariff: plans, named: 'plan_slug' }],
  addons_patch_plan: [
    {
      kind: 'listed',
      tariff: plans,
      named: 'plan_slug',
      instead: {
        read: looking('addons_get', { resource_uuid: 'resource_uuid' }),
        at: 'resource',
        price: 'plan_price_per_month',
      },
    },
  ],
};
