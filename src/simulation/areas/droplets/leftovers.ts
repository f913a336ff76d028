// Destroying a Droplet together with what it would leave behind.
import * as z from 'zod';
import { accepted, type Call, numberIn, ok, type RouteReply } from '../../exchange/call.ts';
import { listOf, read } from '../../exchange/input.ts';
import { badRequest, conflict, notFound, unprocessable } from '../../exchange/refusal.ts';
import type { Route } from '../../exchange/router.ts';
import { forPeople } from '../../exchange/times.ts';
import { type Droplet, Droplets } from '../../things/droplets/droplet.ts';
import { type Leftover, LeftoverKinds } from '../../things/droplets/leftovers.ts';
import { removeDroplet, requireIdle } from '../../things/droplets/life.ts';
import { Images, removeImage } from '../../things/images.ts';
import {
  removeVolumeSnapshot,
  snapshotPrice,
  VolumeSnapshots,
} from '../../things/volumes/snapshot.ts';
import { removeVolume, Volumes, volumePrice } from '../../things/volumes/volume.ts';
import type { World } from '../../world/world.ts';

/** One thing on its way out. */
interface Going {
  readonly kind: string;
  readonly leftover: Leftover;
  goneAt: number | null;
  failed: boolean;
}

interface Destruction {
  readonly droplet: Droplet;
  readonly going: readonly Going[];
  dropletGoneAt: number | null;
  completedAt: number | null;
}

/** The last destruction of each Droplet; the oldest are forgotten. */
class Destructions extends Map<number, Destruction> {}
const remembered = 1_000;

/** Seconds that it takes. */
const takes = 10;

/** Their fields, in the order in which the list shows them; the former name shows the same. */
const kinds = ['reserved_ips', 'floating_ips', 'snapshots', 'volumes', 'volume_snapshots'];
const isAlias = (kind: string): boolean => kind === 'floating_ips';
const ownName = (kind: string): string => (isAlias(kind) ? 'reserved_ips' : kind);

const leftoversOf = (world: World, kind: string, id: number): readonly Leftover[] =>
  world.of(LeftoverKinds).get(ownName(kind))?.of(id) ?? [];

const find = (call: Call, world: World): Droplet => {
  const droplet = world.of(Droplets).get(numberIn(call, 'droplet_id'));
  if (droplet === undefined) throw notFound('Droplet');
  return droplet;
};

const list = (call: Call, world: World): RouteReply => {
  const droplet = find(call, world);
  const shown = kinds.map((kind) => {
    const reads = world.of(LeftoverKinds).get(ownName(kind))?.reads;
    const items = reads && call.holder.can(reads) ? leftoversOf(world, kind, droplet.id) : [];
    return [kind, items.map(({ id, name, monthly }) => ({ id, name, cost: monthly.toFixed(2) }))];
  });
  return ok(Object.fromEntries(shown));
};

const run = (world: World, destruction: Destruction, at: number): void => {
  const { droplet, going } = destruction;
  for (const one of going) {
    if (one.goneAt !== null) continue;
    one.failed = world.faults.fails('destroy_associated');
    if (one.failed) continue;
    one.leftover.remove(at);
    one.goneAt = at;
  }
  destruction.completedAt = at;
  // The Droplet goes last, so that what failed can be tried again.
  if (going.some(({ failed }) => failed)) {
    droplet.leaving = false;
    return;
  }
  if (world.of(Droplets).has(droplet.id)) removeDroplet(world, droplet, at);
  destruction.dropletGoneAt = at;
};

const start = (world: World, destruction: Destruction, at: number): RouteReply => {
  destruction.droplet.leaving = true;
  world.pace.later(takes, at, (later) => run(world, destruction, later));
  return accepted();
};

const begin = (call: Call, world: World, droplet: Droplet, going: readonly Going[]) => {
  const all = world.of(Destructions);
  const running = all.get(droplet.id);
  if (running !== undefined && running.completedAt === null) {
    throw conflict('The Droplet is being destroyed already.');
  }
  requireIdle(world, droplet);
  const destruction = { droplet, going, dropletGoneAt: null, completedAt: null };
  all.set(droplet.id, destruction);
  const oldest = all.keys().next().value;
  if (all.size > remembered && oldest !== undefined) all.delete(oldest);
  return start(world, destruction, call.now);
};

const leaving = (kind: string, leftover: Leftover): Going => ({
  kind,
  leftover,
  goneAt: null,
  failed: false,
});

const all = (call: Call, world: World): RouteReply => {
  const droplet = find(call, world);
  if (!call.isDangerous) throw badRequest('The header X-Dangerous must be true.');
  const going = kinds
    .filter((kind) => !isAlias(kind))
    .flatMap((kind) => leftoversOf(world, kind, droplet.id).map((one) => leaving(kind, one)));
  return begin(call, world, droplet, going);
};

const chosenBody = z.object({
  reserved_ips: listOf(z.string()),
  floating_ips: listOf(z.string()),
  snapshots: listOf(z.string()),
  volumes: listOf(z.string()),
  volume_snapshots: listOf(z.string()),
});

const selected = (call: Call, world: World): RouteReply => {
  const droplet = find(call, world);
  const chosen = Object.entries(read(call, chosenBody)).flatMap(([kind, ids]) => {
    const known = leftoversOf(world, kind, droplet.id);
    return [...new Set(ids)].map((id) => {
      const found = known.find((one) => one.id === id);
      if (found === undefined) throw unprocessable(`${id} is none of the Droplet's ${kind}.`);
      return leaving(ownName(kind), found);
    });
  });
  return begin(call, world, droplet, chosen);
};

const destructionAt = (call: Call, world: World): Destruction => {
  const destruction = world.of(Destructions).get(numberIn(call, 'droplet_id'));
  if (destruction === undefined) throw notFound('destruction of a Droplet');
  return destruction;
};

const goneView = (id: string, name: string, goneAt: number | null, failed = false) => ({
  id,
  name,
  ...(goneAt === null ? {} : { destroyed_at: forPeople(goneAt) }),
  ...(failed ? { error_message: 'It could not be destroyed.' } : {}),
});

const status = (call: Call, world: World): RouteReply => {
  const { droplet, going, dropletGoneAt, completedAt } = destructionAt(call, world);
  const resources = kinds.map((kind) => [
    kind,
    going
      .filter((one) => one.kind === ownName(kind))
      .map(({ leftover, goneAt, failed }) => goneView(leftover.id, leftover.name, goneAt, failed)),
  ]);
  return ok({
    droplet: goneView(String(droplet.id), droplet.name, dropletGoneAt),
    resources: Object.fromEntries(resources),
    ...(completedAt === null ? {} : { completed_at: forPeople(completedAt) }),
    failures: going.filter(({ failed }) => failed).length,
  });
};

const retry = (call: Call, world: World): RouteReply => {
  const destruction = destructionAt(call, world);
  if (destruction.completedAt === null) throw conflict('The Droplet is being destroyed already.');
  if (destruction.dropletGoneAt !== null) throw notFound('Droplet');
  requireIdle(world, destruction.droplet);
  destruction.completedAt = null;
  return start(world, destruction, call.now);
};

const path = '/v2/droplets/{droplet_id}/destroy_with_associated_resources';
const destroys = [
  [
    'droplet:delete',
    'block_storage:delete',
    'block_storage_snapshot:delete',
    'image:delete',
    'reserved_ip:delete',
  ],
] as const;

/** Operations of what a Droplet leaves behind. */
export const leftoverRoutes: readonly Route[] = [
  { method: 'GET', path, requires: [['droplet:read']], handle: list },
  { method: 'DELETE', path: `${path}/selective`, requires: destroys, handle: selected },
  { method: 'DELETE', path: `${path}/dangerous`, requires: destroys, handle: all },
  { method: 'GET', path: `${path}/status`, requires: [['droplet:delete']], handle: status },
  { method: 'POST', path: `${path}/retry`, requires: destroys, handle: retry },
];

/** Tells of volumes and snapshots; addresses are told by their own area. */
export const joinLeftovers = (world: World): void => {
  const told = world.of(LeftoverKinds);
  const volumesOf = (id: number) =>
    [...world.of(Volumes).values()].filter(({ dropletId }) => dropletId === id);
  told.set('volumes', {
    reads: 'block_storage:read',
    of: (id) =>
      volumesOf(id).map((volume) => ({
        id: volume.id,
        name: volume.name,
        monthly: volume.size * volumePrice,
        remove: (at) => removeVolume(world, volume, at),
      })),
  });
  told.set('volume_snapshots', {
    reads: 'block_storage_snapshot:read',
    of: (id) => {
      const volumes = new Set(volumesOf(id).map((volume) => volume.id));
      return [...world.of(VolumeSnapshots).values()]
        .filter(({ volumeId }) => volumes.has(volumeId))
        .map((snapshot) => ({
          id: snapshot.id,
          name: snapshot.name,
          monthly: snapshot.size * snapshotPrice,
          remove: (at) => removeVolumeSnapshot(world, snapshot, at),
        }));
    },
  });
  told.set('snapshots', {
    reads: 'image:read',
    of: (id) =>
      [...world.of(Images).values()]
        .filter(({ dropletId, type }) => dropletId === id && type === 'snapshot')
        .map((image) => ({
          id: String(image.id),
          name: image.name,
          monthly: image.size * snapshotPrice,
          remove: (at) => removeImage(world, image, at),
        })),
  });
};
