// Destroying Droplets: what goes with them and what stays.
import type { Account } from '../../account/account.ts';
import { startAction } from '../../account/actions.ts';
import { unassign, urn } from '../../account/belonging.ts';
import { billReservedIp } from '../reserved-ips.ts';
import { type Droplet, dropletKey } from './droplet.ts';

/** Seconds between the 204 and the moment the Droplet is gone. */
const goneAfter = 5;

/** Takes a Droplet out of everything that refers to it. Its volumes, snapshots and reserved IP stay. */
export const removeDroplet = (account: Account, droplet: Droplet, at: number): void => {
  account.droplets.delete(droplet.id);
  account.ledger.stop(dropletKey(droplet.id), at);
  account.ledger.stop(`backups:${droplet.id}`, at);
  unassign(account, urn('droplet', droplet.id));
  const others = (ids: readonly number[]) => ids.filter((id) => id !== droplet.id);
  for (const volume of account.volumes.values()) {
    if (volume.dropletId === droplet.id) volume.dropletId = null;
  }
  for (const firewall of account.firewalls.values()) {
    firewall.dropletIds = others(firewall.dropletIds);
  }
  for (const balancer of account.loadBalancers.values()) {
    balancer.dropletIds = others(balancer.dropletIds);
  }
  for (const reserved of account.reservedIps.values()) {
    if (reserved.dropletId !== droplet.id) continue;
    reserved.dropletId = null;
    billReservedIp(account, reserved, at);
  }
};

/** Begins the end of a Droplet; it answers a little longer and is then gone. */
export const destroy = (account: Account, droplet: Droplet, at: number): void => {
  if (droplet.leaving) return;
  droplet.leaving = true;
  startAction(account, {
    type: 'destroy',
    resourceType: 'droplet',
    resourceId: droplet.id,
    of: dropletKey(droplet.id),
    region: droplet.region,
    seconds: goneAfter,
    at,
    done: (later) => removeDroplet(account, droplet, later),
    failed: () => {
      droplet.leaving = false;
    },
  });
};
