// What calls about the container registry bill.
import type { Bills, Tariff } from '../../endpoint/bill.ts';
import { looking } from '../../entry/looking.ts';

const plans = (slug: string): Tariff => ({
  read: looking('registry_get_options', {}),
  row: [{ list: 'options.subscription_tiers', where: { slug } }],
  price: 'monthly_price_in_cents',
  unit: 'cents_a_month',
});

/** By operation id. */
export const bills: Bills = {
  registry_create: [
    {
      kind: 'listed',
      tariff: plans('subscription_tier_slug'),
      named: 'subscription_tier_slug',
    },
  ],
  registry_update_subscription: [
    {
      kind: 'listed',
      tariff: plans('tier_slug'),
      named: 'tier_slug',
      instead: {
        read: looking('registry_get_subscription', {}),
        at: 'subscription',
        named: { tier_slug: 'tier.slug' },
        price: 'tier.monthly_price_in_cents',
      },
    },
  ],
};
