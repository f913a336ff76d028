// Why DigitalOcean would refuse what is done with floating IPs.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { refusalsOfAddress } from '../reserved-ips/refusals-of-address.ts';

const { made, givenBack, moved } = refusalsOfAddress(
  'floating_ip',
  looking('floatingIPs_list', {}),
  looking('floatingIPs_get', { floating_ip: 'floating_ip' }),
);

/** By operation id. */
export const refusals: Refusals = {
  floatingIPs_create: made,
  floatingIPs_delete: givenBack,
  floatingIPsAction_post: moved,
};
