// What the arguments of tags mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  resources: 'What to tag or untag.',
  'resources.resource_id': 'Its id, as text.',
  tag_id: 'Name of the tag.',
};
