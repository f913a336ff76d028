// What hangs on address ranges of one's own: the addresses in use.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

const prefix: Thing = {
  look: look('byoipPrefixes_get', { byoip_prefix_uuid: argument('byoip_prefix_uuid') }),
  named: 'prefix',
  details: [{ at: 'region', says: 'in {}' }, { at: 'status' }],
};

const addresses: Hanging = {
  kind: 'address in use',
  asks: 'which of its addresses are in use',
  fate: 'loses',
  look: look('byoipPrefixes_list_resources', { byoip_prefix_uuid: argument('byoip_prefix_uuid') }),
  named: 'byoip',
  note: 'not reached any more',
};

const whole = { kind: 'address range', thing: prefix } as const;

/** By operation id. */
export const harms: Harms = {
  byoipPrefixes_patch: { ...whole, hangs: [addresses] },
  byoipPrefixes_delete: { ...whole, hangs: [addresses] },
};
