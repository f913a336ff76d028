// Reserved IPv4 addresses: free while assigned to a Droplet, billed while they are not.
import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { actionsOf, actionView, startAction } from '../account/actions.ts';
import { publicAddress } from '../account/addresses.ts';
import { assign, projectName, projectOf, unassign, urn } from '../account/belonging.ts';
import { accepted, type Call, created, done, numberIn, ok, segment } from '../exchange/call.ts';
import { optional, read, wholeNumber } from '../exchange/input.ts';
import { page } from '../exchange/pages.ts';
import { notFound, unprocessable } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';
import { isOpenRegion, regionView } from '../reference/regions.ts';
import type { Holder } from '../token/holder.ts';
import { dropletView } from './droplets/droplet.ts';

/** A reserved address. */
export interface ReservedIp {
  readonly ip: string;
  readonly region: string;
  dropletId: number | null;
  locked: boolean;
}

/** $5 a month, or $0.01 an hour, while unassigned. */
const price = { hourly: 0.01, monthly: 5 };

const key = (ip: string): string => `reserved_ip:${ip}`;

/** Starts billing an unassigned address, or ends it for an assigned one. */
export const billReservedIp = (account: Account, reserved: ReservedIp, at: number): void => {
  if (reserved.dropletId !== null) {
    account.ledger.stop(key(reserved.ip), at);
    return;
  }
  account.ledger.start(
    key(reserved.ip),
    {
      product: 'Reserved IPs',
      description: `${reserved.ip} (unassigned)`,
      group: '',
      resourceId: reserved.ip,
      resourceUuid: '',
      ...price,
      project: projectName(account, urn('floatingip', reserved.ip)),
    },
    at,
  );
};

const reservedView = (account: Account, reserved: ReservedIp, holder: Holder, now: number) => {
  const droplet =
    reserved.dropletId === null ? undefined : account.droplets.get(reserved.dropletId);
  return {
    ip: reserved.ip,
    region: regionView(reserved.region),
    droplet:
      droplet !== undefined && holder.can('droplet:read')
        ? dropletView(account, droplet, holder, now)
        : null,
    locked: reserved.locked,
    ...(holder.can('project:read')
      ? { project_id: projectOf(account, urn('floatingip', reserved.ip)) }
      : {}),
  };
};

const find = (call: Call, account: Account): ReservedIp => {
  const reserved = account.reservedIps.get(segment(call, 'reserved_ip'));
  if (reserved === undefined) throw notFound('reserved IP');
  return reserved;
};

/** Seconds an assignment takes. */
const moves = 5;

const move = (account: Account, reserved: ReservedIp, dropletId: number | null, at: number) => {
  if (reserved.locked) throw unprocessable('The reserved IP already has a pending event.');
  const taken = [...account.reservedIps.values()].some(
    (other) => dropletId !== null && other.dropletId === dropletId,
  );
  if (taken) throw unprocessable('The Droplet already has a reserved IP.');
  reserved.locked = true;
  return startAction(account, {
    type: dropletId === null ? 'unassign_ip' : 'assign_ip',
    resourceType: 'reserved_ip',
    resourceId: null,
    of: key(reserved.ip),
    region: reserved.region,
    seconds: moves,
    at,
    done: (later) => {
      reserved.locked = false;
      reserved.dropletId = dropletId;
      billReservedIp(account, reserved, later);
    },
    failed: () => {
      reserved.locked = false;
    },
  });
};

const newAddress = z.object({
  region: optional(z.string()),
  droplet_id: optional(wholeNumber),
  project_id: optional(z.string()),
});
const action = z.object({
  type: z.enum(['assign', 'unassign']),
  droplet_id: optional(wholeNumber),
});

/** Adds an address to the account. */
export const addReservedIp = (
  account: Account,
  region: string,
  project: string | null | undefined,
  at: number,
): ReservedIp => {
  const reserved: ReservedIp = {
    ip: publicAddress(account),
    region,
    dropletId: null,
    locked: false,
  };
  assign(account, urn('floatingip', reserved.ip), project, at);
  account.reservedIps.set(reserved.ip, reserved);
  billReservedIp(account, reserved, at);
  return reserved;
};

/** Reserved IPs and their actions. */
export const reservedIpRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/reserved_ips',
    requires: [['reserved_ip:read']],
    handle: (call, account) =>
      page(call, 'reserved_ips', [...account.reservedIps.values()], (it) =>
        reservedView(account, it, call.holder, call.now),
      ),
  },
  {
    method: 'POST',
    path: '/v2/reserved_ips',
    requires: [['reserved_ip:create']],
    handle: (call, account) => {
      const given = read(call, newAddress);
      if (Boolean(given.region) === Boolean(given.droplet_id)) {
        throw unprocessable('Give either a region or a droplet_id.');
      }
      const droplet = given.droplet_id ? account.droplets.get(given.droplet_id) : undefined;
      if (given.droplet_id && droplet === undefined) throw notFound('Droplet');
      const region = droplet?.region ?? given.region ?? '';
      if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
      if (account.reservedIps.size >= account.profile.reservedIpLimit) {
        throw unprocessable('Creating this would exceed your reserved IP limit.');
      }
      const reserved = addReservedIp(account, region, given.project_id, call.now);
      const started = droplet && move(account, reserved, droplet.id, call.now);
      return accepted({
        reserved_ip: reservedView(account, reserved, call.holder, call.now),
        links:
          droplet && started
            ? {
                droplets: [
                  {
                    id: droplet.id,
                    rel: 'droplet',
                    href: `${call.origin}/v2/droplets/${droplet.id}`,
                  },
                ],
                actions: [
                  {
                    id: started.id,
                    rel: 'assign_ip',
                    href: `${call.origin}/v2/actions/${started.id}`,
                  },
                ],
              }
            : {},
      });
    },
  },
  {
    method: 'GET',
    path: '/v2/reserved_ips/{reserved_ip}',
    requires: [['reserved_ip:read']],
    handle: (call, account) =>
      ok({ reserved_ip: reservedView(account, find(call, account), call.holder, call.now) }),
  },
  {
    method: 'DELETE',
    path: '/v2/reserved_ips/{reserved_ip}',
    requires: [['reserved_ip:delete']],
    handle: (call, account) => {
      const reserved = find(call, account);
      account.reservedIps.delete(reserved.ip);
      account.ledger.stop(key(reserved.ip), call.now);
      unassign(account, urn('floatingip', reserved.ip));
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/reserved_ips/{reserved_ip}/actions',
    requires: [['reserved_ip:read']],
    handle: (call, account) =>
      page(call, 'actions', actionsOf(account, key(find(call, account).ip)), actionView),
  },
  {
    method: 'POST',
    path: '/v2/reserved_ips/{reserved_ip}/actions',
    requires: [['reserved_ip:update']],
    handle: (call, account) => {
      const reserved = find(call, account);
      const given = read(call, action);
      const target = given.type === 'assign' ? (given.droplet_id ?? 0) : null;
      if (target !== null && !account.droplets.has(target)) throw notFound('Droplet');
      if (target === null && reserved.dropletId === null) {
        throw unprocessable('The reserved IP is not assigned.');
      }
      return created({ action: actionView(move(account, reserved, target, call.now)) });
    },
  },
  {
    method: 'GET',
    path: '/v2/reserved_ips/{reserved_ip}/actions/{action_id}',
    requires: [['reserved_ip:read']],
    handle: (call, account) => {
      const found = account.actions.byId.get(numberIn(call, 'action_id'));
      if (found === undefined || found.of !== key(segment(call, 'reserved_ip'))) {
        throw notFound('action');
      }
      return ok({ action: actionView(found) });
    },
  },
];
