// What the arguments of the older road to container registries mean.
import type { Words } from '../../endpoint/words.ts';
import { words as registryWords } from '../registries/words.ts';

/** Descriptions by dotted argument name; all but the kind of clean-up mean what they mean on the present road. */
export const words: Words = {
  ...registryWords,
  type: 'What goes; default: unreferenced blobs only.',
};
