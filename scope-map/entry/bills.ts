// How an area says what its operations bill.
import type { Charge, Instead, Tariff } from '../endpoint/bill.ts';
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

/** What costs and has no price in the API. */
export const notPriced = (what: string, when?: When): Charge => ({
  kind: 'not_priced',
  what,
  ...(when && { when }),
});

/** Droplets or nodes of a size. */
export const ofSize = (
  named: FieldPath,
  more: Omit<Extract<Charge, { kind: 'listed' }>, 'kind' | 'tariff' | 'named'> = {},
): Charge => ({ kind: 'listed', tariff: sizes(named), named, ...more });

/** The thing as it is before the call. */
export const insteadOf = (
  read: Reading,
  at: FieldPath,
  more: Omit<Instead, 'read' | 'at'> = {},
): Instead => ({ read, at, ...more });
