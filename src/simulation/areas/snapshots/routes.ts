// Snapshots of Droplets and volumes in one list.

import { type Call, done, ok, segment } from '../../exchange/call.ts';
import { page } from '../../exchange/pages.ts';
import { badRequest, notFound } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import type { Image } from '../../reference/images.ts';
import { findImage, Images, removeImage } from '../../things/images.ts';
import { visibleTags } from '../../things/tagging.ts';
import {
  removeVolumeSnapshot,
  type VolumeSnapshot,
  VolumeSnapshots,
  volumeSnapshotView,
} from '../../things/volumes/snapshot.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';

type Snapshot =
  | { readonly of: 'droplet'; readonly at: Image }
  | { readonly of: 'volume'; readonly at: VolumeSnapshot };

/** Ids are text here: digits for Droplet snapshots, UUIDs for those of volumes. */
const snapshotView = (snapshot: Snapshot, holder: Holder) =>
  snapshot.of === 'volume'
    ? volumeSnapshotView(snapshot.at, holder)
    : {
        id: String(snapshot.at.id),
        name: snapshot.at.name,
        created_at: forPeople(snapshot.at.createdAt),
        regions: snapshot.at.regions,
        resource_id: String(snapshot.at.dropletId ?? ''),
        resource_type: 'droplet',
        min_disk_size: snapshot.at.minDisk,
        size_gigabytes: snapshot.at.size,
        tags: visibleTags(holder, snapshot.at.tags),
      };

const all = (world: World): readonly Snapshot[] => [
  ...[...world.of(Images).values()]
    .filter(({ type }) => type === 'snapshot')
    .map((at): Snapshot => ({ of: 'droplet', at })),
  ...[...world.of(VolumeSnapshots).values()].map((at): Snapshot => ({ of: 'volume', at })),
];

const find = (call: Call, world: World): Snapshot => {
  const id = segment(call, 'snapshot_id');
  const ofVolume = world.of(VolumeSnapshots).get(id);
  if (ofVolume !== undefined) return { of: 'volume', at: ofVolume };
  const image = findImage(world, id);
  if (image === undefined) throw notFound('snapshot');
  if (image.type !== 'snapshot') throw badRequest('The id belongs to an image, not a snapshot.');
  return { of: 'droplet', at: image };
};

/** Which of the two kinds a token may see or delete is only known once the snapshot is. */
const demandFor = (call: Call, snapshot: Snapshot, verb: 'read' | 'delete'): void => {
  if (snapshot.of === 'volume') call.holder.demand([[`block_storage_snapshot:${verb}`]]);
  else if (verb === 'read') call.holder.demand([['snapshot:read']]);
  else call.holder.demand([['snapshot:delete', 'image:delete']]);
};

/** Snapshots. */
const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/snapshots',
    requires: [['snapshot:read']],
    handle: (call, world) => {
      const kind = call.query.get('resource_type');
      const snapshots = all(world).filter(({ of }) => kind === null || of === kind);
      return page(call, 'snapshots', snapshots, (it) => snapshotView(it, call.holder));
    },
  },
  {
    method: 'GET',
    path: '/v2/snapshots/{snapshot_id}',
    requires: [['snapshot:read'], ['block_storage_snapshot:read']],
    handle: (call, world) => {
      const snapshot = find(call, world);
      demandFor(call, snapshot, 'read');
      return ok({ snapshot: snapshotView(snapshot, call.holder) });
    },
  },
  {
    method: 'DELETE',
    path: '/v2/snapshots/{snapshot_id}',
    requires: [['snapshot:delete', 'image:delete'], ['block_storage_snapshot:delete']],
    handle: (call, world) => {
      const snapshot = find(call, world);
      demandFor(call, snapshot, 'delete');
      if (snapshot.of === 'volume') removeVolumeSnapshot(world, snapshot.at, call.now);
      else removeImage(world, snapshot.at, call.now);
      return done;
    },
  },
];

/** Snapshots. */
export const snapshotArea: SimulatedArea = { routes };
