// Why DigitalOcean would refuse what is done with Spaces keys.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  spacesKey_create: [
    untold('whether a key may be without a name', { argument: 'name', absent: true }),
    untold('whether there are the buckets that the grants name', { argument: 'grants.bucket' }),
  ],
  spacesKey_update: [],
  spacesKey_patch: [],
  spacesKey_delete: [],
};
