// How people ask for what can be done with certificates.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  certificates_list: {
    asked: [
      'which ssl certificates do we have',
      'when do our certs run out',
      'is there a tls certificate for www.example.com',
      'what certificates are about to expire',
    ],
  },
  certificates_get: {
    asked: [
      'has my ssl cert been issued yet',
      'when does this certificate expire',
      'which names does the cert cover',
    ],
  },
  certificates_create: {
    asked: [
      "get a free let's encrypt certificate for my domain",
      'upload our own ssl cert and key',
      'i need https for shop.example.com',
      'make a wildcard certificate',
    ],
  },
  certificates_delete: {
    asked: [
      'remove the old ssl cert',
      'delete an expired certificate',
      'get rid of a tls certificate',
    ],
  },
};
