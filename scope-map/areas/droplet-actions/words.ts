// What the arguments of Droplet actions mean.
import type { Words } from '../../endpoint/words.ts';

/** Descriptions by dotted argument name. */
export const words: Words = {
  kernel: 'Kernel id (change_kernel), from droplets_list_kernels.',
};
