// How changes of database clusters and their settings are put back; what is in them is not.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  former,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';
import { undosInside } from './undo-inside.ts';

const itself = { database_cluster_uuid: argument('database_cluster_uuid') };
const cluster = look('databases_get_cluster', itself);

/** Settings that a read of their own tells in the very form in which they are set. */
export const undos: Undos = {
  databases_create_cluster: removes(
    look('databases_get_cluster', { database_cluster_uuid: reply('database.id') }),
    call('databases_destroy_cluster', { database_cluster_uuid: reply('database.id') }),
    ['name', 'size', 'num_nodes', 'tags'],
    'whatever was written into it since is lost',
  ),
  databases_destroy_cluster: cannot(
    'its data is gone; a cluster can be made from a backup as long as DigitalOcean keeps one',
  ),
  databases_update_clusterSize: restores(
    cluster,
    call('databases_update_clusterSize', { ...itself, ...asBefore('size', 'num_nodes') }),
    { differs: 'storage that was made larger stays, and a smaller size may be too small for it' },
  ),
  databases_update_region: restores(
    cluster,
    call('databases_update_region', { ...itself, ...asBefore('region') }),
    { differs: 'addresses change once more' },
  ),
  databases_update_major_version: cannot('a version does not go back'),
  databases_install_update: cannot('an update does not go back'),
  databases_patch_config: restores(
    look('databases_get_config', itself),
    call('databases_patch_config', { ...itself, config: former('') }),
  ),
  databases_update_autoscale: restores(
    look('databases_get_autoscale', itself),
    call('databases_update_autoscale', { ...itself, ...asBefore('storage') }),
  ),
  databases_update_maintenanceWindow: restores(
    cluster,
    call('databases_update_maintenanceWindow', {
      ...itself,
      ...asBefore(['day', 'maintenance_window.day'], ['hour', 'maintenance_window.hour']),
    }),
  ),
  databases_update_do_settings: restores(
    look('databases_get_do_settings', itself),
    call('databases_update_do_settings', { ...itself, do_settings: former('') }),
  ),
  databases_update_evictionPolicy: restores(
    look('databases_get_evictionPolicy', itself),
    call('databases_update_evictionPolicy', { ...itself, ...asBefore('eviction_policy') }),
  ),
  databases_update_sql_mode: restores(
    look('databases_get_sql_mode', itself),
    call('databases_update_sql_mode', { ...itself, ...asBefore('sql_mode') }),
  ),
  databases_update_cluster_metrics_credentials: cannot('the former password is not kept'),
  databases_update_firewall_rules: {
    state: look('databases_list_firewall_rules', itself),
    watches: ['items.type', 'items.value'],
    ways: [
      {
        calls: [call('databases_update_firewall_rules', { ...itself, rules: former('items') })],
      },
    ],
  },
  ...undosInside,
};
