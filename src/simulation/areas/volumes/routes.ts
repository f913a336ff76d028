// Volumes, their actions and their snapshots: the operations.
import * as z from 'zod';
import type { Account } from '../../account/account.ts';
import { actionsOf, actionView } from '../../account/actions.ts';
import { useTags } from '../../account/tagging.ts';
import {
  type Answer,
  type Call,
  created,
  done,
  numberIn,
  ok,
  segment,
} from '../../exchange/call.ts';
import { listOf, optional, read, tagName, wholeNumber } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { conflict, forbidden, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { isOpenRegion } from '../../reference/regions.ts';
import { actOnVolume, largestVolume } from './actions.ts';
import {
  addVolume,
  addVolumeSnapshot,
  removeVolume,
  removeVolumeSnapshot,
  type Volume,
  type VolumeSnapshot,
  volumeKey,
  volumeSnapshotView,
  volumeView,
} from './volume.ts';

const find = (call: Call, account: Account): Volume => {
  const volume = account.volumes.get(segment(call, 'volume_id'));
  if (volume === undefined) throw notFound('volume');
  return volume;
};

const byName = (
  account: Account,
  name: string | null | undefined,
  region: string | null | undefined,
): Volume => {
  if (!name || !region) throw unprocessable('Both name and region are needed to name a volume.');
  for (const volume of account.volumes.values()) {
    if (volume.name === name && volume.region === region) return volume;
  }
  throw notFound('volume');
};

const newVolume = z.object({
  name: z
    .string()
    .max(64)
    .regex(/^[a-z][a-z0-9-]*$/, 'lower-case letters, numbers and dashes, a letter first'),
  region: optional(z.string()),
  size_gigabytes: optional(wholeNumber),
  description: optional(z.string()),
  snapshot_id: optional(z.string()),
  filesystem_type: optional(z.string()),
  filesystem_label: optional(z.string()),
  tags: listOf(tagName),
});
type NewVolume = z.output<typeof newVolume>;

/** Characters a label may have, by filesystem. */
const labelLength: Readonly<Record<string, number>> = { ext4: 16, xfs: 12 };

const checkFilesystem = ({ filesystem_type: type, filesystem_label: label }: NewVolume): void => {
  if (!type) {
    if (label) throw unprocessable('filesystem_label needs a filesystem_type.');
    return;
  }
  const longest = labelLength[type];
  if (longest === undefined) throw unprocessable('filesystem_type is ext4 or xfs.');
  if (label && label.length > longest) {
    throw unprocessable(`A label on ${type} has at most ${longest} characters.`);
  }
};

const create = (call: Call, account: Account): Answer => {
  const given = read(call, newVolume);
  checkFilesystem(given);
  const snapshot = given.snapshot_id ? account.volumeSnapshots.get(given.snapshot_id) : undefined;
  if (given.snapshot_id && snapshot === undefined) throw notFound('snapshot');
  const size = given.size_gigabytes || snapshot?.minDisk || 0;
  if (size < 1 || size > largestVolume) {
    throw unprocessable('size_gigabytes lies between 1 and 16384.');
  }
  if (snapshot !== undefined && size < snapshot.minDisk) {
    throw unprocessable('The volume cannot be smaller than the snapshot it is made from.');
  }
  const region = given.region || snapshot?.region || '';
  if (!isOpenRegion(region)) throw unprocessable('The region is not available.');
  for (const volume of account.volumes.values()) {
    if (volume.name === given.name && volume.region === region) {
      throw conflict('A volume with this name already exists in the region.');
    }
  }
  if (account.volumes.size >= account.profile.volumeLimit) {
    throw forbidden('failed to create volume: volume/snapshot capacity limit exceeded');
  }
  const volume = addVolume(
    account,
    {
      name: given.name,
      region,
      size,
      description: given.description ?? '',
      filesystemType: given.filesystem_type ?? '',
      filesystemLabel: given.filesystem_label ?? '',
      tags: useTags(account, call.holder, given.tags),
    },
    call.now,
  );
  return created({ volume: volumeView(volume, call.holder) });
};

const remove = (account: Account, volume: Volume, at: number): Answer => {
  if (volume.dropletId !== null) throw conflict('attached volume cannot be deleted');
  removeVolume(account, volume, at);
  return done;
};

const findSnapshot = (call: Call, account: Account): VolumeSnapshot => {
  const snapshot = account.volumeSnapshots.get(segment(call, 'snapshot_id'));
  if (snapshot === undefined) throw notFound('snapshot');
  return snapshot;
};

/** One snapshot per volume in ten minutes, 25 in all. */
const between = 600_000;
const atMost = 25;

const createSnapshot = (call: Call, account: Account): Answer => {
  const volume = find(call, account);
  const given = read(call, z.object({ name: z.string().min(1), tags: listOf(tagName) }));
  const siblings = [...account.volumeSnapshots.values()].filter(
    ({ volumeId }) => volumeId === volume.id,
  );
  if ([...account.volumeSnapshots.values()].some(({ name }) => name === given.name)) {
    throw conflict('A snapshot with this name already exists.');
  }
  if (siblings.length >= atMost) throw unprocessable('The volume has 25 snapshots already.');
  if (siblings.some(({ createdAt }) => call.now - createdAt < between)) {
    throw unprocessable('A volume can be snapshotted once every ten minutes.');
  }
  const tags = useTags(account, call.holder, given.tags);
  const snapshot = addVolumeSnapshot(account, volume, given.name, tags, call.now);
  return created({ snapshot: volumeSnapshotView(snapshot, call.holder) });
};

/** Volumes. Where DigitalOcean's document lists api:read or api:write beside a scope, those hold the scope anyway. */
export const volumeRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/volumes',
    requires: [['block_storage:read']],
    handle: (call, account) => {
      const name = call.query.get('name');
      const region = call.query.get('region');
      const volumes = [...account.volumes.values()].filter(
        (volume) =>
          (name === null || volume.name === name) && (region === null || volume.region === region),
      );
      return page(call, 'volumes', volumes, (volume) => volumeView(volume, call.holder));
    },
  },
  {
    method: 'POST',
    path: '/v2/volumes',
    requires: [['block_storage:create']],
    handle: create,
  },
  {
    method: 'DELETE',
    path: '/v2/volumes',
    requires: [['block_storage:delete']],
    handle: (call, account) =>
      remove(account, byName(account, call.query.get('name'), call.query.get('region')), call.now),
  },
  {
    method: 'POST',
    path: '/v2/volumes/actions',
    requires: [['block_storage_action:create']],
    handle: (call, account) =>
      actOnVolume(call, account, (given) => byName(account, given.volume_name, given.region)),
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}',
    requires: [['block_storage:read']],
    handle: (call, account) => ok({ volume: volumeView(find(call, account), call.holder) }),
  },
  {
    method: 'DELETE',
    path: '/v2/volumes/{volume_id}',
    requires: [['block_storage:delete']],
    handle: (call, account) => remove(account, find(call, account), call.now),
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}/actions',
    requires: [['block_storage_action:read']],
    handle: (call, account) =>
      page(call, 'actions', actionsOf(account, volumeKey(find(call, account).id)), actionView),
  },
  {
    method: 'POST',
    path: '/v2/volumes/{volume_id}/actions',
    requires: [['block_storage_action:create']],
    handle: (call, account) => actOnVolume(call, account, () => find(call, account)),
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}/actions/{action_id}',
    requires: [['block_storage_action:read']],
    handle: (call, account) => {
      const action = account.actions.byId.get(numberIn(call, 'action_id'));
      if (action === undefined || action.of !== volumeKey(segment(call, 'volume_id'))) {
        throw notFound('action');
      }
      return ok({ action: actionView(action) });
    },
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}/snapshots',
    requires: [['block_storage_snapshot:read']],
    handle: (call, account) => {
      const volume = find(call, account);
      const snapshots = [...account.volumeSnapshots.values()].filter(
        ({ volumeId }) => volumeId === volume.id,
      );
      return page(call, 'snapshots', snapshots, (it) => volumeSnapshotView(it, call.holder));
    },
  },
  {
    method: 'POST',
    path: '/v2/volumes/{volume_id}/snapshots',
    requires: [['block_storage_snapshot:create']],
    handle: createSnapshot,
  },
  {
    method: 'GET',
    path: '/v2/volumes/snapshots/{snapshot_id}',
    requires: [['block_storage_snapshot:read']],
    handle: (call, account) =>
      ok({ snapshot: volumeSnapshotView(findSnapshot(call, account), call.holder) }),
  },
  {
    method: 'DELETE',
    path: '/v2/volumes/snapshots/{snapshot_id}',
    requires: [['block_storage_snapshot:delete']],
    handle: (call, account) => {
      removeVolumeSnapshot(account, findSnapshot(call, account), call.now);
      return done;
    },
  },
];
