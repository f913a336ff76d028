// How people ask for what can be done with partner attachments.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  partnerAttachments_list: {
    asked: ['which private lines to other clouds do we have', 'list our megaport connections'],
    common: 0,
  },
  partnerAttachments_create: {
    asked: [
      'connect our aws network to digitalocean privately',
      'order a direct link through megaport',
      'set up a private line to our data center',
    ],
    common: 0,
  },
  partnerAttachments_get: {
    asked: ['is the private line up', 'what bandwidth does the partner connection have'],
    common: 0,
  },
  partnerAttachments_patch: {
    asked: ['add a vpc to the partner connection', 'change the bgp settings of the private line'],
    common: 0,
  },
  partnerAttachments_delete: {
    asked: ['cancel the private line', 'remove the megaport connection'],
    common: 0,
  },
  partnerAttachments_get_bgp_auth_key: {
    asked: ['what is the bgp password of the partner connection'],
    common: 0,
  },
  partnerAttachments_list_remote_routes: {
    asked: [
      'which networks does the partner announce to us',
      'routes learned over the private line',
    ],
    common: 0,
  },
  partnerAttachments_get_service_key: {
    asked: ['service key that i give to megaport', 'show the key for the network provider'],
    common: 0,
  },
  partnerAttachments_create_service_key: {
    asked: ['the service key leaked, make a new one for the partner connection'],
    common: 0,
  },
};
