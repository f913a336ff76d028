// What the arguments of VPC networks mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  vpc_id: 'VPC id.',
};
