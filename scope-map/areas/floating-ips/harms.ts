// What goes with reserved IPv4 addresses under their former name.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import { harmsOfAddress } from '../reserved-ips/harm-of-address.ts';

const { given, unassigned } = harmsOfAddress(
  'floating IP',
  'floating_ip',
  look('floatingIPs_get', { floating_ip: argument('floating_ip') }),
);

/** By operation id. */
export const harms: Harms = { floatingIPs_delete: given, floatingIPsAction_post: unassigned };
