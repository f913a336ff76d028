// How people ask for what can be done with VPC peerings.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  vpcPeerings_list: {
    asked: ['which private networks are connected to each other', 'list vpc peerings'],
  },
  vpcPeerings_create: {
    asked: [
      'connect two vpcs',
      'let the private network in new york talk to the one in london',
      'peer our networks',
    ],
  },
  vpcPeerings_get: { asked: ['is the vpc peering active', 'what does this peering connect'] },
  vpcPeerings_patch: { asked: ['rename a vpc peering'] },
  vpcPeerings_delete: {
    asked: ['disconnect two private networks', 'remove a vpc peering'],
  },
};
