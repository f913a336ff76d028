// How people ask for access keys of object storage.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  spacesKey_list: {
    asked: [
      'which keys can read our buckets',
      'who has access to the object storage',
      'list s3 credentials',
      'which access keys have full access',
    ],
  },
  spacesKey_get: {
    asked: ['what may this bucket key do', 'show one s3 access key', 'when was this key made'],
  },
  spacesKey_create: {
    asked: [
      'make s3 credentials for a bucket',
      'i need a read-only key for object storage',
      'give the backup job access to a bucket',
    ],
  },
  spacesKey_update: {
    asked: ['rename a bucket key', 'change the name of an s3 access key'],
    common: 0,
  },
  spacesKey_patch: { asked: ['patch the name of an s3 key'], common: 0 },
  spacesKey_delete: {
    asked: [
      'revoke s3 credentials',
      'block a leaked bucket key',
      'remove an access key of object storage',
    ],
  },
};
