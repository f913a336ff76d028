// How an area says what its operations bill.
import type { Charge, Dated, Instead, Priced, Tariff } from '../endpoint/bill.ts';
import type { When } from '../endpoint/condition.ts';
import type { FieldPath } from '../endpoint/field-path.ts';
import type { Reading } from '../endpoint/looking.ts';
import { looking } from './looking.ts';

/** Sizes of Droplets and of nodes, by slug. */
export const sizes = (slug: FieldPath): Tariff => ({
  read: looking('sizes_list', {}),
  row: [{ list: 'sizes', where: { slug } }],
  price: 'price_monthly',
  unit: 'dollars_a_month',
});

/** What costs and has no price that is known. */
export const notPriced = (what: string, when?: When): Charge => ({
  kind: 'not_priced',
  what,
  ...(when && { when }),
});

/** Droplets or nodes of a size. */
export const ofSize = (
  named: FieldPath,
  more: Omit<Extract<Charge, { kind: 'listed' }>, 'kind' | 'tariff' | 'named'> = {},
): Priced => ({ kind: 'listed', tariff: sizes(named), named, ...more });

/** The thing as it is before the call. */
export const insteadOf = (
  read: Reading,
  at: FieldPath,
  more: Omit<Instead, 'read' | 'at'> = {},
): Instead => ({ read, at, ...more });

/** What has only a price of a day. */
export const dated = (
  name: string,
  more: Omit<Extract<Charge, { kind: 'dated' }>, 'kind' | 'price'> & {
    readonly by?: Dated['by'];
  } = {},
): Charge => {
  const { by, ...rest } = more;
  return { kind: 'dated', price: { name, ...(by && { by }) }, ...rest };
};

/** Backups: a share of a price, by how often they are made, where that stands. */
export const backupsOf = (
  of: Priced,
  plan: FieldPath,
  more: Omit<Extract<Charge, { kind: 'share' }>, 'kind' | 'price' | 'of'> = {},
): Charge => ({
  kind: 'share',
  price: { name: 'backups', by: [{ at: plan, otherwise: 'weekly' }] },
  of,
  ...more,
});
