// Why DigitalOcean would refuse what is done with NAT gateways.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  vpcnatgateways_create: [
    untold('whether there is the network, and the account may have this gateway'),
  ],
  vpcnatgateways_update: [untold('whether the gateway can have this size now')],
  vpcnatgateways_delete: [],
};
