// Container registries: what they hold. Images come by `docker push`, which is no part of DigitalOcean's API.
import { createHash } from 'node:crypto';
import type { World } from '../../world/world.ts';

/** A piece of an image; several images may share one. */
export interface Blob {
  readonly digest: string;
  readonly compressedBytes: number;
}

/** An image as it was pushed. */
export interface Manifest {
  readonly digest: string;
  readonly blobs: readonly Blob[];
  readonly compressedBytes: number;
  readonly bytes: number;
  readonly updatedAt: number;
}

/** Images of one name. */
export interface Repository {
  readonly name: string;
  /** By digest, oldest first. */
  readonly manifests: Map<string, Manifest>;
  /** Which manifest each tag stands for. */
  readonly tags: Map<string, { readonly digest: string; readonly updatedAt: number }>;
}

/** A container registry. */
export interface Registry {
  readonly name: string;
  readonly region: string;
  readonly createdAt: number;
  readonly repositories: Map<string, Repository>;
  /** Everything that takes up room, whether or not a manifest still needs it, by digest. */
  readonly blobs: Map<string, Blob>;
  /** What was in use when it was last counted. */
  usage: { readonly bytes: number; readonly at: number };
}

/** The account's registries by name. */
export class Registries extends Map<string, Registry> {}

/** A registry is gone for good. */
export class RegistryGone {
  readonly name: string;

  constructor(name: string) {
    this.name = name;
  }
}

/** Bytes that a registry takes up. */
export const bytesOf = ({ blobs }: Registry): number =>
  [...blobs.values()].reduce((sum, { compressedBytes }) => sum + compressedBytes, 0);

/** Seconds until a change shows in what is said to be in use. */
const countedAfter = 600;

/** Has a registry counted anew a while later, as DigitalOcean does. */
export const countLater = (world: World, registry: Registry, at: number): void => {
  world.pace.later(countedAfter, at, (later) => {
    registry.usage = { bytes: bytesOf(registry), at: later };
  });
};

const digestOf = (text: string): string =>
  `sha256:${createHash('sha256').update(text).digest('hex')}`;

/** The size of a layer, told from its digest so that it is the same every time. */
const sizeOf = (digest: string, least: number, spread: number): number =>
  least + (Number.parseInt(digest.slice(7, 13), 16) % spread);

/** How much larger images are once they are unpacked. */
const unpacked = 2.6;

/**
 * Puts an image into a registry as `docker push` does: a layer that all images of a repository share, and one of its
 * own. Its tags move to it.
 */
export const push = (
  world: World,
  registry: Registry,
  given: { readonly repository: string; readonly tags: readonly string[] },
  at: number,
): Manifest => {
  const repository = registry.repositories.get(given.repository) ?? {
    name: given.repository,
    manifests: new Map(),
    tags: new Map(),
  };
  registry.repositories.set(repository.name, repository);
  const place = `${registry.name}/${repository.name}`;
  const base = digestOf(place);
  const own = digestOf(`${place} ${at} ${given.tags.join()} ${repository.manifests.size}`);
  const blobs = [
    { digest: base, compressedBytes: sizeOf(base, 28_000_000, 4_000_000) },
    { digest: own, compressedBytes: sizeOf(own, 9_000_000, 6_000_000) },
  ];
  const compressedBytes = blobs.reduce((sum, blob) => sum + blob.compressedBytes, 0);
  const manifest: Manifest = {
    digest: digestOf(`${base} ${own}`),
    blobs,
    compressedBytes,
    bytes: Math.round(compressedBytes * unpacked),
    updatedAt: at,
  };
  for (const blob of blobs) registry.blobs.set(blob.digest, blob);
  repository.manifests.set(manifest.digest, manifest);
  for (const tag of given.tags) {
    repository.tags.set(tag, { digest: manifest.digest, updatedAt: at });
  }
  countLater(world, registry, at);
  return manifest;
};

/** The tags that stand for a manifest. */
export const tagsOf = ({ tags }: Repository, { digest }: Manifest): readonly string[] =>
  [...tags].flatMap(([name, tag]) => (tag.digest === digest ? [name] : []));

/** Takes a manifest away with its tags; a repository without any is gone. Its blobs stay until they are collected. */
export const dropManifest = (
  registry: Registry,
  repository: Repository,
  manifest: Manifest,
): void => {
  for (const tag of tagsOf(repository, manifest)) repository.tags.delete(tag);
  repository.manifests.delete(manifest.digest);
  if (repository.manifests.size === 0) registry.repositories.delete(repository.name);
};
