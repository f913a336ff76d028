// Why DigitalOcean would refuse what is done with tags.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  tags_create: [],
  tags_delete: [],
  tags_assign_resources: [untold('whether each resource is there and takes tags')],
  tags_unassign_resources: [untold('whether each resource is there and takes tags')],
};
