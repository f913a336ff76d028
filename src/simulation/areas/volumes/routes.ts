// Volumes, their actions and their snapshots: the operations.
import * as z from 'zod';
import {
  type Call,
  created,
  done,
  numberIn,
  ok,
  type RouteReply,
  segment,
} from '../../exchange/call.ts';
import { listOf, read, tagName } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { conflict, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { Assignables, idByName } from '../../things/belonging.ts';
import { DropletGone } from '../../things/droplets/droplet.ts';
import { MadeKinds } from '../../things/made-in-clusters.ts';
import { Carriers, TagGone, untag, useTags } from '../../things/tagging.ts';
import {
  addVolumeSnapshot,
  removeVolumeSnapshot,
  type VolumeSnapshot,
  VolumeSnapshots,
  volumeSnapshotView,
} from '../../things/volumes/snapshot.ts';
import {
  removeVolume,
  type Volume,
  Volumes,
  volumeKey,
  volumeView,
} from '../../things/volumes/volume.ts';
import { actionsOf, actionView, isBusy } from '../../world/actions.ts';
import type { World } from '../../world/world.ts';
import type { SimulatedArea } from '../area.ts';
import { actOnVolume } from './actions.ts';
import { createVolume } from './create.ts';

const find = (call: Call, world: World): Volume => {
  const volume = world.of(Volumes).get(segment(call, 'volume_id'));
  if (volume === undefined) throw notFound('volume');
  return volume;
};

const byName = (
  world: World,
  name: string | null | undefined,
  region: string | null | undefined,
): Volume => {
  if (!name || !region) throw unprocessable('Both name and region are needed to name a volume.');
  for (const volume of world.of(Volumes).values()) {
    if (volume.name === name && volume.region === region) return volume;
  }
  throw notFound('volume');
};

const remove = (world: World, volume: Volume, at: number): RouteReply => {
  if (isBusy(world, volumeKey(volume.id))) {
    throw conflict('The volume already has a pending event.');
  }
  if (volume.dropletId !== null) throw conflict('attached volume cannot be deleted');
  removeVolume(world, volume, at);
  return done;
};

const findSnapshot = (call: Call, world: World): VolumeSnapshot => {
  const snapshot = world.of(VolumeSnapshots).get(segment(call, 'snapshot_id'));
  if (snapshot === undefined) throw notFound('snapshot');
  return snapshot;
};

/** One snapshot per volume in ten minutes, 25 in all. */
const between = 600_000;
const atMost = 25;

const createSnapshot = (call: Call, world: World): RouteReply => {
  const volume = find(call, world);
  const given = read(call, z.object({ name: z.string().min(1), tags: listOf(tagName) }));
  const siblings = [...world.of(VolumeSnapshots).values()].filter(
    ({ volumeId }) => volumeId === volume.id,
  );
  if ([...world.of(VolumeSnapshots).values()].some(({ name }) => name === given.name)) {
    throw conflict('A snapshot with this name already exists.');
  }
  if (siblings.length >= atMost) throw unprocessable('The volume has 25 snapshots already.');
  if (siblings.some(({ createdAt }) => call.now - createdAt < between)) {
    throw unprocessable('A volume can be snapshotted once every ten minutes.');
  }
  const tags = useTags(world, call.holder, given.tags);
  const snapshot = addVolumeSnapshot(world, volume, given.name, tags, call.now);
  return created({ snapshot: volumeSnapshotView(snapshot, call.holder) });
};

const routes: readonly Route[] = [
  {
    method: 'GET',
    path: '/v2/volumes',
    requires: [['block_storage:read']],
    handle: (call, world) => {
      const name = call.query.get('name');
      const region = call.query.get('region');
      const volumes = [...world.of(Volumes).values()].filter(
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
    handle: createVolume,
  },
  {
    method: 'DELETE',
    path: '/v2/volumes',
    requires: [['block_storage:delete']],
    handle: (call, world) =>
      remove(world, byName(world, call.query.get('name'), call.query.get('region')), call.now),
  },
  {
    method: 'POST',
    path: '/v2/volumes/actions',
    requires: [['block_storage_action:create']],
    handle: (call, world) =>
      actOnVolume(call, world, (given) => byName(world, given.volume_name, given.region)),
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}',
    requires: [['block_storage:read']],
    handle: (call, world) => ok({ volume: volumeView(find(call, world), call.holder) }),
  },
  {
    method: 'DELETE',
    path: '/v2/volumes/{volume_id}',
    requires: [['block_storage:delete']],
    handle: (call, world) => remove(world, find(call, world), call.now),
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}/actions',
    requires: [['block_storage_action:read']],
    handle: (call, world) =>
      page(call, 'actions', actionsOf(world, volumeKey(find(call, world).id)), actionView),
  },
  {
    method: 'POST',
    path: '/v2/volumes/{volume_id}/actions',
    requires: [['block_storage_action:create']],
    handle: (call, world) => actOnVolume(call, world, () => find(call, world)),
  },
  {
    method: 'GET',
    path: '/v2/volumes/{volume_id}/actions/{action_id}',
    requires: [['block_storage_action:read']],
    handle: (call, world) => {
      const action = world.actions.byId.get(numberIn(call, 'action_id'));
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
    handle: (call, world) => {
      const volume = find(call, world);
      const snapshots = [...world.of(VolumeSnapshots).values()].filter(
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
    handle: (call, world) =>
      ok({ snapshot: volumeSnapshotView(findSnapshot(call, world), call.holder) }),
  },
  {
    method: 'DELETE',
    path: '/v2/volumes/snapshots/{snapshot_id}',
    requires: [['block_storage_snapshot:delete']],
    handle: (call, world) => {
      removeVolumeSnapshot(world, findSnapshot(call, world), call.now);
      return done;
    },
  },
];

const join = (world: World): void => {
  const volumes = world.of(Volumes);
  const snapshots = world.of(VolumeSnapshots);
  world.of(Assignables).set('volume', {
    scope: 'block_storage:read',
    path: 'volumes',
    called: 'volume',
    named: (name) => idByName(volumes.values(), name),
  });
  world.of(Carriers).set('volume', {
    shownAs: 'volumes',
    path: 'volumes',
    reads: 'block_storage:read',
    items: () => volumes.entries(),
    changes: { find: (id) => volumes.get(id) },
  });
  world.of(Carriers).set('volume_snapshot', {
    shownAs: 'volume_snapshots',
    path: 'snapshots',
    reads: 'block_storage_snapshot:read',
    items: () => snapshots.entries(),
    changes: { find: (id) => snapshots.get(id) },
  });
  world.of(MadeKinds).set('volumes', {
    reads: 'block_storage:read',
    of: (tag) =>
      [...volumes.values()]
        .filter(({ tags }) => tags.includes(tag))
        .map((volume) => ({
          id: volume.id,
          name: volume.name,
          remove: (at) => removeVolume(world, volume, at),
        })),
  });
  world.of(MadeKinds).set('volume_snapshots', {
    reads: 'block_storage_snapshot:read',
    of: (tag) =>
      [...snapshots.values()]
        .filter(({ tags }) => tags.includes(tag))
        .map((snapshot) => ({
          id: snapshot.id,
          name: snapshot.name,
          remove: (at) => removeVolumeSnapshot(world, snapshot, at),
        })),
  });
  world.hear(TagGone, ({ name }) => {
    for (const volume of volumes.values()) untag(volume, name);
    for (const snapshot of snapshots.values()) untag(snapshot, name);
  });
  world.hear(DropletGone, ({ id }) => {
    for (const volume of volumes.values()) if (volume.dropletId === id) volume.dropletId = null;
  });
};

/** Volumes. */
export const volumeArea: SimulatedArea = { routes, join };
