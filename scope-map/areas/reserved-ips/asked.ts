// How people ask for what can be done with reserved IPs.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  reservedIPs_list: {
    asked: [
      'which static ips do we have',
      'are we paying for unused ip addresses',
      'show my reserved addresses and the servers behind them',
    ],
    common: 2,
  },
  reservedIPs_create: {
    asked: [
      'i need a fixed ip for my server',
      'get me a static address in amsterdam',
      'reserve a public ipv4',
    ],
  },
  reservedIPs_get: {
    asked: ['which server does this static ip point to', 'is this reserved address in use'],
  },
  reservedIPs_delete: {
    asked: [
      'release a static ip that nobody uses',
      'give back a reserved address',
      'stop paying for an unused ip',
    ],
  },
  reservedIPsActions_list: {
    asked: [
      'when was this static ip moved',
      'history of a reserved address',
      'which servers had this reserved ip before',
    ],
  },
  reservedIPsActions_post: {
    asked: [
      'move the static ip to the new server',
      'attach a reserved ip to a droplet',
      'take the fixed address off this server',
      'fail over the ip to the standby machine',
    ],
    common: 2,
  },
  reservedIPsActions_get: {
    asked: ['has the static ip arrived at the new server', 'status of a reserved ip assignment'],
  },
};
