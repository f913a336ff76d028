// How changes of container registries are put back; images are not.
import type { Undos } from '../../endpoint/undo.ts';
import { argument, call, cannot, former, look, removes, restores } from '../../entry/undos.ts';

const gone = cannot('images that are deleted do not come back');

/** By operation id. */
export const undos: Undos = {
  registries_create: removes(
    look('registries_get', { registry_name: argument('name') }),
    call('registries_delete', { registry_name: argument('name') }),
    ['region'],
    'images that were pushed since are lost',
  ),
  registries_delete: gone,
  registries_update_subscription: restores(
    look('registries_get_subscription', {}),
    call('registries_update_subscription', { tier_slug: former('tier.slug') }),
  ),
  registries_delete_repository: gone,
  registries_delete_repositoryTag: gone,
  registries_delete_repositoryManifest: gone,
  registries_run_garbageCollection: cannot('what was collected is gone'),
  registries_update_garbageCollection: cannot('a collection that was cancelled is started anew'),
};
