// What hangs on peerings: the two networks that reach each other by it.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  vpcPeerings_delete: {
    kind: 'peering',
    thing: {
      look: look('vpcPeerings_get', { vpc_peering_id: argument('vpc_peering_id') }),
      details: [{ at: 'status' }, { at: 'created_at', as: 'age' }],
    },
    hangs: [
      {
        kind: 'private network',
        asks: 'which networks it joins',
        fate: 'loses',
        at: 'vpc_ids',
        named: '',
        called: { look: look('vpcs_list', {}), by: 'id', named: 'name' },
        note: 'no longer reaching the other',
      },
    ],
  },
};
