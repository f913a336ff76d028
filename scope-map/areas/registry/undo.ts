// How changes of container registries are put back; images are not.
import type { Undos } from '../../endpoint/undo.ts';
import { call, cannot, former, look, removes, restores } from '../../entry/undos.ts';

const gone = cannot('images that are deleted do not come back');

/** By operation id. */
export const undos: Undos = {
  registry_create: removes(
    look('registry_get', {}),
    call('registry_delete', {}),
    ['region'],
    'images that were pushed since are lost',
  ),
  registry_delete: gone,
  registry_update_subscription: restores(
    look('registry_get_subscription', {}),
    call('registry_update_subscription', { tier_slug: former('tier.slug') }),
  ),
  registry_delete_repositoryTag: gone,
  registry_delete_repositoryManifest: gone,
  registry_run_garbageCollection: cannot('what was collected is gone'),
  registry_update_garbageCollection: cannot('a collection that was cancelled is started anew'),
};
