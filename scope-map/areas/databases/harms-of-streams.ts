// What goes with topics, schemas, indexes and log sinks of databases.
import type { Hanging, Harms, Thing } from '../../endpoint/harm.ts';
import { argument, look } from '../../entry/looks.ts';
import { id, ofCluster, users } from './around.ts';

const topic: Thing = {
  look: look('databases_get_kafka_topic', {
    database_cluster_uuid: id,
    topic_name: argument('topic_name'),
  }),
  details: [{ at: 'partitions', as: 'count', says: 'partition' }, { at: 'state' }],
};

const groups: Hanging = {
  kind: 'consumer group',
  asks: 'who reads from it',
  fate: 'loses',
  at: 'partitions.consumer_groups',
  named: 'group_name',
};

/** By operation id. */
export const harmsOfStreams: Harms = {
  databases_update_kafka_topic: {
    kind: 'topic',
    name: 'topic_name',
    thing: topic,
    losesData: [
      { argument: 'config.retention_ms' },
      { argument: 'config.retention_bytes' },
      { argument: 'config.cleanup_policy' },
    ],
    hangs: [{ ...groups, note: 'which have not read what goes' }],
  },
  databases_delete_kafka_topic: {
    kind: 'topic',
    name: 'topic_name',
    thing: topic,
    losesData: true,
    hangs: [groups],
  },
  databases_delete_kafka_schema: {
    kind: 'subject of the schema registry',
    name: 'subject_name',
    thing: {
      look: look('databases_get_kafka_schema', {
        database_cluster_uuid: id,
        subject_name: argument('subject_name'),
      }),
      named: 'subject_name',
      details: [{ at: 'schema_type' }, { at: 'version', says: 'version {}' }],
    },
    losesData: true,
    hangs: [
      {
        kind: 'topic',
        asks: 'which topics the cluster has',
        fate: 'stays',
        look: look('databases_list_kafka_topics', { database_cluster_uuid: id }),
        note: 'whose messages can no longer be read where they are of this schema',
      },
    ],
  },
  databases_delete_logsink: {
    kind: 'log sink',
    thing: {
      look: look('databases_get_logsink', {
        database_cluster_uuid: id,
        logsink_id: argument('logsink_id'),
      }),
      named: 'sink_name',
      details: [{ at: 'sink_type' }, { at: 'config.server', says: 'to {}' }],
    },
    hangs: [{ ...ofCluster, fate: 'loses', note: 'its logs are forwarded there no longer' }],
  },
  databases_delete_opensearch_index: {
    kind: 'index',
    name: 'index_name',
    thing: {
      look: look('databases_list_opeasearch_indexes', { database_cluster_uuid: id }),
      at: '',
      belongs: [{ at: 'index_name', is: argument('index_name') }],
      named: 'index_name',
      details: [{ at: 'size', as: 'bytes' }, { at: 'status' }, { at: 'created_time', as: 'age' }],
    },
    losesData: true,
    hangs: [
      ...users,
      {
        kind: 'knowledge base',
        asks: 'which knowledge bases keep their content in the cluster',
        fate: 'loses',
        look: look('genai_list_knowledge_bases', {}),
        belongs: [{ at: 'database_id', is: id }],
      },
    ],
  },
};
