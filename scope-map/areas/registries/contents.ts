// What is in a container registry: repositories, tags, manifests, and clearing out what nothing refers to.
import { argument, read } from '../../entry/follow-ups.ts';
import { entriesOf } from '../../entry/part.ts';
import { nothing, object, pagedList } from '../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import {
  collectionColumns,
  collectionLife,
  collections,
  manifestColumns,
  repositoryColumns,
  tagColumns,
} from './views.ts';

const running = read('registries_get_garbageCollection', {
  registry_name: argument('registry_name'),
});

/** Images and clean-ups. */
export const contents = entriesOf(facts, {
  registries_list_repositoriesV2: {
    title: 'List repositories',
    description:
      'Lists the repositories of a registry, each with counts of tags and manifests and its latest image.',
    reply: pagedList('repositories'),
    view: repositoryColumns,
  },
  registries_delete_repository: {
    title: 'Delete a repository',
    description:
      'Deletes a repository with all tags and images for good; storage is freed by registries_run_garbage_collection.',
    reply: nothing,
  },
  registries_list_repositoryTags: {
    title: 'List image tags',
    description: 'Lists the tags of a repository with digest, size and time of the last push.',
    reply: pagedList('tags'),
    view: tagColumns,
  },
  registries_delete_repositoryTag: {
    title: 'Delete an image tag',
    description:
      'Takes a tag off its image; the image stays and can be pulled by digest until its manifest is deleted.',
    reply: nothing,
  },
  registries_list_repositoryManifests: {
    title: 'List image manifests',
    description:
      'Lists all images of a repository by digest, also those without a tag, with size and age; detail "full" shows their layers.',
    reply: pagedList('manifests'),
    view: manifestColumns,
  },
  registries_delete_repositoryManifest: {
    title: 'Delete an image manifest',
    description:
      'Deletes an image with all its tags for good; storage is freed by registries_run_garbage_collection.',
    reply: nothing,
  },
  registries_run_garbageCollection: {
    title: 'Start a garbage collection',
    description:
      'Frees storage of what no image refers to any more; nothing can be pushed to the registry meanwhile, often for a quarter of an hour. One at a time.',
    effect: 'write',
    reply: object('garbage_collection'),
    watch: { ...collectionLife, poll: running },
  },
  registries_get_garbageCollection: {
    title: 'Get the running garbage collection',
    description:
      'Shows how far the running garbage collection of a registry is; not found when none runs. Earlier ones: registries_list_garbage_collections.',
    reply: object('garbage_collection'),
    watch: { ...collectionLife, poll: running },
    hints: [
      {
        status: 404,
        next: 'None runs, or there is no such registry: registries_list_garbage_collections tells how the last ones ended and what they freed.',
      },
    ],
  },
  registries_list_garbageCollections: {
    title: 'List garbage collections',
    description:
      'Lists past garbage collections of a registry with how they ended and what they freed.',
    reply: collections,
    view: collectionColumns,
  },
  registries_update_garbageCollection: {
    title: 'Cancel a garbage collection',
    description:
      'Stops a running garbage collection, so that images can be pushed again; what it has freed is gone.',
    effect: 'write',
    reply: object('garbage_collection'),
  },
});
