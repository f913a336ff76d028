// How people ask for the older road to container registries: seldom, and by its own names.
import type { Askings } from '../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  registry_get: { asked: ['the single registry of the account by the old call'], common: 0 },
  registry_create: { asked: ['create a registry the way old scripts do'], common: 0 },
  registry_delete: { asked: ['delete the one registry without naming it'], common: 0 },
  registry_validate_name: { asked: ['old check whether a registry name is free'], common: 0 },
  registry_get_dockerCredentials: {
    asked: ['docker credentials of the single registry by the old call'],
    common: 0,
  },
  registry_get_options: { asked: ['registry options by the old call'], common: 0 },
  registry_get_subscription: { asked: ['plan of the single registry by the old call'], common: 0 },
  registry_update_subscription: {
    asked: ['change the plan of the single registry by the old call'],
    common: 0,
  },
  registry_list_repositories: {
    asked: ['repositories with their latest tag, old format'],
    common: 0,
  },
  registry_list_repositoriesV2: { asked: ['repositories by the old v2 call'], common: 0 },
  registry_list_repositoryTags: { asked: ['image tags by the old registry call'], common: 0 },
  registry_delete_repositoryTag: { asked: ['delete a tag by the old registry call'], common: 0 },
  registry_list_repositoryManifests: { asked: ['manifests by the old registry call'], common: 0 },
  registry_delete_repositoryManifest: {
    asked: ['delete a manifest by the old registry call'],
    common: 0,
  },
  registry_run_garbageCollection: {
    asked: [
      'clean up untagged manifests in the registry',
      'garbage collection of all untagged images',
    ],
    common: 0,
  },
  registry_get_garbageCollection: {
    asked: ['running clean-up by the old registry call'],
    common: 0,
  },
  registry_list_garbageCollections: {
    asked: ['past clean-ups by the old registry call'],
    common: 0,
  },
  registry_update_garbageCollection: {
    asked: ['cancel a clean-up by the old registry call'],
    common: 0,
  },
};
