// How people ask for what can be done with reserved IPv6 addresses.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  reservedIPv6_list: {
    asked: ['which static ipv6 addresses do we have', 'list our reserved v6 addresses'],
  },
  reservedIPv6_create: {
    asked: ['i need a fixed ipv6 address', 'reserve a v6 address in frankfurt'],
  },
  reservedIPv6_get: { asked: ['which server has this static ipv6'] },
  reservedIPv6_delete: {
    asked: ['release a static ipv6', 'give back a reserved v6 address'],
  },
  reservedIPv6Actions_post: {
    asked: [
      'point the static ipv6 at another server',
      'attach a reserved ipv6 to a droplet',
      'take the v6 address off the server',
    ],
  },
};
