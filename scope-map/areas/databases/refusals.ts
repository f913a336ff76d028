// Why DigitalOcean would refuse what is done with databases.
import type { Check, Refusals } from '../../endpoint/refusals.ts';
import { looking } from '../../entry/looking.ts';
import { ground, look, mustBeNew, mustExist, openRegion, untold } from '../../entry/refusals.ts';

const options = looking('databases_list_options', {});
const list = looking('databases_list_clusters', {});
const itself = looking('databases_get_cluster', { database_cluster_uuid: 'database_cluster_uuid' });

const isOnline: Check = look(itself, [
  ground(
    { at: 'database.status', isNot: ['online'] },
    'something is done to the cluster, which has to end first',
  ),
]);

/** What only clusters of these engines have. */
const ofEngine = (says: string, ...engines: readonly [string, ...string[]]): Check =>
  look(itself, [ground({ at: 'database.engine', isNot: engines }, says)]);

/** The database and the user of a connection pool. */
const pooled: readonly Check[] = [
  look(
    looking('databases_list', { database_cluster_uuid: 'database_cluster_uuid' }),
    [ground('missing', 'there is no database {db}')],
    { when: { argument: 'db' }, among: { list: 'dbs', where: { name: 'db' } } },
  ),
  look(
    looking('databases_list_users', { database_cluster_uuid: 'database_cluster_uuid' }),
    [ground('missing', 'there is no user {user}')],
    { when: { argument: 'user' }, among: { list: 'users', where: { name: 'user' } } },
  ),
];

/** By operation id. */
export const refusals: Refusals = {
  databases_create_cluster: [
    openRegion(),
    look(
      options,
      [
        ground('missing', 'clusters of {engine} do not have {num_nodes} nodes'),
        ground({ at: 'sizes', lacks: 'size' }, 'nodes of {engine} cannot have the size {size}'),
      ],
      { among: { list: 'options.{engine}.layouts', where: { num_nodes: 'num_nodes' } } },
    ),
    look(options, [
      ground(
        { at: 'options.{engine}.regions', lacks: 'region' },
        '{engine} is not to be had in {region}',
      ),
      ground(
        { at: 'options.{engine}.versions', lacks: 'version' },
        '{engine} is not to be had in version {version}',
        { when: { argument: 'version' } },
      ),
    ]),
    mustBeNew(list, 'databases', { name: 'name' }, 'there is a cluster {name}'),
    mustExist(
      looking('vpcs_get', { vpc_id: 'private_network_uuid' }),
      'there is no VPC network {private_network_uuid}',
      {
        further: [
          ground({ at: 'vpc.region', lacks: 'region' }, 'the VPC network is not in {region}'),
        ],
      },
    ),
    look(
      list,
      [ground('missing', 'there is no cluster {backup_restore.database_name} to start from')],
      {
        when: { argument: 'backup_restore.database_name' },
        among: { list: 'databases', where: { name: 'backup_restore.database_name' } },
      },
    ),
    untold('whether the size leaves a choice of storage', { argument: 'storage_size_mib' }),
  ],
  databases_destroy_cluster: [],
  databases_update_clusterSize: [
    isOnline,
    look(
      options,
      [
        ground('missing', 'the cluster cannot have {num_nodes} nodes'),
        ground({ at: 'sizes', lacks: 'size' }, 'its nodes cannot have the size {size}'),
      ],
      {
        beside: { cluster: { read: itself, at: 'database' } },
        among: { list: 'options.{cluster.engine}.layouts', where: { num_nodes: 'num_nodes' } },
      },
    ),
    untold('whether the size leaves a choice of storage', { argument: 'storage_size_mib' }),
  ],
  databases_update_region: [
    openRegion(),
    isOnline,
    look(itself, [ground({ at: 'database.region', has: 'region' }, 'the cluster is in {region}')]),
  ],
  databases_update_major_version: [
    isOnline,
    look(
      options,
      [
        ground(
          { at: 'options.{cluster.engine}.versions', lacks: 'version' },
          'the engine is not to be had in version {version}',
        ),
      ],
      { beside: { cluster: { read: itself, at: 'database' } } },
    ),
    look(itself, [
      ground({ at: 'database.version', has: 'version' }, 'the cluster has version {version}'),
    ]),
    untold('whether the version is a later one'),
  ],
  databases_install_update: [isOnline, untold('whether there is an update to install')],
  databases_update_maintenanceWindow: [],
  databases_update_firewall_rules: [untold('whether there is what the rules name')],
  databases_add: [
    mustBeNew(
      looking('databases_list', { database_cluster_uuid: 'database_cluster_uuid' }),
      'dbs',
      { name: 'name' },
      'there is a database {name}',
    ),
  ],
  databases_delete: [],
  databases_add_user: [
    mustBeNew(
      looking('databases_list_users', { database_cluster_uuid: 'database_cluster_uuid' }),
      'users',
      { name: 'name' },
      'there is a user {name}',
    ),
    untold('whether the engine takes these settings', { argument: 'settings' }),
    untold('whether the engine takes these settings', { argument: 'mysql_settings' }),
  ],
  databases_update_user: [untold('whether the engine takes these settings')],
  databases_delete_user: [
    look(
      looking('databases_get_user', {
        database_cluster_uuid: 'database_cluster_uuid',
        username: 'username',
      }),
      [ground({ at: 'user.role', is: ['primary'] }, 'the primary user stays')],
    ),
  ],
  databases_reset_auth: [
    untold('whether the engine takes these settings', { argument: 'mysql_settings' }),
  ],
  databases_add_connectionPool: [
    look(itself, [
      ground(
        { at: 'database.engine', isNot: ['pg', 'advanced_pg'] },
        'only PostgreSQL has connection pools',
      ),
    ]),
    mustBeNew(
      looking('databases_list_connectionPools', { database_cluster_uuid: 'database_cluster_uuid' }),
      'pools',
      { name: 'name' },
      'there is a pool {name}',
    ),
    ...pooled,
  ],
  databases_update_connectionPool: [...pooled],
  databases_delete_connectionPool: [],
  databases_create_replica: [
    openRegion(),
    look(itself, [
      ground(
        { at: 'database.status', isNot: ['online'] },
        'the cluster is not ready to be copied yet',
      ),
    ]),
    mustBeNew(
      looking('databases_list_replicas', { database_cluster_uuid: 'database_cluster_uuid' }),
      'replicas',
      { name: 'name' },
      'there is a replica {name}',
    ),
    look(
      options,
      [
        ground(
          { at: 'options.{cluster.engine}.layouts.sizes', lacks: 'size' },
          'its node cannot have the size {size}',
          { when: { argument: 'size' } },
        ),
      ],
      { beside: { cluster: { read: itself, at: 'database' } } },
    ),
    look(itself, [
      ground(
        { at: 'database.engine', is: ['redis', 'valkey', 'mongodb', 'kafka', 'opensearch'] },
        'clusters of this engine have no replicas',
      ),
    ]),
    untold('whether the size leaves a choice of storage', { argument: 'storage_size_mib' }),
  ],
  databases_promote_replica: [
    look(
      looking('databases_get_replica', {
        database_cluster_uuid: 'database_cluster_uuid',
        replica_name: 'replica_name',
      }),
      [
        ground(
          { at: 'replica.status', isNot: ['active', 'online'] },
          'the replica is not ready yet',
        ),
      ],
    ),
    mustBeNew(list, 'databases', { name: 'replica_name' }, 'there is a cluster {replica_name}'),
  ],
  databases_destroy_replica: [],
  databases_update_sql_mode: [
    ofEngine('only MySQL has an SQL mode', 'mysql', 'advanced_mysql'),
    untold('whether the engine has this mode'),
  ],
  databases_update_evictionPolicy: [
    ofEngine('only Redis and Valkey evict keys', 'redis', 'valkey'),
  ],
  databases_patch_config: [untold('whether the engine has these settings')],
  databases_create_kafka_topic: [
    ofEngine('only Kafka has topics', 'kafka'),
    mustBeNew(
      looking('databases_list_kafka_topics', { database_cluster_uuid: 'database_cluster_uuid' }),
      'topics',
      { name: 'name' },
      'there is a topic {name}',
    ),
    untold('whether the topic can have so many copies and these settings'),
  ],
  databases_update_kafka_topic: [
    untold('whether the topic can have so many partitions and copies and these settings'),
  ],
  databases_delete_kafka_topic: [],
  databases_delete_logsink: [],
};
