// Why DigitalOcean would refuse what is done with container registries.
import type { Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustExist, untold } from '../../entry/refusals.ts';

const repository = look(
  looking('registries_list_repositoriesV2', { registry_name: 'registry_name' }),
  [ground('missing', 'there is no repository {repository_name}')],
  { among: { list: 'repositories', where: { name: 'repository_name' } } },
);

/** By operation id. */
export const refusals: Refusals = {
  registries_create: [
    look(looking('registries_validate_name', { name: 'name' }), [
      ground('refused', 'the name {name} is taken, or none that a registry may have'),
    ]),
    untold('whether the plan allows for one registry more'),
  ],
  registries_delete: [],
  registries_update_subscription: [
    mustExist(looking('registries_get_subscription', {}), 'the account has no subscription'),
    untold('whether what is stored fits into the plan'),
  ],
  registries_delete_repository: [repository],
  registries_delete_repositoryTag: [
    repository,
    look(
      looking('registries_list_repositoryTags', {
        registry_name: 'registry_name',
        repository_name: 'repository_name',
      }),
      [ground('missing', 'there is no tag {repository_tag}')],
      { among: { list: 'tags', where: { tag: 'repository_tag' } } },
    ),
  ],
  registries_delete_repositoryManifest: [
    repository,
    look(
      looking('registries_list_repositoryManifests', {
        registry_name: 'registry_name',
        repository_name: 'repository_name',
      }),
      [ground('missing', 'there is no manifest {manifest_digest}')],
      { among: { list: 'manifests', where: { digest: 'manifest_digest' } } },
    ),
  ],
  registries_run_garbageCollection: [
    look(looking('registries_get_garbageCollection', { registry_name: 'registry_name' }), [
      ground('there', 'a garbage collection is under way'),
    ]),
  ],
  registries_update_garbageCollection: [
    look(looking('registries_get_garbageCollection', { registry_name: 'registry_name' }), [
      ground('gone', 'no garbage collection is under way'),
      ground(
        { at: 'garbage_collection.uuid', lacks: 'garbage_collection_uuid' },
        'another garbage collection is under way',
      ),
    ]),
  ],
};
