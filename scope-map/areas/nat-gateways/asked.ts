// How people ask for what can be done with NAT gateways.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  vpcnatgateways_list: {
    asked: ['which nat gateways do we have', 'what address do our private servers go out with'],
  },
  vpcnatgateways_create: {
    asked: [
      'give servers without a public ip access to the internet',
      'set up a nat gateway for the vpc',
      'i need one fixed outgoing address for all servers',
    ],
  },
  vpcnatgateways_get: { asked: ['is the nat gateway up', 'show the egress ip of the gateway'] },
  vpcnatgateways_update: {
    asked: ['make the nat gateway bigger', 'change the timeouts of the nat gateway'],
  },
  vpcnatgateways_delete: { asked: ['remove the nat gateway', 'stop paying for the nat gateway'] },
};
