// What the arguments of destroying Droplets with their resources mean.
import type { Words } from '../../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  reserved_ips: 'Ids of reserved IPs to destroy too.',
  snapshots: 'Ids of Droplet snapshots to destroy too.',
  volume_snapshots: 'Ids of volume snapshots to destroy too.',
  volumes: 'Ids of volumes to destroy too, with all their data.',
};
