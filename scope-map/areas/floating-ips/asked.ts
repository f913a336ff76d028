// How people ask for what can be done with floating IPs; who says so means reserved IPs, which come first.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  floatingIPs_list: { asked: ['list my floating ips', 'floating addresses'], common: 0 },
  floatingIPs_create: { asked: ['create a floating ip', 'new floating address'], common: 0 },
  floatingIPs_get: { asked: ['show this floating ip'], common: 0 },
  floatingIPs_delete: { asked: ['delete a floating ip', 'release a floating address'], common: 0 },
  floatingIPsAction_list: { asked: ['history of a floating ip'], common: 0 },
  floatingIPsAction_post: {
    asked: ['assign a floating ip to a droplet', 'unassign the floating ip'],
    common: 0,
  },
  floatingIPsAction_get: { asked: ['status of a floating ip action'], common: 0 },
};
