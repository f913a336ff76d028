// The account itself.

import { ok } from '../../exchange/call.ts';
import type { Route } from '../../exchange/router.ts';
import type { SimulatedArea } from '../area.ts';

/** The account; its limits are shown only to a token that may read what they limit. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/account',
    requires: [['account:read']],
    handle: ({ holder }, { profile }) =>
      ok({
        account: {
          ...(holder.can('droplet:read') ? { droplet_limit: profile.dropletLimit } : {}),
          ...(holder.can('reserved_ip:read')
            ? {
                floating_ip_limit: profile.reservedIpLimit,
                reserved_ip_limit: profile.reservedIpLimit,
              }
            : {}),
          ...(holder.can('block_storage:read') ? { volume_limit: profile.volumeLimit } : {}),
          name: profile.name,
          email: profile.email,
          uuid: profile.uuid,
          email_verified: true,
          status: 'active',
          status_message: '',
          team: profile.team,
        },
      }),
  },
];

/** The account. */
export const accountArea: SimulatedArea = { routes };
