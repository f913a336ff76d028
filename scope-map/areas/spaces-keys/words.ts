// What the arguments of Spaces keys mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  access_key: 'Access key id, from spaces_key_list.',
  grants: 'What the key opens; nothing if absent. fullaccess stands alone.',
  sort: 'Field to sort by.',
  sort_direction: 'Order.',
};
