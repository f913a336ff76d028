// A volume and its snapshots: what is known of them and how they are shown.
import type { Account } from '../../account/account.ts';
import { assign, projectName, unassign, urn } from '../../account/belonging.ts';
import { visibleTags } from '../../account/tagging.ts';
import { forPeople } from '../../exchange/times.ts';
import { regionView } from '../../reference/regions.ts';
import type { Holder } from '../../token/holder.ts';

/** A volume. */
export interface Volume {
  readonly id: string;
  readonly name: string;
  readonly region: string;
  /** GiB. */
  size: number;
  readonly description: string;
  readonly filesystemType: string;
  readonly filesystemLabel: string;
  tags: readonly string[];
  readonly createdAt: number;
  dropletId: number | null;
}

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

/** $0.10 per GiB and month, attached or not. */
const volumePrice = 0.1;
/** $0.06 per GiB and month. */
const snapshotPrice = 0.06;

/** The key under which a volume's actions and charges are kept. */
export const volumeKey = (id: string): string => `volume:${id}`;

/** Bills a volume at its present size. */
export const billVolume = (account: Account, volume: Volume, at: number): void => {
  const monthly = volume.size * volumePrice;
  account.ledger.start(
    volumeKey(volume.id),
    {
      product: 'Volumes',
      description: `${volume.name} (${volume.size} GiB)`,
      group: '',
      resourceId: '',
      resourceUuid: volume.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(account, urn('volume', volume.id)),
    },
    at,
  );
};

/** Adds a volume, ready at once. */
export const addVolume = (
  account: Account,
  given: Omit<Volume, 'id' | 'dropletId' | 'createdAt'>,
  at: number,
): Volume => {
  const volume: Volume = { ...given, id: account.ids.uuid(), dropletId: null, createdAt: at };
  account.volumes.set(volume.id, volume);
  assign(account, urn('volume', volume.id), null, at);
  billVolume(account, volume, at);
  return volume;
};

/** Removes a volume; its snapshots stay. */
export const removeVolume = (account: Account, volume: Volume, at: number): void => {
  account.volumes.delete(volume.id);
  account.ledger.stop(volumeKey(volume.id), at);
  unassign(account, urn('volume', volume.id));
};

/** Adds a snapshot of a volume. */
export const addVolumeSnapshot = (
  account: Account,
  volume: Volume,
  name: string,
  tags: readonly string[],
  at: number,
): VolumeSnapshot => {
  const snapshot: VolumeSnapshot = {
    id: account.ids.uuid(),
    name,
    volumeId: volume.id,
    region: volume.region,
    minDisk: volume.size,
    // Only what was written counts; a tenth is taken as written.
    size: Number((volume.size / 10).toFixed(2)),
    tags,
    createdAt: at,
  };
  account.volumeSnapshots.set(snapshot.id, snapshot);
  const monthly = Math.max(0.01, snapshot.size * snapshotPrice);
  account.ledger.start(
    `volume_snapshot:${snapshot.id}`,
    {
      product: 'Snapshots',
      description: `${name} (${snapshot.size} GiB)`,
      group: '',
      resourceId: '',
      resourceUuid: snapshot.id,
      hourly: monthly / 672,
      monthly,
      project: projectName(account, urn('volume', volume.id)),
    },
    at,
  );
  return snapshot;
};

/** Removes a snapshot of a volume. */
export const removeVolumeSnapshot = (
  account: Account,
  snapshot: VolumeSnapshot,
  at: number,
): void => {
  account.volumeSnapshots.delete(snapshot.id);
  account.ledger.stop(`volume_snapshot:${snapshot.id}`, at);
};

/** A volume as DigitalOcean shows it. */
export const volumeView = (volume: Volume, holder: Holder) => ({
  id: volume.id,
  region: regionView(volume.region),
  droplet_ids: volume.dropletId === null ? [] : [volume.dropletId],
  name: volume.name,
  description: volume.description,
  size_gigabytes: volume.size,
  created_at: forPeople(volume.createdAt),
  filesystem_type: volume.filesystemType,
  filesystem_label: volume.filesystemLabel,
  tags: visibleTags(holder, volume.tags),
});

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
