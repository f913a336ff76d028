// A Droplet: what is known of it and what it costs.
import { unprocessable } from '../../exchange/refusal.ts';
import type { Image } from '../../reference/images.ts';
import { type Size, sizeOf } from '../../reference/sizes.ts';
import type { World } from '../../world/world.ts';
import { projectName, urn } from '../belonging.ts';

/** When automatic backups are made. */
export interface BackupPolicy {
  readonly plan: 'daily' | 'weekly';
  readonly weekday: string | null;
  /** Hour of the day, UTC, at which the four-hour window opens. */
  readonly hour: number;
}

/** A Droplet. */
export interface Droplet {
  readonly id: number;
  name: string;
  readonly region: string;
  size: string;
  /** Gigabytes; stays what it is when a resize leaves the disk alone. */
  disk: number;
  image: Image;
  status: 'new' | 'active' | 'off' | 'archive';
  readonly createdAt: number;
  backups: BackupPolicy | null;
  ipv6: boolean;
  readonly isPublic: boolean;
  readonly monitoring: boolean;
  /** Whether DigitalOcean's agent runs inside. */
  readonly hasAgent: boolean;
  tags: readonly string[];
  readonly vpc: string | null;
  /** Null until it has come up. */
  addresses: { readonly inside: string; readonly outside: string | null } | null;
  /** Set once its deletion has begun. */
  leaving: boolean;
}

/** The account's Droplets by id. */
export class Droplets extends Map<number, Droplet> {}

/** A Droplet is gone for good. What referred to it lets go. */
export class DropletGone {
  readonly id: number;
  readonly at: number;

  constructor(id: number, at: number) {
    this.id = id;
    this.at = at;
  }
}

/** The key under which a Droplet's actions and charges are kept. */
export const dropletKey = (id: number): string => `droplet:${id}`;

/** A size that is surely there, because it was checked when the Droplet was made. */
export const sizeFor = (slug: string): Size => {
  const size = sizeOf(slug);
  if (size === undefined) throw unprocessable(`${slug} is not a Droplet size.`);
  return size;
};

/** Backups cost a fifth of the Droplet's price when weekly, three tenths when daily. */
const backupShare = (policy: BackupPolicy): number => (policy.plan === 'daily' ? 0.3 : 0.2);

/** Bills a Droplet (and its backups) at its present size, from `at` on. */
export const bill = (world: World, droplet: Droplet, at: number): void => {
  const size = sizeFor(droplet.size);
  const common = {
    group: '',
    resourceId: String(droplet.id),
    resourceUuid: '',
    project: projectName(world, urn('droplet', droplet.id)),
  };
  world.books.start(
    dropletKey(droplet.id),
    {
      ...common,
      product: 'Droplets',
      description: `${droplet.name} (${size.slug})`,
      hourly: size.price_hourly,
      monthly: size.price_monthly,
    },
    at,
  );
  if (droplet.backups === null) {
    world.books.stop(`backups:${droplet.id}`, at);
    return;
  }
  const share = backupShare(droplet.backups);
  world.books.start(
    `backups:${droplet.id}`,
    {
      ...common,
      product: 'Backups',
      description: `${droplet.name} (backups)`,
      hourly: size.price_hourly * share,
      monthly: size.price_monthly * share,
    },
    at,
  );
};
