// Garbage collections: how one goes through its phases and what it takes away. One at a time in each registry.
import * as z from 'zod';
import { type Call, created, ok, type RouteReply, segment } from '../../exchange/call.ts';
import { choice, optional, read } from '../../exchange/input.ts';
import { page } from '../../exchange/pages.ts';
import { conflict, notFound } from '../../exchange/refusal.ts';
import { forPeople } from '../../exchange/times.ts';
import {
  countLater,
  dropManifest,
  type Registry,
  tagsOf,
} from '../../things/registries/registry.ts';
import type { World } from '../../world/world.ts';

type Status =
  | 'requested'
  | 'waiting for write JWTs to expire'
  | 'scanning manifests'
  | 'deleting unreferenced blobs'
  | 'cancelling'
  | 'failed'
  | 'succeeded'
  | 'cancelled';

const kinds = [
  'untagged manifests only',
  'unreferenced blobs only',
  'untagged manifests and unreferenced blobs',
] as const;

interface Collection {
  readonly uuid: string;
  readonly kind: (typeof kinds)[number];
  status: Status;
  readonly createdAt: number;
  updatedAt: number;
  blobs: number;
  bytes: number;
}

/** Collections by the name of their registry, newest first. */
export class Collections extends Map<string, Collection[]> {}

/** As many as a registry remembers. */
const remembered = 100;

/** Seconds after the request at which each phase begins; tokens that may write live for 15 minutes. */
const phases: readonly { readonly status: Status; readonly at: number }[] = [
  { status: 'waiting for write JWTs to expire', at: 5 },
  { status: 'scanning manifests', at: 905 },
  { status: 'deleting unreferenced blobs', at: 935 },
  { status: 'succeeded', at: 965 },
];

/** Seconds that stopping one takes. */
const stopsWithin = 10;

const ends: readonly Status[] = ['succeeded', 'failed', 'cancelled'];

const isUnderWay = ({ status }: Collection): boolean => !ends.includes(status);

const view = (registry: Registry, it: Collection) => ({
  uuid: it.uuid,
  registry_name: registry.name,
  status: it.status,
  created_at: forPeople(it.createdAt),
  updated_at: forPeople(it.updatedAt),
  blobs_deleted: it.blobs,
  freed_bytes: it.bytes,
});

const sweep = (world: World, registry: Registry, collection: Collection, at: number): void => {
  if (collection.kind !== 'unreferenced blobs only') {
    for (const repository of registry.repositories.values()) {
      for (const manifest of repository.manifests.values()) {
        if (tagsOf(repository, manifest).length === 0) dropManifest(registry, repository, manifest);
      }
    }
  }
  if (collection.kind === 'untagged manifests only') return;
  const needed = new Set(
    [...registry.repositories.values()]
      .flatMap(({ manifests }) => [...manifests.values()])
      .flatMap(({ blobs }) => blobs.map(({ digest }) => digest)),
  );
  for (const blob of registry.blobs.values()) {
    if (needed.has(blob.digest)) continue;
    registry.blobs.delete(blob.digest);
    collection.blobs += 1;
    collection.bytes += blob.compressedBytes;
  }
  countLater(world, registry, at);
};

const collectionsOf = (world: World, registry: Registry): readonly Collection[] =>
  world.of(Collections).get(registry.name) ?? [];

const active = (world: World, registry: Registry): Collection | undefined =>
  collectionsOf(world, registry).find(isUnderWay);

const request = z.object({ type: choice(kinds) });

/** Starts one. @throws ApiRefusal 409 while another one of the registry is under way. */
export const runCollection = (call: Call, world: World, registry: Registry): RouteReply => {
  // What an unnamed kind means DigitalOcean does not say; its prose speaks of unreferenced blobs.
  const kind = read(call, request).type ?? 'unreferenced blobs only';
  if (active(world, registry) !== undefined) {
    throw conflict('A garbage collection is already active for this registry.');
  }
  const collection: Collection = {
    uuid: world.ids.uuid(),
    kind,
    status: 'requested',
    createdAt: call.now,
    updatedAt: call.now,
    blobs: 0,
    bytes: 0,
  };
  const earlier = collectionsOf(world, registry).slice(0, remembered - 1);
  world.of(Collections).set(registry.name, [collection, ...earlier]);
  const fails = world.faults.fails('garbage_collection');
  for (const { status, at } of phases) {
    world.pace.later(at, call.now, (later) => {
      if (!isUnderWay(collection) || collection.status === 'cancelling') return;
      collection.status = fails && status === 'scanning manifests' ? 'failed' : status;
      collection.updatedAt = later;
      if (collection.status === 'succeeded') sweep(world, registry, collection, later);
    });
  }
  return created({ garbage_collection: view(registry, collection) });
};

/** The one under way. @throws ApiRefusal 404 when there is none. */
export const readCollection = (_: Call, world: World, registry: Registry): RouteReply => {
  const found = active(world, registry);
  if (found === undefined) throw notFound('garbage collection');
  return ok({ garbage_collection: view(registry, found) });
};

/** All that are remembered. */
export const listCollections = (call: Call, world: World, registry: Registry): RouteReply =>
  page(call, 'garbage_collections', collectionsOf(world, registry), (it) => view(registry, it));

const changes = z.object({ cancel: optional(z.boolean()) });

/** Stops the one under way. @throws ApiRefusal 404 for any other. */
export const changeCollection = (call: Call, world: World, registry: Registry): RouteReply => {
  const found = active(world, registry);
  if (found === undefined || found.uuid !== segment(call, 'garbage_collection_uuid')) {
    throw notFound('garbage collection');
  }
  if (read(call, changes).cancel && found.status !== 'cancelling') {
    found.status = 'cancelling';
    found.updatedAt = call.now;
    world.pace.later(stopsWithin, call.now, (later) => {
      found.status = 'cancelled';
      found.updatedAt = later;
    });
  }
  return ok({ garbage_collection: view(registry, found) });
};
