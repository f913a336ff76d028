// VPC networks and their members: the operations.
import * as z from 'zod';
import { type Call, created, done, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { forbidden, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import {
  isPrivate,
  largestPrefix,
  overlap,
  rangeOf,
  reservedRanges,
  smallestPrefix,
} from '../../reference/ranges.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { urn } from '../../things/belonging.ts';
import { addVpc, Residents, type Vpc, Vpcs } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

const vpcView = (vpc: Vpc) => ({
  id: vpc.id,
  urn: `do:vpc:${vpc.id}`,
  name: vpc.name,
  description: vpc.description,
  region: vpc.region,
  ip_range: vpc.ipRange,
  default: vpc.isDefault,
  created_at: forPeople(vpc.createdAt),
});

/** Who is in a network; for a caller only what its token may read. */
const membersOf = (world: World, id: string, call?: Call) =>
  [...world.of(Residents)].flatMap(([kind, { scope, items }]) =>
    call === undefined || call.holder.can(scope)
      ? [...items()]
          .filter(({ vpc }) => vpc === id)
          .map((it) => ({
            urn: urn(kind, it.id),
            name: it.name,
            created_at: forPeople(it.createdAt),
          }))
      : [],
  );

const find = (call: Call, world: World): Vpc => {
  const vpc = world.of(Vpcs).get(segment(call, 'vpc_id'));
  if (vpc === undefined) throw notFound('VPC network');
  return vpc;
};

const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[a-zA-Z0-9.-]+$/, 'may only have letters, numbers, dashes and periods');

const newVpc = z.object({
  name,
  region: z.string(),
  description: optional(z.string().max(255)),
  // An empty range is none: clients in Go send it so.
  ip_range: optional(z.union([z.literal(''), z.cidrv4()])),
});
const changes = z.object({ name: optional(name), description: optional(z.string().max(255)) });

/** @throws ApiRefusal 422 for a range that DigitalOcean does not give, with the network it would overlap. */
const checkRange = (world: World, cidr: string): void => {
  const range = rangeOf(cidr);
  if (!isPrivate(range)) {
    throw unprocessable('The range must lie within the private addresses of RFC 1918.');
  }
  if (range.prefix < largestPrefix || range.prefix > smallestPrefix) {
    throw unprocessable(
      `The range/size must be between /${largestPrefix} and /${smallestPrefix}, not /${range.prefix}.`,
    );
  }
  const kept = reservedRanges.find((other) => overlap(range, other));
  if (kept !== undefined) {
    throw unprocessable(
      `This range/size overlaps with the range reserved for DigitalOcean internal use: ${kept.cidr}.`,
    );
  }
  for (const { name: other, ipRange } of world.of(Vpcs).values()) {
    if (!overlap(range, rangeOf(ipRange))) continue;
    throw unprocessable(
      `This range/size overlaps with another VPC network in your account: ${other} ${ipRange}.`,
    );
  }
};

const checkName = (world: World, wanted: string, self?: Vpc): void => {
  for (const other of world.of(Vpcs).values()) {
    if (other !== self && other.name === wanted) {
      throw unprocessable('A VPC network with this name already exists.');
    }
  }
};

const create = (call: Call, world: World): RouteReply => {
  const given = read(call, newVpc);
  if (!isOpenRegion(given.region)) throw unprocessable('The region is not available.');
  checkName(world, given.name);
  if (given.ip_range) checkRange(world, given.ip_range);
  const vpc = addVpc(
    world,
    {
      name: given.name,
      region: given.region,
      ...(given.description ? { description: given.description } : {}),
      ...(given.ip_range ? { ipRange: given.ip_range } : {}),
    },
    call.now,
  );
  return created({ vpc: vpcView(vpc) });
};

const change = (call: Call, world: World): RouteReply => {
  const vpc = find(call, world);
  const given = read(call, changes);
  if (given.name) checkName(world, given.name, vpc);
  vpc.name = given.name ?? vpc.name;
  vpc.description = given.description ?? vpc.description;
  return ok({ vpc: vpcView(vpc) });
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/vpcs',
    requires: [['vpc:read']],
    handle: (call, world) => page(call, 'vpcs', [...world.of(Vpcs).values()], vpcView),
  },
  { method: 'POST', path: '/v2/vpcs', requires: [['vpc:create']], handle: create },
  {
    method: 'GET',
    path: '/v2/vpcs/{vpc_id}',
    requires: [['vpc:read']],
    handle: (call, world) => ok({ vpc: vpcView(find(call, world)) }),
  },
  {
    method: 'PUT',
    path: '/v2/vpcs/{vpc_id}',
    requires: [['vpc:update']],
    handle: change,
  },
  {
    method: 'PATCH',
    path: '/v2/vpcs/{vpc_id}',
    requires: [['vpc:update']],
    handle: change,
  },
  {
    method: 'DELETE',
    path: '/v2/vpcs/{vpc_id}',
    requires: [['vpc:delete']],
    handle: (call, world) => {
      const vpc = find(call, world);
      if (vpc.isDefault) throw forbidden('The default VPC network of a region cannot be deleted.');
      if (membersOf(world, vpc.id).length > 0) {
        throw forbidden('The VPC network still has members and cannot be deleted.');
      }
      world.of(Vpcs).delete(vpc.id);
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/vpcs/{vpc_id}/members',
    requires: [['vpc:read']],
    handle: (call, world) => {
      const kind = call.query.get('resource_type');
      const members = membersOf(world, find(call, world).id, call).filter(
        (member) => kind === null || member.urn.startsWith(`do:${kind}:`),
      );
      return page(call, 'members', members, (member) => member);
    },
  },
];

/** VPC networks. */
export const vpcArea: SimulatedArea = { routes };
