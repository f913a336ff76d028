// What hangs on a reserved address, under whichever of its names: the Droplet that has it, and names that point at it.
import type { Hanging, Harm, Look } from '../../endpoint/harm.ts';
import { recordsTo } from '../../entry/hangings.ts';
import { argument, shownWith } from '../../entry/looks.ts';

const droplet: Hanging = {
  kind: 'Droplet',
  asks: 'which Droplet has it',
  fate: 'loses',
  at: 'droplet',
  ...shownWith('droplet:read'),
};

/** What giving an address back, or taking it off its Droplet, does. */
export const harmsOfAddress = (kind: string, parameter: string, look: Look) => {
  const whole = {
    kind,
    name: parameter,
    thing: {
      look,
      named: 'ip',
      details: [{ at: 'region.slug', says: 'in {}' }],
    },
  } as const;
  const records = recordsTo('it', [argument(parameter)]);
  const given: Harm = {
    ...whole,
    hangs: [droplet, { ...records, note: 'pointing at an address that somebody else may get' }],
  };
  const unassigned: Harm = {
    ...whole,
    hangs: [
      droplet,
      { ...records, note: 'pointing at an address behind which nothing answers' },
      {
        kind,
        asks: 'what it goes on costing',
        fate: 'keeps_costing',
        at: '',
        named: 'ip',
        note: 'which costs as long as no Droplet has it',
      },
    ],
  };
  return { given, unassigned };
};
