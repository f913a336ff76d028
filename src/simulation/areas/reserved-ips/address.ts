// A reserved IPv4 address: free while it is assigned to a Droplet, billed while it is not.
import { unprocessable } from '../../exchange/refusal.ts';
import { assign, projectName, unassign, urn } from '../../things/belonging.ts';
import { startAction } from '../../world/actions.ts';
import { publicAddress } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';

/** A reserved address. */
export interface ReservedIp {
  readonly ip: string;
  readonly region: string;
  dropletId: number | null;
  locked: boolean;
}

/** The account's reserved addresses. */
export class ReservedIps extends Map<string, ReservedIp> {}

/** Dollars a month while unassigned. */
export const monthlyPrice = 5;

/** The same, or $0.01 an hour. */
const price = { hourly: 0.01, monthly: monthlyPrice };

/** The key under which an address's actions and charges are kept. */
export const reservedKey = (ip: string): string => `reserved_ip:${ip}`;

/** Starts billing an unassigned address, or ends it for an assigned one. */
export const billReservedIp = (world: World, reserved: ReservedIp, at: number): void => {
  if (reserved.dropletId !== null) {
    world.books.stop(reservedKey(reserved.ip), at);
    return;
  }
  world.books.start(
    reservedKey(reserved.ip),
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

/** Seconds an assignment takes. */
const moves = 5;

/** @throws ApiRefusal 422 where a Droplet has an address already: it holds one. */
export const requireRoom = (world: World, dropletId: number): void => {
  const taken = [...world.of(ReservedIps).values()].some((other) => other.dropletId === dropletId);
  if (taken) throw unprocessable('The Droplet already has a reserved IP.');
};

/** Begins moving an address; `dropletId` null takes it off. @throws ApiRefusal 422 while it moves already. */
export const move = (world: World, reserved: ReservedIp, dropletId: number | null, at: number) => {
  if (reserved.locked) throw unprocessable('The reserved IP already has a pending event.');
  if (dropletId !== null) requireRoom(world, dropletId);
  reserved.locked = true;
  return startAction(world, {
    type: dropletId === null ? 'unassign_ip' : 'assign_ip',
    resourceType: 'reserved_ip',
    resourceId: null,
    of: reservedKey(reserved.ip),
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

/** Gives an address back. */
export const release = (world: World, reserved: ReservedIp, at: number): void => {
  world.of(ReservedIps).delete(reserved.ip);
  world.books.stop(reservedKey(reserved.ip), at);
  unassign(world, urn('floatingip', reserved.ip));
};
