// What an autoscale pool is ordered with, and what is checked of it.
import * as z from 'zod';
import type { Call } from '../../exchange/call.ts';
import { listOf, optional, read, tagName } from '../../exchange/input.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { sizeOf } from '../../reference/sizes.ts';
import { Projects } from '../../things/belonging.ts';
import { Droplets } from '../../things/droplets/droplet.ts';
import { findImage } from '../../things/images.ts';
import { findSshKey } from '../../things/ssh-keys.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';

const fixed = z.strictObject({ target_number_instances: z.int().min(1).max(1_000) });

const share = optional(z.number().min(0.05).max(1));

const byLoad = z.strictObject({
  min_instances: z.int().min(1).max(500),
  max_instances: z.int().min(1).max(1_000),
  target_cpu_utilization: share,
  target_memory_utilization: share,
  cooldown_minutes: z.int().min(5).max(20).default(10),
});

const holding = z.object({ config: fixed });
const scaling = z.object({ config: byLoad });

const template = z.object({
  name: optional(z.string().max(255)),
  region: z.string(),
  size: z.string(),
  image: z.string(),
  ssh_keys: z.array(z.string()),
  tags: listOf(tagName),
  vpc_uuid: optional(z.string()),
  with_droplet_agent: optional(z.boolean()),
  project_id: optional(z.string()),
  ipv6: optional(z.boolean()),
  user_data: optional(z.string().max(65_536, 'may have at most 64 KiB')),
  public_networking: optional(z.boolean()),
});

const head = z.object({
  name: z.string().min(1),
  config: z.looseObject({}),
  droplet_template: template,
});

/** How a pool scales: it holds a number, or keeps between two by load. */
export type Config = z.output<typeof fixed> | z.output<typeof byLoad>;

/** What every Droplet of a pool is made from. */
export type Template = z.output<typeof template>;

/** An order, everything checked. */
export interface Order {
  readonly name: string;
  readonly config: Config;
  readonly template: Template;
}

const readConfig = (call: Call): Config => {
  if ('target_number_instances' in read(call, head).config) return read(call, holding).config;
  const { config } = read(call, scaling);
  if (config.min_instances > config.max_instances) {
    throw unprocessable('config.min_instances must be at most config.max_instances');
  }
  return config;
};

/** Scopes that the template's fields add (DigitalOcean names them at the attributes of the request). */
const demandFor = ({ holder }: Call, given: Template): void => {
  if (given.ssh_keys.length > 0) holder.demand([['ssh_key:read']]);
  if (given.tags.length > 0) holder.demand([['tag:read']]);
  if (given.vpc_uuid) holder.demand([['vpc:read']]);
  if (given.project_id) holder.demand([['project:read']]);
};

const checkTemplate = (call: Call, world: World, given: Template): void => {
  const size = sizeOf(given.size);
  if (size === undefined) throw unprocessable('droplet_template.size is not a Droplet size.');
  if (!isOpenRegion(given.region) || !size.regions.includes(given.region)) {
    throw unprocessable(`Size ${size.slug} is not available in ${given.region}.`);
  }
  const image = findImage(world, given.image);
  if (image === undefined) throw unprocessable('droplet_template.image does not exist.');
  if (!image.regions.includes(given.region)) {
    throw unprocessable(`The image is not in region ${given.region}.`);
  }
  if (image.minDisk > size.disk) {
    throw unprocessable(`The image needs a disk of ${image.minDisk} GB; ${size.slug} has less.`);
  }
  for (const key of given.ssh_keys) {
    if (findSshKey(world, key) === undefined) {
      throw unprocessable(`${key} is not a valid SSH key id or fingerprint of this account.`);
    }
  }
  if (given.project_id && !world.of(Projects).has(given.project_id)) {
    throw unprocessable('project_id does not name a project of this account.');
  }
  vpcFor(world, given.vpc_uuid, given.region, call.now);
};

/**
 * Reads an order.
 *
 * @param present Droplets that the pool has already.
 * @throws ApiRefusal 403 where a scope is missing, 422 for what cannot be.
 */
export const readOrder = (call: Call, world: World, present: number): Order => {
  const { name, droplet_template: given } = read(call, head);
  const config = readConfig(call);
  demandFor(call, given);
  checkTemplate(call, world, given);
  if ('min_instances' in config && given.with_droplet_agent === false) {
    throw unprocessable(
      'droplet_template.with_droplet_agent must be true to scale by resource utilization.',
    );
  }
  const more =
    ('min_instances' in config ? config.min_instances : config.target_number_instances) - present;
  if (world.of(Droplets).size + more > world.profile.dropletLimit) {
    throw unprocessable('Creating this would exceed your Droplet limit.');
  }
  return { name, config, template: given };
};
