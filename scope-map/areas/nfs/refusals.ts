// Why DigitalOcean would refuse what is done with NFS file shares.
import type { Refusals } from '../../endpoint/refusals.ts';
import { untold } from '../../entry/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  nfs_create: [untold('whether shares are to be had there, in this size and for these networks')],
  nfs_delete: [untold('whether the share has snapshots or is in use')],
};
