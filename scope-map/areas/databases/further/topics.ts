// Topics of Kafka clusters.
import type { Behaviour } from '../../../endpoint/behaviour.ts';
import type { LifeCycle } from '../../../endpoint/life-cycle.ts';
import { overwrites } from '../../../entry/conditions.ts';
import { argument, read, reply } from '../../../entry/follow-ups.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };
import { topicConfig } from './full-schemas.ts';

const cluster = { database_cluster_uuid: argument('database_cluster_uuid') };

const life: LifeCycle = {
  poll: read('databases_get_kafka_topic', { ...cluster, topic_name: argument('topic_name') }),
  state: 'topic.state',
  done: ['active'],
  failed: [],
  usually: 15,
  what: 'topic',
};

const collection: Behaviour = {
  as: 'collection',
  by: 'name',
  merges: true,
  grows: ['partition_count'],
  within: { field: 'database.engine', is: ['kafka'] },
  lives: { field: 'state', first: 'configuring', last: 'active', seconds: 5 },
};

const view = { drops: ['partitions', 'config'] };

/** Kafka topics. */
export const topics = entriesOf(facts, {
  databases_list_kafka_topics: {
    title: 'List Kafka topics',
    description: 'Lists the topics of a Kafka cluster with partitions, replication and state.',
    reply: { kind: 'list', key: 'topics', paging: { style: 'none' } },
    view: { columns: ['name', 'state', 'partition_count', 'replication_factor'] },
    simulate: collection,
  },
  databases_get_kafka_topic: {
    title: 'Get a Kafka topic',
    description:
      'Shows one topic: settings, partitions with their size, and how far each consumer group is.',
    reply: object('topic'),
    watch: life,
    simulate: collection,
  },
  databases_create_kafka_topic: {
    title: 'Create a Kafka topic',
    description:
      'Creates a topic in a Kafka cluster, at no further cost; partitions can be added later, never taken away.',
    effect: 'write',
    reply: object('topic'),
    view,
    watch: {
      ...life,
      poll: read('databases_get_kafka_topic', { ...cluster, topic_name: reply('topic.name') }),
      missing: 'wait',
    },
    inFull: { config: topicConfig },
    simulate: collection,
    says: { name: 'Name of the topic.' },
  },
  databases_update_kafka_topic: {
    title: 'Change a Kafka topic',
    description:
      'Adds partitions to a topic, or changes its replication or settings; keeping messages for a shorter time deletes older ones.',
    conditions: [
      overwrites('config.retention_ms', 'replaces how long messages are kept; older ones go'),
      overwrites('config.retention_bytes', 'replaces how much is kept; the oldest beyond it goes'),
      overwrites('config.cleanup_policy', 'replaces which messages are kept'),
    ],
    rules: [{ kind: 'any_of', arguments: ['partition_count', 'replication_factor', 'config'] }],
    effect: 'write',
    reply: object('topic'),
    view,
    watch: { ...life, settles: 5 },
    inFull: { config: topicConfig },
    simulate: collection,
    says: { partition_count: 'Partitions from now on; never fewer than there are.' },
  },
  databases_delete_kafka_topic: {
    title: 'Delete a Kafka topic',
    description: 'Deletes a topic of a Kafka cluster with all its messages, for good.',
    reply: nothing,
    watch: { ...life, done: [], missing: 'done' },
    simulate: collection,
  },
});
