// What the account owes: the balance, and the invoice of the running month.

import { type Call, ok, segment } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { type AmountDue, monthStart } from '../../world/books.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

const money = (dollars: number): string => dollars.toFixed(2);

/** The running month's invoice goes by this name and by an id made of the account's. */
const previewId = (world: World): string => world.profile.team.uuid;

const period = (now: number): string => new Date(monthStart(now)).toISOString().slice(0, 7);

const preview = (world: World, now: number) => ({
  invoice_uuid: previewId(world),
  invoice_id: 'preview',
  amount: money(world.books.usage(now)),
  invoice_period: period(now),
  updated_at: forPeople(now),
});

const itemView = ({ line, dollars, hours, from, to }: AmountDue) => ({
  product: line.charge.product,
  resource_uuid: line.charge.resourceUuid,
  resource_id: line.charge.resourceId,
  group_description: line.charge.group,
  description: line.charge.description,
  amount: money(dollars),
  duration: String(Math.round(hours)),
  duration_unit: 'Hours',
  start_time: forPeople(from),
  end_time: forPeople(to),
  project_name: line.charge.project,
});

const requirePreview = (call: Call, world: World): void => {
  const id = segment(call, 'invoice_uuid');
  if (id !== 'preview' && id !== previewId(world)) throw notFound('invoice');
};

const charges = (world: World, now: number) => {
  const byProduct = new Map<string, { dollars: number; count: number }>();
  for (const { line, dollars } of world.books.month(now)) {
    const sum = byProduct.get(line.charge.product) ?? { dollars: 0, count: 0 };
    byProduct.set(line.charge.product, { dollars: sum.dollars + dollars, count: sum.count + 1 });
  }
  return [...byProduct].map(([name, { dollars, count }]) => ({
    name,
    amount: money(dollars),
    count: String(count),
  }));
};

/** Billing. Months before the running one are not simulated, so there are no past invoices. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/customers/my/balance',
    requires: [['billing:read']],
    handle: (call, world) => {
      const usage = world.books.usage(call.now);
      const { balance } = world.profile;
      return ok({
        month_to_date_balance: money(balance + usage),
        account_balance: money(balance),
        month_to_date_usage: money(usage),
        generated_at: forPeople(call.now),
      });
    },
  },
  {
    method: 'GET',
    path: '/v2/customers/my/billing_history',
    requires: [['billing:read']],
    handle: (call) => page(call, 'billing_history', [], (item) => item),
  },
  {
    method: 'GET',
    path: '/v2/customers/my/invoices',
    requires: [['billing:read']],
    handle: (call, world) =>
      page(call, 'invoices', [], (invoice) => invoice, {
        invoice_preview: preview(world, call.now),
      }),
  },
  {
    method: 'GET',
    path: '/v2/customers/my/invoices/{invoice_uuid}',
    requires: [['billing:read']],
    handle: (call, world) => {
      requirePreview(call, world);
      return page(call, 'invoice_items', world.books.month(call.now), itemView);
    },
  },
  {
    method: 'GET',
    path: '/v2/customers/my/invoices/{invoice_uuid}/summary',
    requires: [['billing:read']],
    handle: (call, world) => {
      requirePreview(call, world);
      const usage = money(world.books.usage(call.now));
      const nothing = (name: string) => ({ name, amount: '0.00' });
      return ok({
        invoice_uuid: previewId(world),
        invoice_id: 'preview',
        billing_period: period(call.now),
        amount: usage,
        user_name: world.profile.name,
        user_company: world.profile.team.name,
        user_email: world.profile.email,
        product_charges: {
          name: 'Product usage charges',
          amount: usage,
          items: charges(world, call.now),
        },
        overages: nothing('Overages'),
        taxes: nothing('Taxes'),
        credits_and_adjustments: nothing('Credits & adjustments'),
      });
    },
  },
];

/** Billing. */
export const billingArea: SimulatedArea = { routes };
