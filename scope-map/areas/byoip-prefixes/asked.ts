// How people ask for what can be done with address ranges of their own.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  byoipPrefixes_list: {
    asked: ['which of our own ip ranges are here', 'list the address blocks we brought along'],
    common: 0,
  },
  byoipPrefixes_create: {
    asked: ['bring our own ip range', 'use our /24 on digitalocean', 'import our ip block'],
    common: 0,
  },
  byoipPrefixes_get: {
    asked: ['why did the check of our ip range fail', 'is our address block active yet'],
    common: 0,
  },
  byoipPrefixes_patch: {
    asked: ['announce our ip range', 'stop advertising our prefix over bgp'],
    common: 0,
  },
  byoipPrefixes_delete: {
    asked: ['remove our own ip range', 'take our address block back home'],
    common: 0,
  },
  byoipPrefixes_list_resources: {
    asked: ['which addresses of our own range are used', 'what servers use our ip block'],
    common: 0,
  },
};
