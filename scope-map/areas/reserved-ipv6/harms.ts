// What goes with reserved IPv6 addresses; they cost nothing, whoever has them.
import type { Harms } from '../../endpoint/harm.ts';
import { recordsTo } from '../../entry/hangings.ts';
import { argument, look, shownWith } from '../../entry/looks.ts';

const whole = {
  kind: 'reserved IPv6 address',
  name: 'reserved_ipv6',
  thing: {
    look: look('reservedIPv6_get', { reserved_ipv6: argument('reserved_ipv6') }),
    named: 'ip',
    details: [
      { at: 'region_slug', says: 'in {}' },
      { at: 'reserved_at', as: 'age' },
    ],
  },
  hangs: [
    {
      kind: 'Droplet',
      asks: 'which Droplet has it',
      fate: 'loses',
      at: 'droplet',
      ...shownWith('droplet:read'),
    },
    recordsTo('it', [argument('reserved_ipv6')]),
  ],
} as const;

/** By operation id. */
export const harms: Harms = { reservedIPv6_delete: whole, reservedIPv6Actions_post: whole };
