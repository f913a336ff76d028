// What registries, their contents and their clean-ups look like, on the present road to them and on the older one.
import type { LifeCycle } from '../../endpoint/life-cycle.ts';
import type { Reply, View } from '../../endpoint/reply.ts';

/** Registries. */
export const registryColumns: View = {
  columns: [
    'name',
    'region',
    { name: 'tier', at: 'subscription.tier.slug' },
    { name: 'monthly_price_in_cents', at: 'subscription.tier.monthly_price_in_cents' },
    'storage_usage_bytes',
    'created_at',
  ],
};

/** Repositories with their latest manifest. */
export const repositoryColumns: View = {
  columns: [
    'name',
    'tag_count',
    'manifest_count',
    { name: 'latest_tags', at: 'latest_manifest.tags' },
    { name: 'latest_digest', at: 'latest_manifest.digest' },
    { name: 'latest_size_bytes', at: 'latest_manifest.compressed_size_bytes' },
    { name: 'updated_at', at: 'latest_manifest.updated_at' },
  ],
};

/** Tags of a repository. */
export const tagColumns: View = {
  columns: ['tag', 'manifest_digest', 'compressed_size_bytes', 'size_bytes', 'updated_at'],
};

/** Manifests of a repository; their blobs would be most of the answer. */
export const manifestColumns: View = {
  columns: ['digest', 'tags', 'compressed_size_bytes', 'size_bytes', 'updated_at'],
};

/** Clean-ups that were. */
export const collectionColumns: View = {
  columns: ['uuid', 'status', 'blobs_deleted', 'freed_bytes', 'created_at', 'updated_at'],
};

/** Past clean-ups come in pages, and the reply neither links to the next one nor counts them. */
export const collections: Reply = {
  kind: 'list',
  key: 'garbage_collections',
  paging: { style: 'numbered', largest: 200, size: 'per_page', pages: 'meta.pages' },
};

/** How a clean-up goes on; the reply only knows the one that runs, so that none means the end. */
export const collectionLife: Omit<LifeCycle, 'poll'> = {
  state: 'garbage_collection.status',
  done: ['succeeded'],
  failed: ['failed', 'cancelled'],
  missing: 'done',
  usually: 900,
  what: 'garbage collection',
};
