// What a call takes with it and what it bills, in sentences for whoever wants to know before there is a call.
import { datedPrices } from '../../../scope-map/dated-prices.ts';
import type { Charge } from '../../../scope-map/endpoint/bill.ts';
import type { Fate, Harm, Harmless } from '../../../scope-map/endpoint/harm.ts';
import { saidUsd } from '../../consequences/price/money.ts';

const fates: Readonly<Record<Fate, string>> = {
  destroyed: 'Destroyed with it',
  stays: 'Stay',
  loses: 'Lose it or a part of themselves',
  keeps_costing: 'Stay and keep costing',
};

const several = (noun: string): string => (noun.endsWith('s') ? noun : `${noun}s`);

const hanging = ({ hangs }: Harm): readonly string[] =>
  (['destroyed', 'loses', 'keeps_costing', 'stays'] as const).flatMap((fate) => {
    const kinds = [...new Set(hangs.filter((one) => one.fate === fate).map(({ kind }) => kind))];
    return kinds.length === 0 ? [] : [`${fates[fate]}: ${kinds.map(several).join(', ')}.`];
  });

const dataLost = ({ losesData }: Harm | Harmless): readonly string[] => {
  if (losesData === undefined) return [];
  return [
    losesData === true
      ? 'Its data is gone for good.'
      : 'With some arguments its data is gone for good.',
  ];
};

/** What it destroys, and what becomes of what hangs on that. */
export const harmInWords = (harm: Harm | Harmless): string => {
  const { does = 'Destroys', kind, also } = harm;
  return [
    `${does} the ${kind}${also === undefined ? '' : `; ${also}`}.`,
    ...dataLost(harm),
    ...('nothingHangs' in harm
      ? [`Nothing else goes with it: ${harm.nothingHangs}.`]
      : hanging(harm)),
  ].join(' ');
};

const chargeInWords = (charge: Charge): string => {
  switch (charge.kind) {
    case 'listed':
      return 'by the list of prices that DigitalOcean tells, which is read for each call';
    case 'told':
      return `${charge.what}, as DigitalOcean works it out for each call`;
    case 'own':
      return 'by the price that the thing itself tells';
    case 'dated': {
      const row = datedPrices[charge.price.name];
      return row
        ? `${saidUsd(row.price)} a month${row.unit === undefined ? '' : ` for each ${row.unit}`} of ${row.what} (price of ${row.on})`
        : `${charge.price.name.replaceAll('_', ' ')}, by prices of a day`;
    }
    case 'share':
      return `${charge.price.name.replaceAll('_', ' ')}, a share of another price`;
    case 'not_priced':
      return `${charge.what}, which has no known price`;
  }
};

/** What a call bills. */
export const chargesInWords = (charges: readonly Charge[]): string =>
  `${[...new Set(charges.map(chargeInWords))].join('; ')}. A dry run tells the sum.`;
