// Where DigitalOcean's document is wrong about the further operations of managed databases.
import type { Correction } from '../../../corrections/correction.ts';

/** What we say instead, why, and how we know. */
export const corrections: readonly Correction[] = [
  {
    operations: ['databases_update_firewall_rules'],
    change: {
      kind: 'schema',
      at: 'body.rules.uuid',
      set: { format: 'uuid' },
      drop: ['pattern'],
    },
    why: 'The pattern is not anchored, so it checks nothing, and lets an empty id through.',
    source: 'the pattern itself',
  },
  {
    operations: ['databases_update_firewall_rules'],
    change: { kind: 'schema', at: 'body.rules', set: { maxItems: 100 } },
    why: 'A cluster has no more trusted sources than that.',
    source: 'description of the operation',
  },
  {
    operations: ['databases_update_firewall_rules'],
    change: { kind: 'required', at: 'body', names: ['rules'] },
    why: 'Nothing else is in the body; whoever wants to let everyone in says so with an empty list.',
    source: "DigitalOcean's Go client always sends it",
  },
  {
    operations: ['databases_add_connectionPool', 'databases_update_connectionPool'],
    change: {
      kind: 'schema',
      at: 'body.mode',
      set: { enum: ['session', 'transaction', 'statement'] },
    },
    why: 'PgBouncer has three modes; the schema takes any text.',
    source: 'description of the field',
  },
  {
    operations: ['databases_add_connectionPool'],
    change: { kind: 'schema', at: 'body.name', set: { minLength: 3, maxLength: 60 } },
    why: 'Shorter and longer names are refused.',
    source: 'description of the field',
  },
  {
    operations: ['databases_update_major_version'],
    change: { kind: 'required', at: 'body', names: ['version'] },
    why: 'An upgrade that does not say where to is none.',
    source: 'description of the operation',
  },
  {
    operations: ['databases_update_autoscale'],
    change: { kind: 'required', at: 'body', names: ['storage'] },
    why: 'Nothing else is in the body.',
    source: 'the schema itself',
  },
  {
    operations: ['databases_update_cluster_metrics_credentials'],
    change: { kind: 'required', at: 'body', names: ['credentials'] },
    why: 'Nothing else is in the body.',
    source: 'the schema itself',
  },
  {
    operations: ['databases_patch_config'],
    change: { kind: 'required', at: 'body', names: ['config'] },
    why: 'Nothing else is in the body.',
    source: 'the schema itself',
  },
  {
    operations: ['databases_create_kafka_topic'],
    change: {
      kind: 'full_schema',
      schema: 'topic-config',
      at: ['compression_type'],
      set: { enum: ['producer', 'gzip', 'snappy', 'lz4', 'zstd', 'uncompressed'] },
    },
    why: 'The list of the document has a capital I where Kafka has the letter l: Iz4 is no compression.',
    source:
      'documentation of Apache Kafka (compression.type); settings of Kafka clusters in the same document',
  },
];
