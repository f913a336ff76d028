// What hangs on Spaces keys: the buckets that are reached with them.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';

/** By operation id. */
export const harms: Harms = {
  spacesKey_delete: {
    kind: 'Spaces key',
    thing: {
      look: look('spacesKey_get', { access_key: argument('access_key') }),
      details: [{ at: 'access_key' }, { at: 'created_at', as: 'age' }],
    },
    hangs: [
      {
        kind: 'bucket',
        asks: 'which buckets it opens',
        fate: 'stays',
        at: 'grants',
        named: 'bucket',
        tallies: [
          { where: { permission: 'readwrite' }, says: 'to read and write' },
          { where: { permission: 'fullaccess' }, says: 'with full access to every bucket' },
        ],
        note: 'whatever opens it with this key is locked out',
      },
    ],
  },
};
