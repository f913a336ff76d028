// A snapshot of a volume: what is known of it, what it costs and how it is shown.
import { forPeople } from '../../exchange/times.ts';
import type { Holder } from '../../token/holder.ts';
import type { World } from '../../world/world.ts';
import { projectName, urn } from '../belonging.ts';
import { visibleTags } from '../tagging.ts';
import type { Volume } from './volume.ts';

/** A snapshot of a volume. */
export interface VolumeSnapshot {
  readonly id: string;
  readonly name: string;
  readonly volumeId: string;
  readonly region: string;
  /** GiB of the volume at that time. */
  readonly minDisk: number;
  readonly size: number;
  readonly tags: readonly string[];
  readonly createdAt: number;
}

/** The account's snapshots of volumes by id. */
export class VolumeSnapshots extends Map<string, VolumeSnapshot> {}

/** $0.06 per GiB and month. */
export const snapshotPrice = 0.06;

/** Adds a snapshot of a volume. */
export const addVolumeSnapshot = (
  world: World,
  volume: Volume,
  name: string,
  tags: readonly string[],
  at: number,
): VolumeSnapshot => {
  const snapshot: VolumeSnapshot = {
    id: world.ids.uuid(),
    name,
    volumeId: volume.id,
    region: volume.region,
    minDisk: volume.size,
    // Only what was written counts; a tenth is taken as written.
    size: Number((volume.size / 10).toFixed(2)),
    tags,
    createdAt: at,
  };
  world.of(VolumeSnapshots).set(snapshot.id, snapshot);
  const monthly = Math.max(0.01, snapshot.size * snapshotPrice);
  world.books.start(
    `volume_snapshot:${snapshot.id}`,
    {
      product: 'Snapshots',
      description: `${name} (${snapshot.size} GiB)`,
      group: '',
      resourceId: '',
      resourceUuid: snapshot.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(world, urn('volume', volume.id)),
    },
    at,
  );
  return snapshot;
};

/** Removes a snapshot of a volume. */
export const removeVolumeSnapshot = (world: World, snapshot: VolumeSnapshot, at: number): void => {
  world.of(VolumeSnapshots).delete(snapshot.id);
  world.books.stop(`volume_snapshot:${snapshot.id}`, at);
};

/** A volume's snapshot as DigitalOcean shows it. */
export const volumeSnapshotView = (snapshot: VolumeSnapshot, holder: Holder) => ({
  id: snapshot.id,
  name: snapshot.name,
  created_at: forPeople(snapshot.createdAt),
  regions: [snapshot.region],
  resource_id: snapshot.volumeId,
  resource_type: 'volume',
  min_disk_size: snapshot.minDisk,
  size_gigabytes: snapshot.size,
  tags: visibleTags(holder, snapshot.tags),
});
