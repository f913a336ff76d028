// An autoscale pool: how many Droplets it wants, how they come and go, and what is remembered of it.
import { type Droplet, Droplets, sizeFor } from '../../things/droplets/droplet.ts';
import { destroy, launch } from '../../things/droplets/life.ts';
import { findImage } from '../../things/images.ts';
import { registerTags } from '../../things/tagging.ts';
import { vpcFor } from '../../things/vpcs.ts';
import type { World } from '../../world/world.ts';
import type { Config, Template } from './order.ts';

/** A change of the number of members. */
interface Scaling {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly reason: 'CONFIGURATION_CHANGE' | 'SCALE_UP' | 'SCALE_DOWN';
  status: 'in_progress' | 'success' | 'error';
  readonly createdAt: number;
  updatedAt: number;
}

/** An autoscale pool. */
export interface AutoscalePool {
  readonly id: string;
  readonly name: string;
  config: Config;
  template: Template;
  status: 'active' | 'deleting';
  readonly createdAt: number;
  updatedAt: number;
  /** Ids of the Droplets that belong to it, oldest first. */
  members: readonly number[];
  /** Newest first. */
  history: readonly Scaling[];
}

/** The account's pools by id. */
export class AutoscalePools extends Map<string, AutoscalePool> {}

/** Scalings that a pool remembers. */
const remembered = 200;

/** Seconds that scaling by some Droplets takes: as long as one of them needs to come up. */
const scaledAfter = 25;

/** Seconds until a pool notices that a member is gone. */
const noticedAfter = 60;

/** As many Droplets as a pool wants. Those of the simulation are idle, so one that scales by load stays small. */
export const wanted = ({ config }: Pick<AutoscalePool, 'config'>): number =>
  'target_number_instances' in config ? config.target_number_instances : config.min_instances;

/** The Droplets of a pool. */
export const membersOf = (world: World, pool: AutoscalePool): readonly Droplet[] =>
  pool.members.flatMap((id) => world.of(Droplets).get(id) ?? []);

const addMember = (world: World, pool: AutoscalePool, at: number): void => {
  const { template } = pool;
  const image = findImage(world, template.image);
  if (image === undefined) return;
  const { droplet } = launch(
    world,
    {
      name: template.name || `${pool.name}-${world.ids.text(8)}`,
      region: template.region,
      size: sizeFor(template.size),
      image,
      backups: null,
      ipv6: template.ipv6 ?? false,
      isPublic: template.public_networking ?? true,
      monitoring: template.with_droplet_agent ?? false,
      hasAgent: template.with_droplet_agent ?? false,
      tags: registerTags(world, template.tags),
      vpc: vpcFor(world, template.vpc_uuid, template.region, at).id,
      project: template.project_id ?? null,
    },
    at,
  );
  pool.members = [...pool.members, droplet.id];
};

/** Brings a pool to the number of Droplets that it wants; what is too many is taken from the newest. */
export const scale = (
  world: World,
  pool: AutoscalePool,
  reason: Scaling['reason'],
  at: number,
): void => {
  const [from, to] = [pool.members.length, wanted(pool)];
  if (from === to) return;
  const scaling: Scaling = {
    id: world.ids.uuid(),
    from,
    to,
    reason,
    status: 'in_progress',
    createdAt: at,
    updatedAt: at,
  };
  pool.history = [scaling, ...pool.history].slice(0, remembered);
  for (let count = from; count < to; count += 1) addMember(world, pool, at);
  const surplus = membersOf(world, pool).slice(to);
  pool.members = pool.members.slice(0, to);
  for (const droplet of surplus) destroy(world, droplet, at);
  world.pace.later(scaledAfter, at, (later) => {
    scaling.status = pool.members.length === to ? 'success' : 'error';
    scaling.updatedAt = later;
  });
};

/** A Droplet went without its pool's doing: the pool replaces it. */
export const replaceMember = (world: World, dropletId: number, at: number): void => {
  for (const pool of world.of(AutoscalePools).values()) {
    if (!pool.members.includes(dropletId)) continue;
    pool.members = pool.members.filter((id) => id !== dropletId);
    world.pace.later(noticedAfter, at, (later) => {
      if (pool.status === 'active') scale(world, pool, 'SCALE_UP', later);
    });
  }
};

/** Seconds until a pool is gone. */
const goneAfter = 30;

/** Begins the end of a pool; its Droplets stay as they are, or go with it. */
export const endPool = (
  world: World,
  pool: AutoscalePool,
  withMembers: boolean,
  at: number,
): void => {
  if (pool.status === 'deleting') return;
  pool.status = 'deleting';
  pool.updatedAt = at;
  if (withMembers) for (const droplet of membersOf(world, pool)) destroy(world, droplet, at);
  world.pace.later(goneAfter, at, () => world.of(AutoscalePools).delete(pool.id));
};
