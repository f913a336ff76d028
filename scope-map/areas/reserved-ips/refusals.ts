// Why DigitalOcean would refuse what is done with reserved IPs.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { refusalsOfAddress } from './refusals-of-address.ts';

const { made, givenBack, moved } = refusalsOfAddress(
  'reserved_ip',
  looking('reservedIPs_list', {}),
  looking('reservedIPs_get', { reserved_ip: 'reserved_ip' }),
);

/** By operation id. */
export const refusals: Refusals = {
  reservedIPs_create: made,
  reservedIPs_delete: givenBack,
  reservedIPsActions_post: moved,
};
