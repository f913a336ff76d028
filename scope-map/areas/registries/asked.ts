// How people ask for container registries and the images in them.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  registries_list: {
    asked: [
      'where are our docker images',
      'do we have a container registry',
      'how much space do the image registries use',
    ],
    common: 2,
  },
  registries_get: {
    asked: [
      'details of the registry named acme',
      'storage used by this registry',
      'which region is our docker registry in',
    ],
  },
  registries_create: {
    asked: [
      'set up a private docker registry',
      'i need a place to push images',
      'make a container registry in frankfurt',
    ],
  },
  registries_delete: {
    asked: ['get rid of the docker registry', 'remove the registry and all images in it'],
  },
  registries_validate_name: {
    asked: ['is this registry name still free', 'can i call my registry acme'],
    common: 0,
  },
  registries_get_dockerCredentials: {
    asked: [
      'docker login for our registry',
      'config.json so that ci can push images',
      'pull secret for the registry',
      'password for registry.digitalocean.com',
    ],
  },
  registries_get_options: {
    asked: [
      'what do registry plans cost',
      'which registry tiers are there',
      'where can a registry be',
    ],
  },
  registries_get_subscription: {
    asked: [
      'what do we pay for the registry',
      'which registry plan are we on',
      'how many repositories are included',
    ],
  },
  registries_update_subscription: {
    asked: [
      'upgrade the registry to professional',
      'switch the docker registry to a cheaper plan',
      'we need more image storage',
    ],
  },
  registries_list_repositoriesV2: {
    asked: [
      'which images are in the registry',
      'show docker repositories',
      'what has been pushed lately',
    ],
    common: 2,
  },
  registries_delete_repository: {
    asked: [
      'delete an old image with all its versions',
      'drop the repository api-server from the registry',
    ],
  },
  registries_list_repositoryTags: {
    asked: ['which versions of the image exist', 'is tag v2 pushed', 'newest tag of the web image'],
  },
  registries_delete_repositoryTag: {
    asked: ['remove the tag staging from an image', 'untag an image'],
  },
  registries_list_repositoryManifests: {
    asked: ['which images have no tag', 'digests of an image', 'how big is each image version'],
  },
  registries_delete_repositoryManifest: {
    asked: [
      'delete an image by its digest',
      'throw away untagged images',
      'remove one old build from the registry',
    ],
  },
  registries_run_garbageCollection: {
    asked: [
      'clean up the registry',
      'free space in the docker registry',
      'why is the registry full although i deleted images',
    ],
  },
  registries_get_garbageCollection: {
    asked: ['is the registry clean-up done', 'why can i not push right now'],
  },
  registries_list_garbageCollections: {
    asked: ['when was the registry last cleaned', 'how much did past clean-ups free'],
  },
  registries_update_garbageCollection: {
    asked: ['cancel the registry clean-up', 'stop the garbage collection, i must push now'],
    common: 0,
  },
};
