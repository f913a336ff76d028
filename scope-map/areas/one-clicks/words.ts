// What the arguments of 1-Click applications mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  addon_slugs: 'Applications, by the slugs of one_clicks_list with type kubernetes.',
  cluster_uuid: 'Cluster id.',
  type: 'Only applications for this.',
};
