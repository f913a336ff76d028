// What the arguments of images mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  image_id: 'Image id, or slug of a public image.',
};
