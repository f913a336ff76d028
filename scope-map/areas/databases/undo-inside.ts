// How changes inside a cluster are put back: users, pools, replicas, topics; a password or data is not.
import type { Undos } from '../../endpoint/undo.ts';
import {
  argument,
  asBefore,
  call,
  cannot,
  look,
  removes,
  reply,
  restores,
} from '../../entry/undos.ts';

const itself = { database_cluster_uuid: argument('database_cluster_uuid') };
const pool = { ...itself, pool_name: argument('pool_name') };
const poolNow = look('databases_get_connectionPool', pool);
const poolFields = asBefore('mode', 'size', 'db', 'user');
const topic = { ...itself, topic_name: argument('topic_name') };
const subject = { ...itself, subject_name: argument('subject_name') };
const user = { ...itself, username: argument('username') };
const itsName = argument('name');
const sinkSecret = cannot('the credentials of a log sink are not all shown');

/** By operation id. */
export const undosInside: Undos = {
  databases_add: removes(
    look('databases_get', { ...itself, database_name: itsName }),
    call('databases_delete', { ...itself, database_name: itsName }),
    ['name'],
    'whatever was written into it since is lost',
  ),
  databases_delete: cannot('the data of a database is gone with it'),
  databases_add_user: removes(
    look('databases_get_user', { ...itself, username: itsName }),
    call('databases_delete_user', { ...itself, username: itsName }),
    ['role'],
  ),
  databases_update_user: restores(
    look('databases_get_user', user),
    call('databases_update_user', { ...user, ...asBefore('settings') }),
  ),
  databases_reset_auth: cannot('the former password cannot be set again'),
  databases_delete_user: cannot('the former password cannot be set again'),
  databases_add_connectionPool: removes(
    look('databases_get_connectionPool', { ...itself, pool_name: itsName }),
    call('databases_delete_connectionPool', { ...itself, pool_name: itsName }),
    ['mode', 'size', 'db', 'user'],
  ),
  databases_update_connectionPool: restores(
    poolNow,
    call('databases_update_connectionPool', { ...pool, ...poolFields }),
  ),
  databases_delete_connectionPool: restores(
    poolNow,
    call('databases_add_connectionPool', { ...itself, ...asBefore('name'), ...poolFields }),
  ),
  databases_create_replica: removes(
    look('databases_get_replica', { ...itself, replica_name: itsName }),
    call('databases_destroy_replica', { ...itself, replica_name: itsName }),
    ['size'],
  ),
  databases_promote_replica: cannot('a replica that stands by itself is none any more'),
  databases_destroy_replica: restores(
    look('databases_get_replica', { ...itself, replica_name: argument('replica_name') }),
    call('databases_create_replica', {
      ...itself,
      ...asBefore('name', 'region', 'size', 'tags', 'private_network_uuid', 'storage_size_mib'),
    }),
    { differs: 'the replica gets another id, and other addresses' },
  ),
  databases_update_onlineMigration: {
    ways: [
      {
        calls: [call('databases_delete_onlineMigration', { ...itself, migration_id: reply('id') })],
        differs: 'data that was copied stays',
      },
    ],
  },
  databases_delete_onlineMigration: cannot('the password of the source is not shown'),
  databases_create_kafka_topic: removes(
    look('databases_get_kafka_topic', { ...itself, topic_name: itsName }),
    call('databases_delete_kafka_topic', { ...itself, topic_name: itsName }),
    ['replication_factor'],
    'messages that came in since are lost',
  ),
  databases_update_kafka_topic: restores(
    look('databases_get_kafka_topic', topic),
    call('databases_update_kafka_topic', {
      ...topic,
      ...asBefore('replication_factor', 'config'),
    }),
    { differs: 'partitions that were added stay' },
  ),
  databases_delete_kafka_topic: cannot('the messages of a topic are gone with it'),
  databases_create_kafka_schema: removes(
    look('databases_get_kafka_schema', { ...itself, subject_name: argument('subject_name') }),
    call('databases_delete_kafka_schema', { ...itself, subject_name: argument('subject_name') }),
    ['schema_type'],
    'all versions of the subject go',
  ),
  databases_delete_kafka_schema: restores(
    look('databases_get_kafka_schema', subject),
    call('databases_create_kafka_schema', {
      ...itself,
      ...asBefore('subject_name', 'schema_type', 'schema'),
    }),
    { differs: 'only the latest version of the schema comes back' },
  ),
  databases_update_kafka_schema_config: restores(
    look('databases_get_kafka_schema_config', itself),
    call('databases_update_kafka_schema_config', { ...itself, ...asBefore('compatibility_level') }),
  ),
  databases_update_kafka_schema_subject_config: restores(
    look('databases_get_kafka_schema_subject_config', subject),
    call('databases_update_kafka_schema_subject_config', {
      ...subject,
      ...asBefore('compatibility_level'),
    }),
  ),
  databases_create_logsink: removes(
    look('databases_get_logsink', { ...itself, logsink_id: reply('sink.sink_id') }),
    call('databases_delete_logsink', { ...itself, logsink_id: reply('sink.sink_id') }),
    ['sink_name', 'sink_type'],
  ),
  databases_update_logsink: sinkSecret,
  databases_delete_logsink: sinkSecret,
  databases_delete_opensearch_index: cannot('the documents of an index are gone with it'),
};
