// A Droplet as DigitalOcean shows it.
import { forPeople } from '../../exchange/times.ts';
import type { Image } from '../../reference/images.ts';
import { gatewayIn, netmaskOf } from '../../reference/ranges.ts';
import { regionView } from '../../reference/regions.ts';
import type { Holder } from '../../token/holder.ts';
import { gatewayOf, ipv6Address } from '../../world/addresses.ts';
import type { World } from '../../world/world.ts';
import { Images, imageView } from '../images.ts';
import { visibleTags } from '../tagging.ts';
import { volumeIds } from '../volumes/volume.ts';
import { type BackupPolicy, type Droplet, sizeFor } from './droplet.ts';
import { rangeFor } from './life.ts';

const dayNames = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

/** The four hours in which the next backup is made. */
export const nextWindow = (policy: BackupPolicy, now: number) => {
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

const networks = (world: World, droplet: Droplet) => {
  if (droplet.addresses === null) return { v4: [], v6: [] };
  const { inside, outside } = droplet.addresses;
  const range = rangeFor(world, droplet);
  return {
    v4: [
      {
        ip_address: inside,
        netmask: netmaskOf(range),
        gateway: gatewayIn(range),
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
const imageIds = (world: World, droplet: Droplet, type: Image['type']): readonly number[] => {
  const ids: number[] = [];
  for (const image of world.of(Images).values()) {
    if (image.dropletId === droplet.id && image.type === type) ids.push(image.id);
  }
  return ids;
};

/**
 * A Droplet as DigitalOcean shows it. What the token has no read scope for is left blank: image and its ids
 * (image:read), volumes (block_storage:read), tags (tag:read), VPC network (vpc:read).
 */
export const dropletView = (world: World, droplet: Droplet, holder: Holder, now: number) => {
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
      ...(droplet.hasAgent ? ['droplet_agent'] : []),
      ...(droplet.ipv6 ? ['ipv6'] : []),
      'private_networking',
    ],
    backup_ids: seesImages ? imageIds(world, droplet, 'backup') : [],
    next_backup_window: droplet.backups === null ? null : nextWindow(droplet.backups, now),
    snapshot_ids: seesImages ? imageIds(world, droplet, 'snapshot') : [],
    image: seesImages ? imageView(droplet.image) : {},
    volume_ids: holder.can('block_storage:read') ? volumeIds(world, droplet.id) : [],
    size,
    size_slug: droplet.size,
    networks: networks(world, droplet),
    region: regionView(droplet.region),
    tags: visibleTags(holder, droplet.tags),
    ...(holder.can('vpc:read') && droplet.vpc !== null ? { vpc_uuid: droplet.vpc } : {}),
    ...(size.gpu_info ? { gpu_info: size.gpu_info } : {}),
  };
};
