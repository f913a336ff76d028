// How a Droplet comes up and how it goes.
import { unprocessable } from '../../exchange/refusal.ts';
import type { Image } from '../../reference/images.ts';
import { addressIn } from '../../reference/ranges.ts';
import type { Size } from '../../reference/sizes.ts';
import { isBusy, startAction } from '../../world/actions.ts';
import { publicAddress } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';
import { assign, unassign, urn } from '../belonging.ts';
import { Vpcs } from '../vpcs.ts';
import {
  type BackupPolicy,
  bill,
  type Droplet,
  DropletGone,
  Droplets,
  dropletKey,
} from './droplet.ts';

/** A range for Droplets whose network is gone. */
const anyRange = '10.100.0.0/20';

/** The range of the network a Droplet lies in. */
export const rangeFor = (world: World, { vpc }: Droplet): string =>
  (vpc && world.of(Vpcs).get(vpc)?.ipRange) || anyRange;

/** Gives a Droplet its addresses, once. */
export const giveAddresses = (world: World, droplet: Droplet): void => {
  const taken = new Set<string>();
  for (const other of world.of(Droplets).values()) {
    if (other.vpc === droplet.vpc && other.addresses) taken.add(other.addresses.inside);
  }
  const inside = addressIn(rangeFor(world, droplet), droplet.id, taken);
  droplet.addresses ??= {
    inside: inside ?? '',
    outside: droplet.isPublic ? publicAddress(world) : null,
  };
};

/** Turns a Droplet on with everything it has. */
export const comeUp = (world: World, droplet: Droplet): void => {
  giveAddresses(world, droplet);
  droplet.status = 'active';
};

/** What a new Droplet is made of, everything checked. */
export interface Plan {
  readonly name: string;
  readonly region: string;
  readonly size: Size;
  readonly image: Image;
  readonly backups: BackupPolicy | null;
  readonly ipv6: boolean;
  readonly isPublic: boolean;
  readonly monitoring: boolean;
  readonly hasAgent: boolean;
  readonly tags: readonly string[];
  readonly vpc: string | null;
  readonly project?: string | null;
}

/** Usual time from order to `active`, in seconds; the addresses are there a little later. */
const upAfter = 20;
const reachableAfter = 22;

/** Puts a Droplet into the account, new and billed but not yet up. */
export const addDroplet = (world: World, plan: Plan, at: number): Droplet => {
  const droplet: Droplet = {
    id: world.ids.number('droplet'),
    name: plan.name,
    region: plan.region,
    size: plan.size.slug,
    disk: plan.size.disk,
    image: plan.image,
    status: 'new',
    createdAt: at,
    backups: plan.backups,
    ipv6: plan.ipv6,
    isPublic: plan.isPublic,
    monitoring: plan.monitoring,
    hasAgent: plan.hasAgent,
    tags: plan.tags,
    vpc: plan.vpc,
    addresses: null,
    leaving: false,
  };
  assign(world, urn('droplet', droplet.id), plan.project, at);
  world.of(Droplets).set(droplet.id, droplet);
  bill(world, droplet, at);
  return droplet;
};

/** Makes a Droplet that comes up by itself; returns it with its `create` action. */
export const launch = (world: World, plan: Plan, at: number) => {
  const droplet = addDroplet(world, plan, at);
  const action = startAction(world, {
    type: 'create',
    resourceType: 'droplet',
    resourceId: droplet.id,
    of: dropletKey(droplet.id),
    region: droplet.region,
    seconds: upAfter,
    at,
    done: (later) => {
      if (droplet.leaving) return;
      droplet.status = 'active';
      world.pace.later(reachableAfter - upAfter, later, () => giveAddresses(world, droplet));
    },
  });
  return { droplet, action };
};

/** Seconds between the 204 and the moment the Droplet is gone. */
const goneAfter = 5;

/** Takes a Droplet out of everything that refers to it. Its volumes, snapshots and reserved IP stay. */
export const removeDroplet = (world: World, droplet: Droplet, at: number): void => {
  world.of(Droplets).delete(droplet.id);
  world.books.stop(dropletKey(droplet.id), at);
  world.books.stop(`backups:${droplet.id}`, at);
  unassign(world, urn('droplet', droplet.id));
  world.tell(new DropletGone(droplet.id, at));
};

/** @throws ApiRefusal 422 while something is still being done to a Droplet, its deletion included. */
export const requireIdle = (world: World, droplet: Droplet): void => {
  if (droplet.leaving || isBusy(world, dropletKey(droplet.id))) {
    throw unprocessable('Droplet already has a pending event.');
  }
};

/** Begins the end of a Droplet; it answers a little longer and is then gone. */
export const destroy = (world: World, droplet: Droplet, at: number): void => {
  if (droplet.leaving) return;
  droplet.leaving = true;
  startAction(world, {
    type: 'destroy',
    resourceType: 'droplet',
    resourceId: droplet.id,
    of: dropletKey(droplet.id),
    region: droplet.region,
    seconds: goneAfter,
    at,
    done: (later) => removeDroplet(world, droplet, later),
    failed: () => {
      droplet.leaving = false;
    },
  });
};
