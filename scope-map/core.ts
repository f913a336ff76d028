// The core: operations that are listed as tools of their own when nobody asks for more. Everything else is found.
import type { OperationId } from './operation-id.ts';
import { operationIndex } from './operation-index.ts';
import type { Shelf } from './shelves.ts';

/** The 48 operations that the catalogue began with. */
export const seed: readonly OperationId[] = [
  'account_get',
  'droplets_list',
  'droplets_get',
  'droplets_create',
  'droplets_destroy',
  'droplets_list_snapshots',
  'dropletActions_list',
  'dropletActions_get',
  'dropletActions_post',
  'kubernetes_list_clusters',
  'kubernetes_get_cluster',
  'kubernetes_create_cluster',
  'kubernetes_delete_cluster',
  'databases_list_clusters',
  'databases_get_cluster',
  'databases_create_cluster',
  'domains_list',
  'domains_create',
  'domains_delete',
  'domains_list_records',
  'domains_create_record',
  'domains_update_record',
  'domains_delete_record',
  'loadBalancers_list',
  'loadBalancers_get',
  'loadBalancers_create',
  'loadBalancers_delete',
  'volumes_list',
  'volumes_create',
  'volumes_delete',
  'snapshots_list',
  'snapshots_get',
  'snapshots_delete',
  'firewalls_list',
  'firewalls_create',
  'firewalls_update',
  'firewalls_delete',
  'apps_list',
  'apps_get',
  'apps_create',
  'apps_delete',
  'apps_create_deployment',
  'projects_list',
  'projects_get',
  'projects_create',
  'spacesKey_list',
  'spacesKey_create',
  'spacesKey_delete',
];

/** What ordinary jobs turned out to need beside them, by trial. */
const needed: readonly OperationId[] = [
  'balance_get',
  'kubernetes_list_options',
  'kubernetes_add_nodePool',
  'kubernetes_update_nodePool',
  'databases_list_options',
  'databases_destroy_cluster',
  'reservedIPs_list',
  'reservedIPs_create',
  'reservedIPsActions_post',
  'volumeActions_post_byId',
  'apps_get_logs_active_deployment_aggregate',
  'projects_list_resources',
  'projects_assign_resources',
  'tags_create',
  'tags_assign_resources',
  'actions_get',
  'regions_list',
  'sizes_list',
  'images_list',
  'sshKeys_list',
  'sshKeys_create',
  'vpcs_list',
];

/** Every operation of the core. */
export const core: ReadonlySet<OperationId> = new Set([...seed, ...needed]);

/** The shelves on which operations of the core stand: what a start reads. */
export const coreShelves: ReadonlySet<Shelf> = new Set(
  [...core].map((id): Shelf => {
    const { area, further } = operationIndex[id];
    return further ? `${area}/further` : area;
  }),
);
