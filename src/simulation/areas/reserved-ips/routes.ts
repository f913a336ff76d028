// Reserved IPv4 addresses: free while assigned to a Droplet, billed while they are not.
import * as z from 'zod';
import { accepted, type Call, created, done, numberIn, ok, segment } from '../../exchange/call.ts';
import { optional, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { isOpenRegion, regionView } from '../../reference/regions.ts';
import {
  Assignables,
  assign,
  projectName,
  projectOf,
  unassign,
  urn,
} from '../../things/belonging.ts';
import { DropletGone, Droplets } from '../../things/droplets/droplet.ts';
import { dropletView } from '../../things/droplets/view.ts';
import type { Holder } from '../../token/holder.ts';
import { actionsOf, actionView, startAction } from '../../world/actions.ts';
import { publicAddress } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';
import type { Area } from '../area.ts';

/** A reserved address. */
export interface ReservedIp {
  readonly ip: string;
  readonly region: string;
  dropletId: number | null;
  locked: boolean;
}

/** The account's reserved addresses. */
export class ReservedIps extends Map<string, ReservedIp> {}

/** $5 a month, or $0.01 an hour, while unassigned. */
const price = { hourly: 0.01, monthly: 5 };

const key = (ip: string): string => `reserved_ip:${ip}`;

/** Starts billing an unassigned address, or ends it for an assigned one. */
export const billReservedIp = (world: World, reserved: ReservedIp, at: number): void => {
  if (reserved.dropletId !== null) {
    world.books.stop(key(reserved.ip), at);
    return;
  }
  world.books.start(
    key(reserved.ip),
    {
      product: 'Reserved IPs',
      description: `${reserved.ip} (unassigned)`,
      group: '',
      resourceId: reserved.ip,
      resourceUuid: '',
      ...price,
      project: projectName(world, urn('floatingip', reserved.ip)),
    },
    at,
  );
};

const reservedView = (world: World, reserved: ReservedIp, holder: Holder, now: number) => {
  const droplet =
    reserved.dropletId === null ? undefined : world.of(Droplets).get(reserved.dropletId);
  return {
    ip: reserved.ip,
    region: regionView(reserved.region),
    droplet:
      droplet !== undefined && holder.can('droplet:read')
        ? dropletView(world, droplet, holder, now)
        : null,
    locked: reserved.locked,
    ...(holder.can('project:read')
      ? { project_id: projectOf(world, urn('floatingip', reserved.ip)) }
      : {}),
  };
};

const find = (call: Call, world: World): ReservedIp => {
  const reserved = world.of(ReservedIps).get(segment(call, 'reserved_ip'));
  if (reserved === undefined) throw notFound('reserved IP');
  return reserved;
};

/** Seconds an assignment takes. */
const moves = 5;

const move = (world: World, reserved: ReservedIp, dropletId: number | null, at: number) => {
  if (reserved.locked) throw unprocessable('The reserved IP already has a pending event.');
  const taken = [...world.of(ReservedIps).values()].some(
    (other) => dropletId !== null && other.dropletId === dropletId,
  );
  if (taken) throw unprocessable('The Droplet already has a reserved IP.');
  reserved.locked = true;
  return startAction(world, {
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
      billReservedIp(world, reserved, later);
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
  world: World,
  region: string,
  project: string | null | undefined,
  at: number,
): ReservedIp => {
  const reserved: ReservedIp = {
    ip: publicAddress(world),
    region,
    dropletId: null,
    locked: false,
  };
  assign(world, urn('floatingip', reserved.ip), project, at);
  world.of(ReservedIps).set(reserved.ip, reserved);
  billReservedIp(world, reserved, at);
  return reserved;
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/reserved_ips',
    requires: [['reserved_ip:read']],
    handle: (call, world) =>
      page(call, 'reserved_ips', [...world.of(ReservedIps).values()], (it) =>
        reservedView(world, it, call.holder, call.now),
      ),
  },
  {
    method: 'POST',
    path: '/v2/reserved_ips',
    requires: [['reserved_ip:create']],
    handle: (call, world) => {
      const given = read(call, newAddress);
      if (Boolean(given.region) === Boolean(given.droplet_id)) {
        throw unprocessable('Give either a region or a droplet_id.');
      }
      const droplet = given.droplet_id ? world.of(Droplets).get(given.droplet_id) : undefined;
      if (given.droplet_id && droplet === undefined) throw notFound('Droplet');
      const region = droplet?.region ?? given.region ?? '';
      if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
      if (world.of(ReservedIps).size >= world.profile.reservedIpLimit) {
        throw unprocessable('Creating this would exceed your reserved IP limit.');
      }
      const reserved = addReservedIp(world, region, given.project_id, call.now);
      const started = droplet && move(world, reserved, droplet.id, call.now);
      return accepted({
        reserved_ip: reservedView(world, reserved, call.holder, call.now),
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
    handle: (call, world) =>
      ok({ reserved_ip: reservedView(world, find(call, world), call.holder, call.now) }),
  },
  {
    method: 'DELETE',
    path: '/v2/reserved_ips/{reserved_ip}',
    requires: [['reserved_ip:delete']],
    handle: (call, world) => {
      const reserved = find(call, world);
      if (reserved.locked) throw unprocessable('The reserved IP already has a pending event.');
      world.of(ReservedIps).delete(reserved.ip);
      world.books.stop(key(reserved.ip), call.now);
      unassign(world, urn('floatingip', reserved.ip));
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/reserved_ips/{reserved_ip}/actions',
    requires: [['reserved_ip:read']],
    handle: (call, world) =>
      page(call, 'actions', actionsOf(world, key(find(call, world).ip)), actionView),
  },
  {
    method: 'POST',
    path: '/v2/reserved_ips/{reserved_ip}/actions',
    requires: [['reserved_ip:update']],
    handle: (call, world) => {
      const reserved = find(call, world);
      const given = read(call, action);
      const target = given.type === 'assign' ? (given.droplet_id ?? 0) : null;
      if (target !== null && !world.of(Droplets).has(target)) throw notFound('Droplet');
      if (target === null && reserved.dropletId === null) {
        throw unprocessable('The reserved IP is not assigned.');
      }
      return created({ action: actionView(move(world, reserved, target, call.now)) });
    },
  },
  {
    method: 'GET',
    path: '/v2/reserved_ips/{reserved_ip}/actions/{action_id}',
    requires: [['reserved_ip:read']],
    handle: (call, world) => {
      const found = world.actions.byId.get(numberIn(call, 'action_id'));
      if (found === undefined || found.of !== key(segment(call, 'reserved_ip'))) {
        throw notFound('action');
      }
      return ok({ action: actionView(found) });
    },
  },
];

const join = (world: World): void => {
  const addresses = world.of(ReservedIps);
  world.of(Assignables).set('floatingip', {
    scope: 'reserved_ip:read',
    path: 'reserved_ips',
    called: 'reserved_ip',
    named: (name) => addresses.get(name)?.ip,
  });
  world.hear(DropletGone, ({ id, at }) => {
    for (const reserved of addresses.values()) {
      if (reserved.dropletId !== id) continue;
      reserved.dropletId = null;
      billReservedIp(world, reserved, at);
    }
  });
};

/** Reserved IPs and their actions. */
export const reservedIpArea: Area = { routes, join };
