// What the arguments of snapshots mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  resource_type: 'Only snapshots of these.',
  snapshot_id: 'A number for Droplets, a UUID for volumes.',
};
