// Registries, plans and what registries hold, as DigitalOcean shows them.
import { forPeople } from '../../exchange/times.ts';
import type { Subscription } from '../../things/registries/plan.ts';
import {
  type Manifest,
  type Registry,
  type Repository,
  tagsOf,
} from '../../things/registries/registry.ts';

/** A registry. */
export const registryView = (registry: Registry) => ({
  name: registry.name,
  created_at: forPeople(registry.createdAt),
  region: registry.region,
  storage_usage_bytes: registry.usage.bytes,
  storage_usage_bytes_updated_at: forPeople(registry.usage.at),
});

/** A plan that was taken. */
export const subscriptionView = ({ plan, createdAt, updatedAt }: Subscription) => ({
  tier: plan,
  created_at: forPeople(createdAt),
  updated_at: forPeople(updatedAt),
});

/** A registry together with the account's plan, as lists and the older road show it. */
export const withPlan = (registry: Registry, subscription: Subscription | null) => ({
  ...registryView(registry),
  ...(subscription === null ? {} : { subscription: subscriptionView(subscription) }),
});

/** A manifest. */
export const manifestView = (registry: Registry, repository: Repository, manifest: Manifest) => ({
  digest: manifest.digest,
  registry_name: registry.name,
  repository: repository.name,
  compressed_size_bytes: manifest.compressedBytes,
  size_bytes: manifest.bytes,
  updated_at: forPeople(manifest.updatedAt),
  tags: tagsOf(repository, manifest),
  blobs: manifest.blobs.map(({ digest, compressedBytes }) => ({
    digest,
    compressed_size_bytes: compressedBytes,
  })),
});

/** A tag with the size of what it stands for. */
export const tagView = (registry: Registry, repository: Repository, tag: string) => {
  const kept = repository.tags.get(tag);
  const manifest = repository.manifests.get(kept?.digest ?? '');
  return {
    registry_name: registry.name,
    repository: repository.name,
    tag,
    manifest_digest: kept?.digest ?? '',
    compressed_size_bytes: manifest?.compressedBytes ?? 0,
    size_bytes: manifest?.bytes ?? 0,
    updated_at: forPeople(kept?.updatedAt ?? 0),
  };
};

/** A repository with its latest manifest. */
export const repositoryView = (registry: Registry, repository: Repository) => {
  const latest = [...repository.manifests.values()].at(-1);
  return {
    registry_name: registry.name,
    name: repository.name,
    ...(latest ? { latest_manifest: manifestView(registry, repository, latest) } : {}),
    tag_count: repository.tags.size,
    manifest_count: repository.manifests.size,
  };
};

/** A repository with its latest tag, as it was shown before. */
export const olderRepositoryView = (registry: Registry, repository: Repository) => {
  const latest = [...repository.tags.keys()].at(-1);
  return {
    registry_name: registry.name,
    name: repository.name,
    ...(latest === undefined ? {} : { latest_tag: tagView(registry, repository, latest) }),
    tag_count: repository.tags.size,
  };
};
