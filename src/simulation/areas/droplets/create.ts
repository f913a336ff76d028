// Creating Droplets: what DigitalOcean checks, in one place.
import * as z from 'zod';
import { accepted, type Call, type RouteReply } from '../../exchange/call.ts';
import { choice, listOf, optional, read, tagName } from '../../exchange/input.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import { isOpenRegion, openRegions, regions } from '../../reference/regions.ts';
import { type Size, sizeOf } from '../../reference/sizes.ts';
import { type BackupPolicy, type Droplet, Droplets } from '../../things/droplets/droplet.ts';
import { launch } from '../../things/droplets/life.ts';
import { dropletView } from '../../things/droplets/view.ts';
import { findImage } from '../../things/images.ts';
import { findSshKey } from '../../things/ssh-keys.ts';
import { useTags } from '../../things/tagging.ts';
import { type Volume, Volumes } from '../../things/volumes/volume.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';

/** Host names, as DigitalOcean's schema has them. */
export const dropletName = z
  .string()
  .min(1)
  .max(255)
  .regex(
    /^[a-zA-Z0-9]?[a-z0-9A-Z.-]*[a-z0-9A-Z]$/,
    'may only have letters, numbers, dashes and periods',
  );

/** A backup policy as it is sent. */
export const backupPolicy = z.object({
  plan: choice(['daily', 'weekly']),
  weekday: choice(['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']),
  hour: optional(z.union([0, 4, 8, 12, 16, 20].map((hour) => z.literal(hour)))),
});

/** A policy with DigitalOcean's defaults: daily at midnight. */
export const backupPolicyOf = (
  given: z.output<typeof backupPolicy> | null | undefined,
): BackupPolicy => {
  const plan = given?.plan ?? 'daily';
  return {
    plan,
    weekday: plan === 'weekly' ? (given?.weekday ?? 'SUN') : null,
    hour: given?.hour ?? 0,
  };
};

const newDroplet = z.object({
  name: optional(dropletName),
  names: optional(z.array(dropletName).min(1).max(10)),
  region: optional(z.string()),
  size: z.string(),
  image: z.union([z.int(), z.string()]),
  ssh_keys: listOf(z.union([z.int(), z.string()])),
  backups: optional(z.boolean()),
  backup_policy: optional(backupPolicy),
  ipv6: optional(z.boolean()),
  monitoring: optional(z.boolean()),
  tags: listOf(tagName),
  user_data: optional(z.string().max(65_536, 'may have at most 64 KiB')),
  volumes: listOf(z.string()),
  vpc_uuid: optional(z.string()),
  public_networking: optional(z.boolean()),
  with_droplet_agent: optional(z.boolean()),
});

/** The region asked for; a prefix such as `nyc` or nothing at all leaves the choice to DigitalOcean. */
const chooseRegion = (wanted: string | null | undefined, size: Size): string => {
  const sells = (slug: string): boolean => size.regions.includes(slug);
  if (!wanted) return openRegions.find(sells) ?? 'nyc3';
  if (regions.some(({ slug }) => slug === wanted)) {
    if (!isOpenRegion(wanted)) throw unprocessable(`The region ${wanted} takes no new Droplets.`);
    if (!sells(wanted)) throw unprocessable(`Size ${size.slug} is not available in ${wanted}.`);
    return wanted;
  }
  const found = openRegions.find((slug) => slug.startsWith(wanted) && sells(slug));
  if (found === undefined) {
    throw unprocessable('You specified an invalid region for Droplet creation.');
  }
  return found;
};

const chooseVolumes = (world: World, ids: readonly string[], region: string): readonly Volume[] =>
  ids.map((id) => {
    const volume = world.of(Volumes).get(id);
    if (volume === undefined) throw unprocessable(`Volume ${id} does not exist.`);
    if (volume.dropletId !== null) throw unprocessable('This volume is already attached');
    if (volume.region !== region) {
      throw unprocessable(`Volume ${id} is in ${volume.region}, the Droplet in ${region}.`);
    }
    return volume;
  });

/** Scopes that arguments add (DigitalOcean names them at the attributes of the request). */
const demandFor = (call: Call, given: z.output<typeof newDroplet>): void => {
  call.holder.demand([['image:read']]);
  if (given.ssh_keys.length > 0) call.holder.demand([['ssh_key:read']]);
  if (given.volumes.length > 0) call.holder.demand([['block_storage:read']]);
  if (given.vpc_uuid) call.holder.demand([['vpc:read']]);
};

/** `POST /v2/droplets`: one Droplet, or up to ten at once. */
export const createDroplets = (call: Call, world: World): RouteReply => {
  const given = read(call, newDroplet);
  demandFor(call, given);
  const names = given.names ?? (given.name ? [given.name] : []);
  if (names.length === 0 || (given.name && given.names)) {
    throw unprocessable('Give either name for one Droplet or names for several.');
  }

  const size = sizeOf(given.size);
  if (size === undefined)
    throw unprocessable('You specified an invalid size for Droplet creation.');
  const image = findImage(world, String(given.image));
  if (image === undefined) {
    throw unprocessable('You specified an invalid image for Droplet creation.');
  }
  const region = chooseRegion(given.region, size);
  if (!image.regions.includes(region)) throw unprocessable(`The image is not in region ${region}.`);
  if (image.minDisk > size.disk) {
    throw unprocessable(`The image needs a disk of ${image.minDisk} GB; ${size.slug} has less.`);
  }
  for (const key of given.ssh_keys) {
    if (findSshKey(world, String(key)) === undefined) {
      throw unprocessable(`${key} is not a valid SSH key id or fingerprint of this account.`);
    }
  }
  const isPublic = given.public_networking ?? true;
  if (!isPublic && given.ipv6) {
    throw unprocessable('A Droplet without public networking cannot have IPv6.');
  }
  const volumes = chooseVolumes(world, given.volumes, region);
  if (volumes.length > 0 && names.length > 1) {
    throw unprocessable('Volumes can only be attached to a single new Droplet.');
  }
  if (world.of(Droplets).size + names.length > world.profile.dropletLimit) {
    throw unprocessable('Creating this would exceed your Droplet limit.');
  }
  const tags = useTags(world, call.holder, given.tags);
  const vpc = vpcFor(world, given.vpc_uuid, region, call.now);

  const made = names.map((name) =>
    launch(
      world,
      {
        name,
        region,
        size,
        image,
        backups: given.backups ? backupPolicyOf(given.backup_policy) : null,
        ipv6: given.ipv6 ?? false,
        isPublic,
        monitoring: given.monitoring ?? false,
        hasAgent: given.with_droplet_agent ?? true,
        tags,
        vpc: vpc.id,
      },
      call.now,
    ),
  );
  const first = made[0]?.droplet;
  for (const volume of volumes) volume.dropletId = first?.id ?? null;

  const view = (droplet: Droplet) => dropletView(world, droplet, call.holder, call.now);
  const links = {
    actions: made.map(({ action }) => ({
      id: action.id,
      rel: 'create',
      href: `${call.origin}/v2/actions/${action.id}`,
    })),
  };
  return given.names
    ? accepted({ droplets: made.map(({ droplet }) => view(droplet)), links })
    : accepted({ ...(first ? { droplet: view(first) } : {}), links });
};
