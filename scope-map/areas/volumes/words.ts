// What the arguments of volumes mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  filesystem_label: 'Label: 16 characters for ext4, 12 for xfs.',
  filesystem_type: 'Format with this; unformatted if absent.',
  snapshot_id: 'Snapshot to start from; its size counts.',
  volume_id: 'Volume id.',
  volume_name: 'Name of the volume.',
};
