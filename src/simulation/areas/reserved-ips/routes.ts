// Reserved IPs and their actions, under their present name and the former one, floating IPs.
import * as z from 'zod';
import {
  accepted,
  type Call,
  created,
  done,
  numberIn,
  ok,
  type RouteReply,
  segment,
} from '../../exchange/call.ts';
import { optional, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { isOpenRegion, regionView } from '../../reference/regions.ts';
import { Assignables, projectOf, urn } from '../../things/belonging.ts';
import { DropletGone, Droplets } from '../../things/droplets/droplet.ts';
import { LeftoverKinds } from '../../things/droplets/leftovers.ts';
import { dropletView } from '../../things/droplets/view.ts';
import { type Action, actionsOf, actionView } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import {
  addReservedIp,
  billReservedIp,
  monthlyPrice,
  move,
  type ReservedIp,
  ReservedIps,
  release,
  requireRoom,
  reservedKey,
} from './address.ts';

const view = (call: Call, world: World, reserved: ReservedIp) => {
  const { holder, now } = call;
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

const newAddress = z.object({
  region: optional(z.string()),
  droplet_id: optional(wholeNumber),
  project_id: optional(z.string()),
});
const newAction = z.object({
  type: z.enum(['assign', 'unassign']),
  droplet_id: optional(wholeNumber),
});

const linksTo = (call: Call, dropletId: number, started: Action) => {
  const link = (kind: string, rel: string, id: number) => ({
    id,
    rel,
    href: `${call.origin}/v2/${kind}/${id}`,
  });
  return {
    droplets: [link('droplets', 'droplet', dropletId)],
    actions: [link('actions', 'assign_ip', started.id)],
  };
};

/** The operations under one of the two names; `one` is the field of a single address and the path's placeholder. */
const routesAs = (one: 'reserved_ip' | 'floating_ip'): readonly Route[] => {
  const many = `${one}s`;
  const collection = `/v2/${many}`;
  const item = `${collection}/{${one}}`;

  const find = (call: Call, world: World): ReservedIp => {
    const reserved = world.of(ReservedIps).get(segment(call, one));
    if (reserved === undefined) throw notFound('reserved IP');
    return reserved;
  };

  const create = (call: Call, world: World): RouteReply => {
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
    // Before anything is made: what is refused leaves nothing behind.
    if (droplet !== undefined) requireRoom(world, droplet.id);
    const reserved = addReservedIp(world, region, given.project_id, call.now);
    const started = droplet && move(world, reserved, droplet.id, call.now);
    const links = droplet && started ? linksTo(call, droplet.id, started) : {};
    return accepted({ [one]: view(call, world, reserved), links });
  };

  const remove = (call: Call, world: World): RouteReply => {
    const reserved = find(call, world);
    if (reserved.locked) throw unprocessable('The reserved IP already has a pending event.');
    release(world, reserved, call.now);
    return done;
  };

  const act = (call: Call, world: World): RouteReply => {
    const reserved = find(call, world);
    const given = read(call, newAction);
    const target = given.type === 'assign' ? (given.droplet_id ?? 0) : null;
    if (target !== null && !world.of(Droplets).has(target)) throw notFound('Droplet');
    if (target === null && reserved.dropletId === null) {
      throw unprocessable('The reserved IP is not assigned.');
    }
    return created({ action: actionView(move(world, reserved, target, call.now)) });
  };

  const readAction = (call: Call, world: World): RouteReply => {
    const found = world.actions.byId.get(numberIn(call, 'action_id'));
    if (found === undefined || found.of !== reservedKey(segment(call, one))) {
      throw notFound('action');
    }
    return ok({ action: actionView(found) });
  };

  const reads = [['reserved_ip:read']] as const;
  return [
    {
      method: 'GET',
      path: collection,
      requires: reads,
      handle: (call, world) =>
        page(call, many, [...world.of(ReservedIps).values()], (it) => view(call, world, it)),
    },
    { method: 'POST', path: collection, requires: [['reserved_ip:create']], handle: create },
    {
      method: 'GET',
      path: item,
      requires: reads,
      handle: (call, world) => ok({ [one]: view(call, world, find(call, world)) }),
    },
    { method: 'DELETE', path: item, requires: [['reserved_ip:delete']], handle: remove },
    {
      method: 'GET',
      path: `${item}/actions`,
      requires: reads,
      handle: (call, world) =>
        page(call, 'actions', actionsOf(world, reservedKey(find(call, world).ip)), actionView),
    },
    { method: 'POST', path: `${item}/actions`, requires: [['reserved_ip:update']], handle: act },
    { method: 'GET', path: `${item}/actions/{action_id}`, requires: reads, handle: readAction },
  ];
};

const join = (world: World): void => {
  const addresses = world.of(ReservedIps);
  world.of(Assignables).set('floatingip', {
    scope: 'reserved_ip:read',
    path: 'reserved_ips',
    called: 'reserved_ip',
    named: (name) => addresses.get(name)?.ip,
  });
  world.of(LeftoverKinds).set('reserved_ips', {
    reads: 'reserved_ip:read',
    of: (id) =>
      [...addresses.values()]
        .filter(({ dropletId }) => dropletId === id)
        .map((reserved) => ({
          id: reserved.ip,
          name: reserved.ip,
          monthly: monthlyPrice,
          remove: (at) => release(world, reserved, at),
        })),
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
export const reservedIpArea: SimulatedArea = {
  routes: [...routesAs('reserved_ip'), ...routesAs('floating_ip')],
  join,
};
