// How people ask for topics, schemas, logs and indexes.
import type { Askings } from '../../../endpoint/asking.ts';

/** Requests by operation id. */
export const asked: Askings = {
  databases_list_kafka_topics: {
    asked: [
      'which topics are on kafka',
      'show all event streams',
      'how many partitions do my topics have',
    ],
  },
  databases_get_kafka_topic: {
    asked: [
      'how far behind is the consumer group',
      'retention of the orders topic',
      'size of each partition of a topic',
      'consumer lag',
    ],
  },
  databases_create_kafka_topic: {
    asked: [
      'new topic for orders with six partitions',
      'set up an event stream',
      'i need a compacted topic',
    ],
  },
  databases_update_kafka_topic: {
    asked: [
      'keep events for thirty days',
      'more partitions for the orders stream',
      'change retention of a topic',
    ],
  },
  databases_delete_kafka_topic: {
    asked: [
      'remove the test topic',
      'throw away a stream and its messages',
      'drop topic orders-old',
    ],
  },
  databases_list_kafka_schemas: {
    asked: [
      'which avro schemas are registered',
      'subjects in the schema registry',
      'show message formats of kafka',
    ],
  },
  databases_create_kafka_schema: {
    asked: [
      'register an avro schema for orders',
      'add a new version of the protobuf definition',
      'publish the message format to the registry',
    ],
  },
  databases_get_kafka_schema: {
    asked: [
      'what does the order message look like',
      'latest avro schema of a subject',
      'show the registered format of customer-value',
    ],
  },
  databases_get_kafka_schema_version: {
    asked: [
      'what was version 2 of the order schema',
      'older revision of a registered format',
      'compare with the previous avro version',
    ],
    common: 0,
  },
  databases_delete_kafka_schema: {
    asked: [
      'remove a subject from the schema registry',
      'unregister the old avro format',
      'drop the test schema of kafka',
    ],
  },
  databases_get_kafka_schema_config: {
    asked: [
      'does the registry enforce backward compatibility',
      'which compatibility level do our avro schemas have',
      'how strict is the schema registry',
    ],
    common: 0,
  },
  databases_update_kafka_schema_config: {
    asked: [
      'require full compatibility for all schemas',
      'stop the registry from checking compatibility',
      'make new avro versions backward compatible everywhere',
    ],
    common: 0,
  },
  databases_get_kafka_schema_subject_config: {
    asked: [
      'compatibility rule of the orders subject',
      'may this one schema break old readers',
      'how is customer-value checked in the registry',
    ],
    common: 0,
  },
  databases_update_kafka_schema_subject_config: {
    asked: [
      'allow breaking changes for just one subject',
      'set forward compatibility for orders-value',
      'relax the check of a single schema',
    ],
    common: 0,
  },
  databases_list_logsink: {
    asked: [
      'where do the database logs go',
      'is the db forwarding logs anywhere',
      'log targets of postgres',
    ],
  },
  databases_get_logsink: {
    asked: [
      'settings of the syslog target of the db',
      'which server gets the mysql logs',
      'details of one log destination of a database',
    ],
    common: 0,
  },
  databases_create_logsink: {
    asked: [
      'send postgres logs to our syslog server',
      'ship db logs to opensearch',
      'mongodb logs into datadog',
      'collect the database logs centrally',
    ],
  },
  databases_update_logsink: {
    asked: [
      'the log server moved, change where db logs go',
      'use tls for the syslog of the database',
      'new datadog key for mongodb logs',
    ],
    common: 0,
  },
  databases_delete_logsink: {
    asked: [
      'stop sending database logs away',
      'remove the syslog target of postgres',
      'no more db logs to datadog',
    ],
  },
  databases_list_opeasearch_indexes: {
    asked: [
      'which indices does opensearch have',
      'what takes so much space in elasticsearch',
      'health of the search indexes',
    ],
  },
  databases_delete_opensearch_index: {
    asked: [
      'drop the logs index from march',
      'free space in opensearch by removing an old index',
      'remove a search index with its documents',
    ],
  },
};
