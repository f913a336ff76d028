// VPC networks and their members. Every region gets a default network with its first resource.
import * as z from 'zod';
import type { Account } from '../account/account.ts';
import { urn } from '../account/belonging.ts';
import { type Call, created, done, ok, segment } from '../exchange/call.ts';
import { optional, read } from '../exchange/input.ts';
import { page } from '../exchange/pages.ts';
import { conflict, forbidden, notFound, unprocessable } from '../exchange/refusal.ts';
import type { Route } from '../exchange/router.ts';
import { forPeople } from '../exchange/times.ts';
import { isOpenRegion } from '../reference/regions.ts';

/** A VPC network. */
export interface Vpc {
  readonly id: string;
  name: string;
  description: string;
  readonly region: string;
  readonly ipRange: string;
  readonly isDefault: boolean;
  readonly createdAt: number;
}

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

/** A range that no network of the account uses yet. */
const freeRange = (account: Account): string => {
  const used = new Set([...account.vpcs.values()].map(({ ipRange }) => ipRange));
  for (let block = 0; block < 4096; block += 1) {
    const range = `10.${100 + (block >> 4)}.${(block & 15) * 16}.0/20`;
    if (!used.has(range)) return range;
  }
  throw unprocessable('There is no free private range left in this account.');
};

/** Adds a network; the first one of a region becomes its default for good. */
export const addVpc = (
  account: Account,
  given: {
    readonly name: string;
    readonly region: string;
    readonly description?: string;
    readonly ipRange?: string;
  },
  at: number,
): Vpc => {
  const first = ![...account.vpcs.values()].some(({ region }) => region === given.region);
  const vpc: Vpc = {
    id: account.ids.uuid(),
    name: given.name,
    description: given.description ?? '',
    region: given.region,
    ipRange: given.ipRange ?? freeRange(account),
    isDefault: first,
    createdAt: at,
  };
  account.vpcs.set(vpc.id, vpc);
  return vpc;
};

/** The default network of a region, made when it is needed for the first time. */
export const defaultVpc = (account: Account, region: string, at: number): Vpc => {
  for (const vpc of account.vpcs.values()) if (vpc.isDefault && vpc.region === region) return vpc;
  return addVpc(account, { name: `default-${region}`, region }, at);
};

/** The network a new resource goes into. @throws Refusal 422 when it is unknown or elsewhere. */
export const vpcFor = (
  account: Account,
  id: string | null | undefined,
  region: string,
  at: number,
): Vpc => {
  if (!id) return defaultVpc(account, region, at);
  const vpc = account.vpcs.get(id);
  if (vpc === undefined) throw unprocessable('The VPC network does not exist.');
  if (vpc.region !== region) throw unprocessable(`The VPC network is not in region ${region}.`);
  return vpc;
};

interface Member {
  readonly urn: string;
  readonly name: string;
  readonly created_at: string;
}

const membersOf = (account: Account, id: string, call?: Call): readonly Member[] => {
  const may = (
    scope: 'droplet:read' | 'load_balancer:read' | 'database:read' | 'kubernetes:read',
  ) => call === undefined || call.holder.can(scope);
  const member = (name: string, itsUrn: string, at: number): Member => ({
    urn: itsUrn,
    name,
    created_at: forPeople(at),
  });
  const inside = <T extends { vpc: string | null }>(items: Iterable<T>): T[] =>
    [...items].filter(({ vpc }) => vpc === id);
  return [
    ...(may('droplet:read') ? inside(account.droplets.values()) : []).map((it) =>
      member(it.name, urn('droplet', it.id), it.createdAt),
    ),
    ...(may('load_balancer:read') ? inside(account.loadBalancers.values()) : []).map((it) =>
      member(it.name, urn('loadbalancer', it.id), it.createdAt),
    ),
    ...(may('database:read') ? inside(account.databases.values()) : []).map((it) =>
      member(it.name, urn('dbaas', it.id), it.createdAt),
    ),
    ...(may('kubernetes:read') ? inside(account.clusters.values()) : []).map((it) =>
      member(it.name, urn('kubernetes', it.id), it.createdAt),
    ),
  ];
};

const find = (call: Call, account: Account): Vpc => {
  const vpc = account.vpcs.get(segment(call, 'vpc_id'));
  if (vpc === undefined) throw notFound('VPC network');
  return vpc;
};

const name = z
  .string()
  .min(1)
  .max(255)
  .regex(/^[a-zA-Z0-9.-]+$/, 'a name may contain letters, numbers, dashes and periods');

const newVpc = z.object({
  name,
  region: z.string(),
  description: optional(z.string().max(255)),
  ip_range: optional(z.cidrv4()),
});
const changes = z.object({ name: optional(name), description: optional(z.string().max(255)) });

const change = (call: Call, account: Account) => {
  const vpc = find(call, account);
  const given = read(call, changes);
  vpc.name = given.name ?? vpc.name;
  vpc.description = given.description ?? vpc.description;
  return ok({ vpc: vpcView(vpc) });
};

/** VPC networks. */
export const vpcRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/vpcs',
    requires: [['vpc:read']],
    handle: (call, account) => page(call, 'vpcs', [...account.vpcs.values()], vpcView),
  },
  {
    method: 'POST',
    path: '/v2/vpcs',
    requires: [['vpc:create']],
    handle: (call, account) => {
      const given = read(call, newVpc);
      if (!isOpenRegion(given.region)) throw unprocessable('The region is not available.');
      const taken = [...account.vpcs.values()];
      if (taken.some((vpc) => vpc.name === given.name)) {
        throw unprocessable('A VPC network with this name already exists.');
      }
      if (taken.some((vpc) => vpc.ipRange === given.ip_range)) {
        throw conflict('The IP range overlaps with another VPC network of this account.');
      }
      const vpc = addVpc(
        account,
        {
          name: given.name,
          region: given.region,
          ...(given.description ? { description: given.description } : {}),
          ...(given.ip_range ? { ipRange: given.ip_range } : {}),
        },
        call.now,
      );
      return created({ vpc: vpcView(vpc) });
    },
  },
  {
    method: 'GET',
    path: '/v2/vpcs/{vpc_id}',
    requires: [['vpc:read']],
    handle: (call, account) => ok({ vpc: vpcView(find(call, account)) }),
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
    handle: (call, account) => {
      const vpc = find(call, account);
      if (vpc.isDefault) throw forbidden('The default VPC network of a region cannot be deleted.');
      if (membersOf(account, vpc.id).length > 0) {
        throw forbidden('The VPC network still has members and cannot be deleted.');
      }
      account.vpcs.delete(vpc.id);
      return done;
    },
  },
  {
    method: 'GET',
    path: '/v2/vpcs/{vpc_id}/members',
    requires: [['vpc:read']],
    handle: (call, account) => {
      const kind = call.query.get('resource_type');
      const members = membersOf(account, find(call, account).id, call).filter(
        (member) => kind === null || member.urn.startsWith(`do:${kind}:`),
      );
      return page(call, 'members', members, (member) => member);
    },
  },
];
