// How people ask for sizes and their prices.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  sizes_list: {
    asked: [
      'what does a server cost',
      'cheapest machine with 4 gb of memory',
      'which plans are there',
      'how much is a vps with 2 cpus a month',
      'which gpu machines do you have',
      'list instance types',
    ],
    common: 2,
  },
};
