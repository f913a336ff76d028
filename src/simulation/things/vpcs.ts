// VPC networks. Every region gets a default network with its first resource.
import type { Scope } from '../../../scope-map/scopes.ts';
import { unprocessable } from '../exchange/refusal.ts';
import { overlap, rangeOf } from '../reference/ranges.ts';
import type { World } from '../world/world.ts';
import type { UrnKind } from './belonging.ts';

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

/** The account's networks by id. */
export class Vpcs extends Map<string, Vpc> {}

/** Something inside a network. */
export interface Resident {
  readonly id: string | number;
  readonly name: string;
  readonly vpc: string | null;
  readonly createdAt: number;
}

/** The kinds of thing that lie in networks, by their name in URNs; each area adds its own. */
export class Residents extends Map<
  UrnKind,
  { readonly scope: Scope; readonly items: () => Iterable<Resident> }
> {}

/** A range that no network of the account uses yet. */
const freeRange = (world: World): string => {
  const used = [...world.of(Vpcs).values()].map(({ ipRange }) => rangeOf(ipRange));
  for (let block = 0; block < 4096; block += 1) {
    const range = `10.${100 + (block >> 4)}.${(block & 15) * 16}.0/20`;
    if (!used.some((other) => overlap(rangeOf(range), other))) return range;
  }
  throw unprocessable('There is no free private range left in this account.');
};

/** Adds a network; the first one of a region becomes its default for good. */
export const addVpc = (
  world: World,
  given: {
    readonly name: string;
    readonly region: string;
    readonly description?: string;
    readonly ipRange?: string;
  },
  at: number,
): Vpc => {
  const first = ![...world.of(Vpcs).values()].some(({ region }) => region === given.region);
  const vpc: Vpc = {
    id: world.ids.uuid(),
    name: given.name,
    description: given.description ?? '',
    region: given.region,
    ipRange: given.ipRange ?? freeRange(world),
    isDefault: first,
    createdAt: at,
  };
  world.of(Vpcs).set(vpc.id, vpc);
  return vpc;
};

/** The default network of a region, made when it is needed for the first time. */
export const defaultVpc = (world: World, region: string, at: number): Vpc => {
  for (const vpc of world.of(Vpcs).values()) if (vpc.isDefault && vpc.region === region) return vpc;
  return addVpc(world, { name: `default-${region}`, region }, at);
};

/** The network a new resource goes into. @throws ApiRefusal 422 when it is unknown or elsewhere. */
export const vpcFor = (
  world: World,
  id: string | null | undefined,
  region: string,
  at: number,
): Vpc => {
  if (!id) return defaultVpc(world, region, at);
  const vpc = world.of(Vpcs).get(id);
  if (vpc === undefined) throw unprocessable('The VPC network does not exist.');
  if (vpc.region !== region) throw unprocessable(`The VPC network is not in region ${region}.`);
  return vpc;
};
