// Reserved IPv6 addresses: free of charge, assigned to Droplets of their region that have IPv6.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { optional, read, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { DropletGone, Droplets } from '../../things/droplets/droplet.ts';
import { dropletView } from '../../things/droplets/view.ts';
import { actionView, isBusy, startAction } from '../../world/actions.ts';
import { reservedIpv6Address } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

/** A reserved address. */
interface ReservedIpv6 {
  readonly ip: string;
  /** What actions on it call it. */
  readonly number: number;
  readonly region: string;
  readonly reservedAt: number;
  dropletId: number | null;
}

class ReservedIpv6s extends Map<string, ReservedIpv6> {}

/** Seconds an assignment takes. */
const moves = 5;

/** The key under which an address's actions are kept. */
const keyOf = ({ ip }: ReservedIpv6): string => `reserved_ipv6:${ip}`;

const view = (call: Call, world: World, { ip, region, reservedAt, dropletId }: ReservedIpv6) => {
  const droplet = dropletId === null ? undefined : world.of(Droplets).get(dropletId);
  const isShown = droplet !== undefined && call.holder.can('droplet:read');
  return {
    ip,
    region_slug: region,
    reserved_at: forPeople(reservedAt),
    ...(isShown ? { droplet: dropletView(world, droplet, call.holder, call.now) } : {}),
  };
};

const find = (call: Call, world: World): ReservedIpv6 => {
  const reserved = world.of(ReservedIpv6s).get(segment(call, 'reserved_ipv6'));
  if (reserved === undefined) throw notFound('reserved IPv6');
  return reserved;
};

const create = (call: Call, world: World): RouteReply => {
  const { region_slug: region } = read(call, z.object({ region_slug: z.string() }));
  if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
  if (world.of(ReservedIpv6s).size >= world.profile.reservedIpLimit) {
    throw unprocessable('Creating this would exceed your reserved IPv6 limit.');
  }
  const reserved: ReservedIpv6 = {
    ip: reservedIpv6Address(world),
    number: world.ids.number('thing'),
    region,
    reservedAt: call.now,
    dropletId: null,
  };
  world.of(ReservedIpv6s).set(reserved.ip, reserved);
  const { ip, region_slug, reserved_at } = view(call, world, reserved);
  return created({ reserved_ipv6: { ip, region_slug, reserved_at } });
};

const requireIdle = (world: World, reserved: ReservedIpv6): void => {
  if (isBusy(world, keyOf(reserved))) {
    throw unprocessable('The reserved IPv6 already has a pending event.');
  }
};

const remove = (call: Call, world: World): RouteReply => {
  const reserved = find(call, world);
  requireIdle(world, reserved);
  if (reserved.dropletId !== null) {
    throw unprocessable('The reserved IPv6 is assigned to a Droplet: unassign it first.');
  }
  world.of(ReservedIpv6s).delete(reserved.ip);
  return done;
};

/** The Droplet that an address may go to. @throws ApiRefusal 404 or 422. */
const targetOf = (world: World, reserved: ReservedIpv6, id: number): number => {
  const droplet = world.of(Droplets).get(id);
  if (droplet === undefined) throw notFound('Droplet');
  if (droplet.region !== reserved.region) {
    throw unprocessable('The Droplet is in another region than the reserved IPv6.');
  }
  if (!droplet.ipv6) throw unprocessable('The Droplet does not have IPv6 enabled.');
  const others = [...world.of(ReservedIpv6s).values()];
  if (others.some(({ dropletId }) => dropletId === id)) {
    throw unprocessable('The Droplet already has a reserved IPv6.');
  }
  return id;
};

const order = z.object({
  type: z.enum(['assign', 'unassign']),
  droplet_id: optional(wholeNumber),
});

const act = (call: Call, world: World): RouteReply => {
  const reserved = find(call, world);
  const given = read(call, order);
  requireIdle(world, reserved);
  if (given.type === 'unassign' && reserved.dropletId === null) {
    throw unprocessable('The reserved IPv6 is not assigned.');
  }
  const target = given.type === 'assign' ? targetOf(world, reserved, given.droplet_id ?? 0) : null;
  const action = startAction(world, {
    type: given.type === 'assign' ? 'assign_ip' : 'unassign_ip',
    resourceType: 'reserved_ipv6',
    resourceId: reserved.number,
    of: keyOf(reserved),
    region: reserved.region,
    seconds: moves,
    at: call.now,
    done: () => {
      reserved.dropletId = target !== null && world.of(Droplets).has(target) ? target : null;
    },
  });
  return created({ action: actionView(action) });
};

const many = '/v2/reserved_ipv6';
const one = `${many}/{reserved_ipv6}`;
const reads = [['reserved_ip:read']] as const;

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: many,
    requires: reads,
    handle: (call, world) =>
      page(call, 'reserved_ipv6s', [...world.of(ReservedIpv6s).values()], (it) =>
        view(call, world, it),
      ),
  },
  { method: 'POST', path: many, requires: [['reserved_ip:create']], handle: create },
  {
    method: 'GET',
    path: one,
    requires: reads,
    handle: (call, world) => ok({ reserved_ipv6: view(call, world, find(call, world)) }),
  },
  { method: 'DELETE', path: one, requires: [['reserved_ip:delete']], handle: remove },
  { method: 'POST', path: `${one}/actions`, requires: [['reserved_ip:update']], handle: act },
];

const join = (world: World): void => {
  world.hear(DropletGone, ({ id }) => {
    for (const reserved of world.of(ReservedIpv6s).values()) {
      if (reserved.dropletId === id) reserved.dropletId = null;
    }
  });
};

/** Reserved IPv6 addresses. */
export const reservedIpv6Area: SimulatedArea = { routes, join };
