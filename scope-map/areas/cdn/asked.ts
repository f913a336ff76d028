// How people ask for what can be done with CDN endpoints.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  cdn_list_endpoints: {
    asked: ['which buckets are behind a cdn', 'what cdn endpoints do i have', 'list my cdns'],
  },
  cdn_create_endpoint: {
    asked: [
      'put a cdn in front of my bucket',
      'speed up downloads of my space',
      'serve my static files from static.example.com through a cdn',
    ],
  },
  cdn_get_endpoint: {
    asked: ['how long does the cdn cache files', 'which domain does this cdn serve'],
  },
  cdn_update_endpoints: {
    asked: [
      'change how long the cdn keeps files',
      'use my own domain for the cdn',
      'set the cdn ttl to one day',
      'swap the certificate of the cdn',
    ],
  },
  cdn_delete_endpoint: {
    asked: ['turn off the cdn for a bucket', 'remove the cdn endpoint', 'stop using the cdn'],
  },
  cdn_purge_cache: {
    asked: [
      'clear the cdn cache',
      'visitors still see the old logo, flush the cached file',
      'invalidate cached assets',
    ],
  },
};
