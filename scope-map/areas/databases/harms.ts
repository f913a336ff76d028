// What goes with database clusters, databases and replicas, and who can no longer reach them.
import type { Harms } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import {
  apps,
  backups,
  cluster,
  id,
  ofCluster,
  pools,
  replicas,
  sources,
  users,
} from './around.ts';
import { harmsOfStreams } from './harms-of-streams.ts';
import { harmsOfUsers } from './harms-of-users.ts';

const whole = { kind: 'database cluster', known: 'database_cluster_uuid', thing: cluster } as const;

/** By operation id. */
export const harms: Harms = {
  databases_destroy_cluster: {
    ...whole,
    losesData: true,
    hangs: [
      replicas,
      backups,
      {
        kind: 'database',
        asks: 'which databases are in it',
        fate: 'destroyed',
        at: 'db_names',
        named: '',
      },
      {
        kind: 'database user',
        asks: 'which users it has',
        fate: 'destroyed',
        at: 'users',
      },
      pools,
      apps,
      sources,
    ],
  },
  databases_update_do_settings: {
    ...whole,
    tellsAll: true,
    hangs: [
      {
        kind: 'host name of your own',
        asks: 'which host names of your own it has',
        fate: 'loses',
        at: 'do_settings.service_cnames',
        named: '',
        note: 'no longer covered by its certificate',
      },
    ],
  },
  databases_update_cluster_metrics_credentials: {
    kind: 'metrics credentials',
    hangs: [
      {
        kind: 'database cluster',
        asks: 'which clusters have metrics',
        fate: 'loses',
        look: look('databases_list_clusters', {}),
        note: 'scraped with the old credentials, if at all',
      },
    ],
  },
  databases_update_firewall_rules: {
    ...whole,
    tellsAll: true,
    hangs: [{ ...sources, fate: 'destroyed', note: 'every address may connect without them' }],
  },
  databases_delete: {
    kind: 'database',
    name: 'database_name',
    thing: {
      look: look('databases_get', {
        database_cluster_uuid: id,
        database_name: argument('database_name'),
      }),
    },
    losesData: true,
    hangs: [
      {
        ...pools,
        asks: 'which connection pools lead to it',
        fate: 'loses',
        belongs: [{ at: 'db', is: argument('database_name') }],
      },
      {
        ...apps,
        belongs: [{ at: 'spec.databases.db_name', is: argument('database_name') }],
        note: 'using a database of this name',
      },
      ...users,
    ],
  },
  databases_destroy_replica: {
    kind: 'replica',
    name: 'replica_name',
    thing: {
      look: look('databases_get_replica', {
        database_cluster_uuid: id,
        replica_name: argument('replica_name'),
      }),
      details: [
        { at: 'size' },
        { at: 'region', says: 'in {}' },
        { at: 'created_at', as: 'age' },
        { at: 'tags', says: 'tagged {}' },
      ],
    },
    hangs: [{ ...ofCluster, note: 'with all data' }],
  },
  databases_delete_onlineMigration: {
    kind: 'migration',
    thing: {
      look: look('databases_get_migrationStatus', { database_cluster_uuid: id }),
      named: 'id',
      details: [{ at: 'status' }, { at: 'created_at', as: 'age' }],
    },
    hangs: [{ ...ofCluster, note: 'with what was copied so far' }],
  },
  ...harmsOfUsers,
  ...harmsOfStreams,
};
