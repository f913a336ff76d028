// How people ask for what can be done with VPC networks.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  vpcs_list: {
    asked: ['which private networks do we have', 'list my vpcs', 'what ip ranges are taken'],
  },
  vpcs_get: { asked: ['what range does this private network have', 'show one vpc'] },
  vpcs_create: {
    asked: [
      'make a private network in frankfurt',
      'set up an isolated network for staging',
      'new vpc with range 10.20.0.0/16',
    ],
  },
  vpcs_update: { asked: ['overwrite name and description of a vpc'], common: 0 },
  vpcs_patch: {
    asked: ['rename a private network', 'make this vpc the default of the region'],
  },
  vpcs_delete: { asked: ['delete a private network', 'remove the staging vpc'] },
  vpcs_list_members: {
    asked: [
      'what is inside this private network',
      'which servers are in the vpc',
      'why can the vpc not be deleted',
    ],
  },
  vpcs_list_peerings: { asked: ['which networks is this vpc connected to'], common: 0 },
  vpcs_create_peerings: { asked: ['peer this vpc with another one'], common: 0 },
  vpcs_patch_peerings: { asked: ['rename a peering of this vpc'], common: 0 },
};
