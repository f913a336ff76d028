// What goes with reserved IPv4 addresses.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import { harmsOfAddress } from './harm-of-address.ts';

const { given, unassigned } = harmsOfAddress(
  'reserved IP',
  'reserved_ip',
  look('reservedIPs_get', { reserved_ip: argument('reserved_ip') }),
);

/** By operation id. */
export const harms: Harms = { reservedIPs_delete: given, reservedIPsActions_post: unassigned };
