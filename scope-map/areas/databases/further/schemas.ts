// The schema registry of Kafka clusters: what messages look like, and how that may change.
import type { Behaviour } from '../../../endpoint/behaviour.ts';
import { entriesOf } from '../../../entry/part.ts';
import { nothing, object } from '../../../entry/replies.ts';
import facts from './facts.json' with { type: 'json' };

const compatibility: Behaviour = {
  as: 'setting',
  starts: { compatibility_level: 'BACKWARD' },
  within: { field: 'database.engine', is: ['kafka'] },
};

/** Schemas of Kafka messages. */
export const schemas = entriesOf(facts, {
  databases_list_kafka_schemas: {
    title: 'List Kafka schemas',
    description:
      'Lists the subjects of the schema registry of a Kafka cluster; the registry must be on (schema_registry in databases_patch_config).',
    reply: { kind: 'list', key: 'subjects', paging: { style: 'none' } },
    view: { columns: ['schema_id', 'subject_name', 'schema_type'] },
  },
  databases_create_kafka_schema: {
    title: 'Register a Kafka schema',
    description:
      'Registers a schema under a subject, as its next version where there is one already; it must fit the compatibility level.',
    effect: 'write',
    reply: object(null),
    says: {
      subject_name: 'Subject, usually the topic with -key or -value behind it.',
      schema: 'The schema itself as text.',
    },
  },
  databases_get_kafka_schema: {
    title: 'Get a Kafka schema',
    description:
      'Shows the newest schema of a subject with its version; databases_get_kafka_schema_version shows older ones.',
    reply: object(null),
  },
  databases_get_kafka_schema_version: {
    title: 'Get a version of a Kafka schema',
    description: 'Shows one version of the schema of a subject.',
    reply: object(null),
  },
  databases_delete_kafka_schema: {
    title: 'Delete a Kafka schema',
    description:
      'Deletes a subject of the schema registry: producers and consumers no longer find its schemas.',
    reply: nothing,
  },
  databases_get_kafka_schema_config: {
    title: 'Get the compatibility of Kafka schemas',
    description:
      'Shows how new versions of schemas must fit older ones, where their subject does not say otherwise.',
    reply: object(null),
    simulate: compatibility,
  },
  databases_update_kafka_schema_config: {
    title: 'Set the compatibility of Kafka schemas',
    description:
      'Sets how new versions of schemas must fit older ones, for all subjects of a cluster without a level of their own.',
    effect: 'write',
    reply: object(null),
    simulate: compatibility,
  },
  databases_get_kafka_schema_subject_config: {
    title: 'Get the compatibility of a Kafka subject',
    description: 'Shows how new versions of the schema of one subject must fit older ones.',
    reply: object(null),
  },
  databases_update_kafka_schema_subject_config: {
    title: 'Set the compatibility of a Kafka subject',
    description:
      'Sets how new versions of the schema of one subject must fit older ones; databases_update_kafka_schema_config sets it for all.',
    effect: 'write',
    reply: object(null),
  },
});
