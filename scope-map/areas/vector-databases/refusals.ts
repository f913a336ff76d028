// Why DigitalOcean would refuse what is done with vector databases.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  vectorDatabases_create: [untold('whether the name, the region and the size can be had')],
  vectorDatabases_update: [],
  vectorDatabases_delete: [],
  vectorDatabases_update_tags: [],
};
