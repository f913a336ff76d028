// Why DigitalOcean would refuse what is done with VPC peerings.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  vpcPeerings_create: [untold('whether there are the two networks, apart and not peered yet')],
  vpcPeerings_patch: [],
  vpcPeerings_delete: [],
};
