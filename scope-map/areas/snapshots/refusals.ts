// Why DigitalOcean would refuse what is done with snapshots.
import type { Refusals } from '../../endpoint/refusals.ts';

/** By operation id. */
export const refusals: Refusals = {
  snapshots_delete: [],
};
