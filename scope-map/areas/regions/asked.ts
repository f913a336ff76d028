// How people ask for regions.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  regions_list: {
    asked: [
      'where can i host',
      'which datacenters are there in europe',
      'what locations can i pick',
      'does frankfurt have block storage',
      'slug of the singapore datacenter',
    ],
    common: 2,
  },
};
