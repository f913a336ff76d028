// Settings of database engines and topics in full: the tools' own schemas show the few that are asked for most.
import type { FullSchema } from '../../../endpoint/full-schema.ts';

/** The settings of all engines; which of them a cluster takes follows from its engine. */
export const engineConfig: FullSchema = {
  name: 'engine-config',
  read: async () => (await import('./engine-config.json', { with: { type: 'json' } })).default,
  shows: [
    'backup_hour',
    'backup_minute',
    'max_connections',
    'work_mem',
    'sql_mode',
    'slow_query_log',
    'long_query_time',
    'valkey_maxmemory_policy',
    'schema_registry',
  ],
};

/** The settings of a Kafka topic. */
export const topicConfig: FullSchema = {
  name: 'topic-config',
  read: async () => (await import('./topic-config.json', { with: { type: 'json' } })).default,
  shows: [
    'cleanup_policy',
    'retention_ms',
    'retention_bytes',
    'max_message_bytes',
    'min_insync_replicas',
  ],
};
