// The older road to what is in a registry: repositories, tags, manifests and clean-ups.
import { argument, read } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import {
  collectionColumns,
  collectionLife,
  collections,
  manifestColumns,
  repositoryColumns,
  tagColumns,
} from '../registries/views.ts';
import facts from './facts.json' with { type: 'json' };

const running = read('registry_get_garbageCollection', {
  registry_name: argument('registry_name'),
});

const untagged = ['untagged manifests only', 'untagged manifests and unreferenced blobs'] as const;

/** Images and clean-ups. */
export const contents = entriesOf(facts, {
  registry_list_repositories: {
    title: 'List repositories, oldest way',
    description:
      'Lists the repositories of a registry with the latest tag of each, without digests of untagged images.',
    deprecated: 'Use registries_list_repositories_v2.',
    reply: pagedList('repositories'),
    view: {
      columns: [
        'name',
        'tag_count',
        { name: 'latest', at: 'latest_tag.tag' },
        { name: 'latest_digest', at: 'latest_tag.manifest_digest' },
        { name: 'updated_at', at: 'latest_tag.updated_at' },
      ],
    },
  },
  registry_list_repositoriesV2: {
    title: 'List repositories, older way',
    description: 'Lists the repositories of a registry, each with its latest image.',
    deprecated: 'Use registries_list_repositories_v2.',
    reply: pagedList('repositories'),
    view: repositoryColumns,
  },
  registry_list_repositoryTags: {
    title: 'List image tags, older way',
    description: 'Lists the tags of a repository with digest, size and time of the last push.',
    deprecated: 'Use registries_list_repository_tags.',
    reply: pagedList('tags'),
    view: tagColumns,
  },
  registry_delete_repositoryTag: {
    title: 'Delete an image tag, older way',
    description: 'Takes a tag off its image; the image stays until its manifest is deleted.',
    deprecated: 'Use registries_delete_repository_tag.',
    reply: nothing,
  },
  registry_list_repositoryManifests: {
    title: 'List image manifests, older way',
    description: 'Lists all images of a repository by digest, also those without a tag.',
    deprecated: 'Use registries_list_repository_manifests.',
    reply: pagedList('manifests'),
    view: manifestColumns,
  },
  registry_delete_repositoryManifest: {
    title: 'Delete an image manifest, older way',
    description: 'Deletes an image with all its tags for good.',
    deprecated: 'Use registries_delete_repository_manifest.',
    reply: nothing,
  },
  registry_run_garbageCollection: {
    title: 'Start a garbage collection, older way',
    description:
      'Frees storage of what no image refers to, or by type also images without a tag; nothing can be pushed meanwhile.',
    deprecated: 'Use registries_run_garbage_collection, unless images without a tag shall go too.',
    conditions: [
      {
        when: { argument: 'type', is: untagged },
        effect: 'destroy',
        loses: 'takes away images without a tag, which can still be pulled by digest',
      },
    ],
    effect: 'write',
    reply: object('garbage_collection'),
    watch: { ...collectionLife, poll: running },
  },
  registry_get_garbageCollection: {
    title: 'Get the running collection, older way',
    description: 'Shows how far the running garbage collection is; not found when none runs.',
    deprecated: 'Use registries_get_garbage_collection.',
    reply: object('garbage_collection'),
    watch: { ...collectionLife, poll: running },
  },
  registry_list_garbageCollections: {
    title: 'List garbage collections, older way',
    description: 'Lists past garbage collections of a registry and what they freed.',
    deprecated: 'Use registries_list_garbage_collections.',
    reply: collections,
    view: collectionColumns,
  },
  registry_update_garbageCollection: {
    title: 'Cancel a garbage collection, older way',
    description: 'Stops a running garbage collection, so that images can be pushed again.',
    deprecated: 'Use registries_update_garbage_collection.',
    effect: 'write',
    reply: object('garbage_collection'),
  },
});
