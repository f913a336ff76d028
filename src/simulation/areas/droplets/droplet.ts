// A Droplet: what is known of it, how it comes up, and how it is shown.
import type { Account } from '../../account/account.ts';
import { startAction } from '../../account/actions.ts';
import { gatewayOf, ipv6Address, privateAddress, publicAddress } from '../../account/addresses.ts';
import { assign, projectName, urn } from '../../account/belonging.ts';
import { visibleTags } from '../../account/tagging.ts';
import { unprocessable } from '../../exchange/refusal.ts';
import { forPeople } from '../../exchange/times.ts';
import type { Image } from '../../reference/images.ts';
import { regionView } from '../../reference/regions.ts';
import { type Size, sizeOf } from '../../reference/sizes.ts';
import type { Holder } from '../../token/holder.ts';
import { imageView } from '../images.ts';

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
  tags: readonly string[];
  readonly vpc: string | null;
  /** Null until it has come up. */
  addresses: { readonly inside: string; readonly outside: string | null } | null;
  /** Set once its deletion has begun. */
  leaving: boolean;
}

/** The key under which a Droplet's actions and charges are kept. */
export const dropletKey = (id: number): string => `droplet:${id}`;

/** A size that is surely there, because it was checked when the Droplet was made. */
const sizeFor = (slug: string): Size => {
  const size = sizeOf(slug);
  if (size === undefined) throw unprocessable(`${slug} is not a Droplet size.`);
  return size;
};

/** Backups cost a fifth of the Droplet's price when weekly, three tenths when daily. */
const backupShare = (policy: BackupPolicy): number => (policy.plan === 'daily' ? 0.3 : 0.2);

/** Bills a Droplet (and its backups) at its present size, from `at` on. */
export const bill = (account: Account, droplet: Droplet, at: number): void => {
  const size = sizeFor(droplet.size);
  const common = {
    group: '',
    resourceId: String(droplet.id),
    resourceUuid: '',
    project: projectName(account, urn('droplet', droplet.id)),
  };
  account.ledger.start(
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
    account.ledger.stop(`backups:${droplet.id}`, at);
    return;
  }
  const share = backupShare(droplet.backups);
  account.ledger.start(
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

/** Gives a Droplet its addresses and turns it on. */
export const comeUp = (account: Account, droplet: Droplet): void => {
  const range = (droplet.vpc && account.vpcs.get(droplet.vpc)?.ipRange) || '10.100.0.0/20';
  droplet.addresses ??= {
    inside: privateAddress(range, droplet.id),
    outside: droplet.isPublic ? publicAddress(account) : null,
  };
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
  readonly tags: readonly string[];
  readonly vpc: string | null;
  readonly project?: string | null;
  /** Called when it is up. */
  readonly up?: (droplet: Droplet, at: number) => void;
}

/** Usual time from order to `active`, in seconds. */
const upAfter = 20;

/** Puts a Droplet into the account, new and billed but not yet up. */
export const addDroplet = (account: Account, plan: Plan, at: number): Droplet => {
  const droplet: Droplet = {
    id: account.ids.number('droplet'),
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
    tags: plan.tags,
    vpc: plan.vpc,
    addresses: null,
    leaving: false,
  };
  assign(account, urn('droplet', droplet.id), plan.project, at);
  account.droplets.set(droplet.id, droplet);
  bill(account, droplet, at);
  return droplet;
};

/** Makes a Droplet that comes up by itself; returns it with its `create` action. */
export const launch = (account: Account, plan: Plan, at: number) => {
  const droplet = addDroplet(account, plan, at);
  const action = startAction(account, {
    type: 'create',
    resourceType: 'droplet',
    resourceId: droplet.id,
    of: dropletKey(droplet.id),
    region: droplet.region,
    seconds: upAfter,
    at,
    done: (later) => {
      if (droplet.leaving) return;
      comeUp(account, droplet);
      plan.up?.(droplet, later);
    },
  });
  return { droplet, action };
};

const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

const nextWindow = (policy: BackupPolicy, now: number) => {
  const start = new Date(now);
  start.setUTCHours(policy.hour, 0, 0, 0);
  const weekday = policy.plan === 'weekly' ? dayNames.indexOf(policy.weekday ?? 'SUN') : null;
  while (start.getTime() <= now || (weekday !== null && start.getUTCDay() !== weekday)) {
    start.setUTCDate(start.getUTCDate() + 1);
  }
  return {
    start: forPeople(start.getTime()),
    end: forPeople(start.getTime() + 4 * 3_600_000),
  };
};

const networks = (account: Account, droplet: Droplet) => {
  if (droplet.addresses === null) return { v4: [], v6: [] };
  const { inside, outside } = droplet.addresses;
  const range = (droplet.vpc && account.vpcs.get(droplet.vpc)?.ipRange) || inside;
  const [a, b, c] = range.split('.');
  return {
    v4: [
      {
        ip_address: inside,
        netmask: '255.255.240.0',
        gateway: `${a}.${b}.${c}.1`,
        type: 'private',
      },
      ...(outside === null
        ? []
        : [
            {
              ip_address: outside,
              netmask: '255.255.240.0',
              gateway: gatewayOf(outside),
              type: 'public',
            },
          ]),
    ],
    v6:
      droplet.ipv6 && outside !== null
        ? [
            {
              ip_address: ipv6Address(droplet.id),
              netmask: 64,
              gateway: '2001:db8:0:1010::1',
              type: 'public',
            },
          ]
        : [],
  };
};

/** Ids of the account's images of one type made from a Droplet. */
const imageIds = (account: Account, droplet: Droplet, type: Image['type']): readonly number[] => {
  const ids: number[] = [];
  for (const image of account.images.values()) {
    if (image.dropletId === droplet.id && image.type === type) ids.push(image.id);
  }
  return ids;
};

/** The volumes attached to a Droplet. */
export const volumeIds = (account: Account, id: number): readonly string[] => {
  const ids: string[] = [];
  for (const volume of account.volumes.values()) if (volume.dropletId === id) ids.push(volume.id);
  return ids;
};

/**
 * A Droplet as DigitalOcean shows it. What the token has no read scope for is left blank: image and its ids
 * (image:read), volumes (block_storage:read), tags (tag:read), VPC network (vpc:read).
 */
export const dropletView = (account: Account, droplet: Droplet, holder: Holder, now: number) => {
  const size = sizeFor(droplet.size);
  const seesImages = holder.can('image:read');
  return {
    id: droplet.id,
    name: droplet.name,
    memory: size.memory,
    vcpus: size.vcpus,
    disk: droplet.disk,
    disk_info: [{ type: 'local', size: { amount: droplet.disk, unit: 'gib' } }],
    locked: droplet.leaving,
    status: droplet.status,
    kernel: null,
    created_at: forPeople(droplet.createdAt),
    features: [
      ...(droplet.backups === null ? [] : ['backups']),
      ...(droplet.monitoring ? ['monitoring'] : []),
      'droplet_agent',
      ...(droplet.ipv6 ? ['ipv6'] : []),
      'private_networking',
    ],
    backup_ids: seesImages ? imageIds(account, droplet, 'backup') : [],
    next_backup_window: droplet.backups === null ? null : nextWindow(droplet.backups, now),
    snapshot_ids: seesImages ? imageIds(account, droplet, 'snapshot') : [],
    image: seesImages ? imageView(droplet.image) : {},
    volume_ids: holder.can('block_storage:read') ? volumeIds(account, droplet.id) : [],
    size,
    size_slug: droplet.size,
    networks: networks(account, droplet),
    region: regionView(droplet.region),
    tags: visibleTags(holder, droplet.tags),
    ...(holder.can('vpc:read') && droplet.vpc !== null ? { vpc_uuid: droplet.vpc } : {}),
    ...(size.gpu_info ? { gpu_info: size.gpu_info } : {}),
  };
};
